package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: a decision, its evidence row and its matter are kept at once or not at all, and never
 * changed after. Method: real SQL sent past the books, and a trigger that fails in the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionBookTest {

  private final Shelf shelf = new Shelf(DecisionBookTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void keepsDecisionDraftAndVerdictAtOnce() {
    Matter matter = shelf.matter();
    Draft draft = new Draft("改过", "{\"answers\":1}");
    KeptDecision kept =
        shelf
            .decisions
            .append(Shelf.decision(matter.id()), Optional.of(draft), "cli", NOW.plusSeconds(3))
            .orThrow();
    assertThat(shelf.decisions.find(kept.id())).contains(kept);
    assertThat(shelf.decisions.listOf(matter.id(), 5)).containsExactly(kept);
    Access access = shelf.access(Purpose.SHOW_TO_OWNER);
    assertThat(shelf.matters.readDraft(matter.id(), shelf.owner, access).orThrow())
        .isEqualTo(draft);
    assertThat(shelf.matters.find(matter.id(), shelf.owner).flatMap(Matter::verdict))
        .contains(Verdict.RED);
    assertThat(shelf.decisions.readPayload(kept.id(), access).orThrow())
        .isEqualTo(new KeptDecision.Payload("{\"facts\":{}}", "{\"verdict\":\"red\"}"));
    assertThat(evidenceOf(kept)).isEqualTo(1);
    assertThat(shelf.decisions.verify(kept.id(), shelf.access(Purpose.CHECK_EVIDENCE)).orThrow())
        .isTrue();
  }

  @Test
  void twoEqualDecisionsHaveDifferentCommitments() {
    Matter matter = shelf.matter();
    KeptDecision one = shelf.keep(matter.id());
    KeptDecision two = shelf.keep(matter.id());
    assertThat(
            shelf
                .database
                .dsl()
                .fetch(
                    "select distinct commitment from evidence_pending where subject in (?, ?)",
                    one.id().text(),
                    two.id().text()))
        .hasSize(2);
  }

  @Test
  void anUnknownMatterIsRefused() {
    assertThat(
            code(
                shelf.decisions.append(
                    Shelf.decision(new MatterId("M-00000000")), Optional.empty(), "cli", NOW)))
        .isEqualTo(Code.MATTER_UNKNOWN);
  }

  @Test
  void holdsWhatTheLimitAllowsAndNotAByteMore() {
    Matter matter = shelf.matter();
    NewDecision small = Shelf.decision(matter.id());
    String full = "x".repeat(Limits.MATTER_BYTES_MAX - small.inputsJson().length());
    assertThat(shelf.decisions.append(sized(small, full), Optional.empty(), "cli", NOW).findValue())
        .isPresent();
    assertThat(code(shelf.decisions.append(sized(small, full + "x"), Optional.empty(), "cli", NOW)))
        .isEqualTo(Code.MATTER_TOO_LARGE);
  }

  private static NewDecision sized(NewDecision like, String decisionJson) {
    return new NewDecision(
        like.matter(),
        like.decidedFor(),
        like.verdict(),
        like.pack(),
        like.inputsDigest(),
        like.inputsJson(),
        decisionJson);
  }

  @Test
  void aFullDiskInTheMiddleLeavesNothingAndTheSameWorksAgainLater() throws SQLException {
    Matter matter = shelf.matter();
    int audits = shelf.count("audit");
    shelf.sql(
        "create function fail_now() returns trigger language plpgsql as"
            + " $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end"
            + " $$");
    shelf.sql(
        "create trigger fail_now before insert on evidence_pending"
            + " for each row execute function fail_now()");
    try {
      assertThatThrownBy(
              () ->
                  shelf.decisions.append(
                      Shelf.decision(matter.id()),
                      Optional.of(new Draft("新", "{}")),
                      "cli",
                      NOW.plusSeconds(1)))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("could not extend file")
          .extracting(full -> ((DataAccessException) full).sqlState())
          .isEqualTo("53100");
    } finally {
      shelf.sql("drop trigger fail_now on evidence_pending");
    }
    assertThat(shelf.decisions.listOf(matter.id(), 5)).isEmpty();
    assertThat(shelf.matters.find(matter.id(), shelf.owner)).contains(matter);
    assertThat(shelf.count("audit")).isEqualTo(audits);
    KeptDecision kept = shelf.keep(matter.id());
    assertThat(shelf.decisions.listOf(matter.id(), 5)).containsExactly(kept);
  }

  @Test
  void noProgramCanKeepADecisionWithoutEvidence() {
    Matter matter = shelf.matter();
    assertThatThrownBy(
            () ->
                shelf.sql(
                    "insert into decision values ('D-00000001', '"
                        + matter.id()
                        + "', now(), now(), 'green', 'p', '1', repeat('0', 64), repeat('0', 64),"
                        + " 'x')"))
        .hasMessageContaining("has no evidence row");
    assertThat(shelf.decisions.find(new DecisionId("D-00000001"))).isEmpty();
  }

  @Test
  void nothingKeptCanBeChanged() {
    Matter matter = shelf.matter();
    KeptDecision kept = shelf.keep(matter.id());
    String where = " where id = '" + kept.id() + "'";
    refused("update decision set verdict = 'green'" + where);
    refused("update decision set payload_sealed = null" + where);
    refused("update decision set payload_sealed = 'x'" + where);
    refused("delete from decision" + where);
    refused("truncate decision");
    refused("update evidence_pending set commitment = repeat('x', 32)::bytea");
    refused("delete from evidence_pending");
    refused("truncate evidence_pending cascade");
    refused("update log_lease set settled = 1000000");
    refused("update audit set actor = 'nobody'");
    refused("delete from audit");
    refused("truncate audit");
    assertThat(shelf.decisions.find(kept.id())).contains(kept);
  }

  @Test
  void aRowChangedBehindOurBackIsFound() throws SQLException {
    Matter matter = shelf.matter();
    KeptDecision kept = shelf.keep(matter.id());
    shelf.sql("alter table decision disable trigger decision_only_erasure");
    try {
      shelf.sql("update decision set verdict = 'green' where id = '" + kept.id() + "'");
    } finally {
      shelf.sql("alter table decision enable trigger decision_only_erasure");
    }
    assertThat(shelf.decisions.verify(kept.id(), shelf.access(Purpose.CHECK_EVIDENCE)).orThrow())
        .isFalse();
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> shelf.sql(statement))
        .as(statement)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  private int evidenceOf(KeptDecision kept) {
    return shelf
        .database
        .dsl()
        .fetch(
            "select 1 from evidence_pending where kind = 'decision' and subject = ?",
            kept.id().text())
        .size();
  }
}
