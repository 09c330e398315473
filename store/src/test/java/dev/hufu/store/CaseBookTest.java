package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: entries of a case are kept in order, only added to, in the log, and go with their matter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseBookTest {

  private static final String OPENED = "{\"what\":\"opened\",\"plan\":\"stolen\"}";
  private static final String TICKED = "{\"what\":\"ticked\",\"task\":\"station\"}";

  private final Shelf shelf = new Shelf(CaseBookTest.class);
  private final CaseBook cases = new CaseBook(shelf.database, shelf.vault);

  @AfterAll
  void close() {
    shelf.close();
  }

  private List<String> texts(MatterId matter) {
    return cases.list(matter, shelf.access(Purpose.SHOW_TO_OWNER)).orThrow().stream()
        .map(CaseBook.Kept::json)
        .toList();
  }

  private Matter open(String... entries) {
    return cases.open(shelf.owner, "我的钱不见了", List.of(entries), NOW).orThrow();
  }

  @Test
  void entriesComeBackInOrderEachWithItsRowForTheLog() throws Exception {
    Matter matter = open(OPENED);
    assertThat(cases.add(matter.id(), List.of(TICKED, TICKED), shelf.owner.text(), NOW).orThrow())
        .isEqualTo(3);
    assertThat(texts(matter.id())).containsExactly(OPENED, TICKED, TICKED);
    assertThat(cases.listOf(shelf.owner, 5)).contains(matter.id());
    Object rows =
        shelf
            .database
            .dsl()
            .fetchValue(
                "select count(*) from evidence_pending join case_entry e on subject = e.id"
                    + " where kind = 'case-entry' and e.matter = ?",
                matter.id().text());
    assertThat(rows).isEqualTo(3L);
    assertThatThrownBy(() -> shelf.sql("delete from case_entry"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> shelf.sql("update case_entry set entry_sealed = null"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(
            () ->
                shelf.sql(
                    "insert into case_entry (id, matter, entered_at) values ('P-00000000', '"
                        + matter.id()
                        + "', now())"))
        .hasMessageContaining("no evidence row");
  }

  @Test
  void aCaseGoesWithItsMatterAndNotWhileItIsHeld() {
    Matter matter = shelf.matter();
    cases.add(matter.id(), List.of(OPENED), shelf.owner.text(), NOW).orThrow();
    Hold hold = shelf.holds.set(matter.id(), HoldReason.POLICE, shelf.owner, NOW).orThrow();
    assertThat(code(shelf.matters.erase(matter.id(), shelf.owner, NOW)))
        .isEqualTo(Code.MATTER_HELD);
    assertThat(texts(matter.id())).containsExactly(OPENED);
    shelf.holds.lift(hold.id(), shelf.owner, NOW).orThrow();
    shelf.matters.erase(matter.id(), shelf.owner, NOW).orThrow();
    assertThat(code(cases.list(matter.id(), shelf.access(Purpose.SHOW_TO_OWNER))))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(code(cases.add(matter.id(), List.of(TICKED), shelf.owner.text(), NOW)))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(cases.listOf(shelf.owner, 50)).doesNotContain(matter.id());
    assertThat(
            shelf
                .database
                .dsl()
                .fetchValue(
                    "select count(entry_sealed) from case_entry where matter = ?",
                    matter.id().text()))
        .isEqualTo(0L);
  }

  @Test
  void aCaseIsBounded() {
    Matter matter = open(OPENED);
    String longest = "\"" + "x".repeat(Limits.CASE_ENTRY_BYTES_MAX - 2) + "\"";
    assertThat(cases.add(matter.id(), List.of(longest), shelf.owner.text(), NOW).orThrow())
        .isEqualTo(2);
    assertThat(code(cases.add(matter.id(), List.of(longest + " "), shelf.owner.text(), NOW)))
        .isEqualTo(Code.CASE_ENTRY_SIZE);
    List<String> rest = Collections.nCopies(Limits.CASE_ENTRIES_MAX - 1, TICKED);
    assertThat(code(cases.add(matter.id(), rest, shelf.owner.text(), NOW)))
        .isEqualTo(Code.CASE_ENTRIES_TOO_MANY);
    assertThat(
            cases.add(matter.id(), rest.subList(1, rest.size()), shelf.owner.text(), NOW).orThrow())
        .isEqualTo(Limits.CASE_ENTRIES_MAX);
  }
}
