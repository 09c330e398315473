package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: what happened to a loan is added and never changed, each entry is in the log, a mistake is
 * taken back once, and all of it goes with its matter and not before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoanBookTest {

  private static final String PAID = "{\"day\":\"2021-07-01\",\"sum\":\"5000\"}";

  private final Shelf shelf = new Shelf(LoanBookTest.class);
  private final DocumentBook documents = new DocumentBook(shelf.database, shelf.vault);
  private final LoanBook loans = new LoanBook(shelf.database, shelf.vault, documents);

  @AfterAll
  void close() {
    shelf.close();
  }

  private LoanEntry pay(MatterId matter) {
    return loans.add(matter, LoanEntry.Kind.PAYMENT, PAID, shelf.owner.text(), NOW).orThrow();
  }

  private List<LoanEntry> list(MatterId matter) {
    return loans.list(matter, shelf.access(Purpose.SHOW_TO_OWNER)).orThrow();
  }

  @Test
  void entriesStandInOrderAndInTheLog() {
    LoanEntry terms = loans.open(shelf.owner, "借给李某某", "{\"sum\":\"1\"}", NOW).orThrow();
    LoanEntry paid = pay(terms.matter());
    assertThat(list(terms.matter())).containsExactly(terms, paid);
    assertThat(loans.verify(paid.id())).isTrue();
    assertThat(loans.matters(shelf.owner)).contains(terms.matter());
    assertThat(loans.matters(shelf.owner)).doesNotContain(shelf.matter().id());
    assertThat(terms.toString()).doesNotContain("sum");
  }

  @Test
  void aMistakeIsTakenBackOnce() {
    MatterId matter = shelf.matter().id();
    LoanEntry paid = pay(matter);
    LoanEntry back = loans.takeBack(matter, paid.id(), shelf.owner.text(), NOW).orThrow();
    assertThat(list(matter)).hasSize(2);
    assertThat(list(matter).getFirst().takenBackBy()).contains(back.id());
    assertThat(list(matter)).noneMatch(LoanEntry::counts);
    for (LoanEntryId gone : List.of(paid.id(), back.id(), new LoanEntryId("L-00000000"))) {
      assertThat(code(loans.takeBack(matter, gone, shelf.owner.text(), NOW)))
          .isEqualTo(Code.LOAN_ENTRY_UNKNOWN);
    }
    LoanEntry elsewhere = pay(shelf.matter().id());
    assertThat(code(loans.takeBack(matter, elsewhere.id(), shelf.owner.text(), NOW)))
        .isEqualTo(Code.LOAN_ENTRY_UNKNOWN);
  }

  @Test
  void aLetterIsKeptWithItsEntryOrNeither() {
    MatterId matter = shelf.matter().id();
    NewDocument letter =
        NewDocument.printed(
            DocumentKind.DEMAND, "催款函", Octets.of("%PDF".getBytes(StandardCharsets.UTF_8)));
    LoanEntry sent =
        loans.add(matter, LoanEntry.Kind.DEMAND, PAID, letter, shelf.owner.text(), NOW).orThrow();
    assertThat(documents.list(matter, shelf.access(Purpose.SHOW_TO_OWNER)))
        .extracting(KeptDocument::id)
        .containsExactly(sent.document().orElseThrow());
    assertThat(list(matter)).containsExactly(sent);
  }

  @Test
  void plainSqlChangesNothing() throws SQLException {
    MatterId matter = shelf.matter().id();
    LoanEntry paid = pay(matter);
    String it = " where id = '" + paid.id() + "'";
    for (String sql :
        List.of(
            "update loan_entry set payload_sealed = null" + it,
            "update loan_entry set payload_sealed = 'x'" + it,
            "update loan_entry set kind = 'money'" + it,
            "delete from loan_entry" + it,
            "truncate loan_entry cascade",
            "insert into loan_entry (id, matter, kind, kept_at, payload_sealed) values"
                + " ('L-00000001', '%s', 'payment', now(), 'x')".formatted(matter))) {
      assertThatThrownBy(() -> shelf.sql(sql)).as(sql).isInstanceOf(SQLException.class);
    }
    assertThat(list(matter)).containsExactly(paid);
    shelf.sql("alter table loan_entry disable trigger user");
    shelf.sql(
        "update loan_entry set payload_sealed = (select payload_sealed from loan_entry"
            + it
            + ") where id = '"
            + pay(matter).id()
            + "'");
    shelf.sql("alter table loan_entry enable trigger user");
    assertThatThrownBy(() -> list(matter)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aHoldKeepsItAndErasureTakesItAway() {
    LoanEntry terms = loans.open(shelf.owner, "借给李某某", "{}", NOW).orThrow();
    Hold hold = shelf.holds.set(terms.matter(), HoldReason.COURT, shelf.owner, NOW).orThrow();
    assertThat(code(shelf.matters.erase(terms.matter(), shelf.owner, NOW)))
        .isEqualTo(Code.MATTER_HELD);
    assertThat(list(terms.matter())).containsExactly(terms);
    shelf.holds.lift(hold.id(), shelf.owner, NOW).orThrow();
    shelf.matters.erase(terms.matter(), shelf.owner, NOW).orThrow();
    assertThat(code(loans.list(terms.matter(), shelf.access(Purpose.SHOW_TO_OWNER))))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(code(loans.add(terms.matter(), LoanEntry.Kind.PAYMENT, PAID, "x", NOW)))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(loans.verify(terms.id())).isFalse();
  }

  /** A table with sealed content that nobody thought of would fail here. */
  @Test
  void noSealedColumnOfAMatterOutlivesIt() {
    MatterId matter = shelf.matter().id();
    shelf.keep(matter);
    shelf.links.create(matter, "老王", shelf.owner.text(), NOW).orThrow();
    pay(matter);
    new IouBook(shelf.database, shelf.vault, documents)
        .write(matter, "{}", shelf.owner.text(), NOW)
        .orThrow();
    shelf.matters.erase(matter, shelf.owner, NOW).orThrow();
    var dsl = shelf.database.dsl();
    TreeSet<String> seen = new TreeSet<>();
    dsl.fetch(
            "select c.table_name, c.column_name from information_schema.columns c"
                + " where c.table_schema = current_schema() and c.column_name like '%\\_sealed'")
        .forEach(
            row -> {
              String table = row.get(0, String.class);
              String column = row.get(1, String.class);
              seen.add(table);
              String whose =
                  switch (table) {
                    case "matter" -> "id = ?";
                    case "iou_signer" -> "iou in (select id from iou where matter = ?)";
                    default -> "matter = ?";
                  };
              if (!table.equals("master_key_check")) {
                assertThat(
                        dsl.fetchCount(
                            dsl.selectFrom(table)
                                .where(column + " is not null and " + whose, matter.text())))
                    .as(table + "." + column)
                    .isZero();
              }
            });
    assertThat(seen).contains("loan_entry", "iou", "matter_document", "decision", "matter");
  }
}
