package dev.hufu.store;

import static dev.hufu.store.Shelf.CHAT;
import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: matters are kept sealed, belong to their owner, and can be erased for good. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterBookTest {

  private static final PersonId STRANGER = new PersonId("P-00000000");

  private final Shelf shelf = new Shelf(MatterBookTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void opensAndReadsBack() {
    Matter matter = shelf.matter();
    assertThat(matter.id().text()).matches("M-[0-9A-Z]{8}");
    assertThat(shelf.matters.find(matter.id(), shelf.owner)).contains(matter);
    Draft draft = read(matter).orElseThrow();
    assertThat(draft).isEqualTo(new Draft("向我借 1,000", CHAT));
    assertThat(draft.toString()).doesNotContain("借");
  }

  @Test
  void savesADraftOver() {
    Matter matter = shelf.matter();
    Draft next = new Draft("向我借 2,000", "{\"chat\":\"两千\"}");
    Matter saved =
        shelf.matters.saveDraft(matter.id(), shelf.owner, next, NOW.plusSeconds(5)).orThrow();
    assertThat(saved.updatedAt()).isEqualTo(Database.kept(NOW).plusSeconds(5));
    assertThat(read(matter)).contains(next);
    Matter back =
        shelf.matters.saveDraft(matter.id(), shelf.owner, next, NOW.minusSeconds(99)).orThrow();
    assertThat(back.updatedAt()).isEqualTo(saved.updatedAt());
  }

  @Test
  void nothingOfThePersonLiesOpen() {
    String id = shelf.matter().id().text();
    // This row only: in megabytes of sealed bytes of others any four digits turn up by chance.
    String row = shelf.database.dsl().fetch("select * from matter where id = ?", id).formatCSV();
    assertThat(row).contains(id).doesNotContain("借", "1000块", "1,000");
    byte[] sealed =
        (byte[])
            shelf.database.dsl().fetchValue("select payload_sealed from matter where id = ?", id);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("chat");
  }

  @Test
  void anothersMatterDoesNotExist() {
    Matter matter = shelf.matter();
    assertThat(shelf.matters.find(matter.id(), STRANGER)).isEmpty();
    assertThat(
            code(
                shelf.matters.readDraft(
                    matter.id(), STRANGER, shelf.access(Purpose.SHOW_TO_OWNER))))
        .isEqualTo(Code.MATTER_UNKNOWN);
    assertThat(code(shelf.matters.saveDraft(matter.id(), STRANGER, new Draft("", ""), NOW)))
        .isEqualTo(Code.MATTER_UNKNOWN);
    assertThat(code(shelf.matters.erase(matter.id(), STRANGER, NOW)))
        .isEqualTo(Code.MATTER_UNKNOWN);
    assertThat(shelf.matters.list(STRANGER, 10, shelf.access(Purpose.LIST_FOR_OWNER))).isEmpty();
  }

  @Test
  void listsTheLatestFirstWithTitles() {
    Matter older = shelf.matter();
    Matter newer = shelf.matter();
    shelf
        .matters
        .saveDraft(older.id(), shelf.owner, new Draft("旧的", "{}"), NOW.plusSeconds(100))
        .orThrow();
    shelf
        .matters
        .saveDraft(newer.id(), shelf.owner, new Draft("新的", "{}"), NOW.plusSeconds(200))
        .orThrow();
    List<MatterBook.Line> lines =
        shelf.matters.list(shelf.owner, 2, shelf.access(Purpose.LIST_FOR_OWNER));
    assertThat(lines).extracting(line -> line.title().orElse("")).containsExactly("新的", "旧的");
    assertThatThrownBy(
            () ->
                shelf.matters.list(
                    shelf.owner, Limits.LIST_ROWS_MAX + 1, shelf.access(Purpose.LIST_FOR_OWNER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            shelf.matters.list(
                shelf.owner, Limits.LIST_ROWS_MAX, shelf.access(Purpose.LIST_FOR_OWNER)))
        .isNotEmpty();
  }

  @Test
  void holdsWhatTheLimitAllowsAndNotAByteMore() {
    String full = "x".repeat(Limits.MATTER_BYTES_MAX);
    String title = "题".repeat(Limits.TITLE_CHARS_MAX);
    Matter matter =
        shelf.matters.open("request", shelf.owner, new Draft(title, full), NOW).orThrow();
    assertThat(read(matter).map(Draft::json)).contains(full);
    assertThat(code(shelf.matters.open("request", shelf.owner, new Draft("", full + "x"), NOW)))
        .isEqualTo(Code.MATTER_TOO_LARGE);
    assertThat(code(shelf.matters.open("request", shelf.owner, new Draft(title + "题", ""), NOW)))
        .isEqualTo(Code.NOTE_TOO_LONG);
  }

  @Test
  void erasesForGoodAndKeepsTheLogWhole() {
    Matter matter = shelf.matter();
    KeptDecision kept = shelf.keep(matter.id());
    shelf.links.create(matter.id(), "老王", shelf.owner.text(), NOW).orThrow();
    int evidence = shelf.count("evidence_pending");
    Erased erased = shelf.matters.erase(matter.id(), shelf.owner, NOW.plusSeconds(1)).orThrow();
    assertThat(erased).isEqualTo(new Erased.Gone(Database.kept(NOW).plusSeconds(1)));
    Access access = shelf.access(Purpose.SHOW_TO_OWNER);
    assertThat(code(shelf.matters.readDraft(matter.id(), shelf.owner, access)))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(code(shelf.decisions.readPayload(kept.id(), access))).isEqualTo(Code.MATTER_ERASED);
    assertThat(code(shelf.links.listOf(matter.id(), access))).isEqualTo(Code.MATTER_ERASED);
    assertThat(shelf.decisions.find(kept.id())).contains(kept);
    assertThat(shelf.count("evidence_pending")).isEqualTo(evidence + 1);
    assertThat(code(shelf.matters.erase(matter.id(), shelf.owner, NOW)))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(
            code(shelf.decisions.append(Shelf.decision(matter.id()), Optional.empty(), "cli", NOW)))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(shelf.matters.list(shelf.owner, 500, access))
        .filteredOn(line -> line.matter().id().equals(matter.id()))
        .allMatch(line -> line.title().isEmpty())
        .hasSize(1);
  }

  @Test
  void everyReadingIsInTheAudit() {
    Matter matter = shelf.matter();
    shelf.matters.readDraft(matter.id(), shelf.owner, shelf.access(Purpose.EXPORT)).orThrow();
    assertThat(shelf.audit.list(matter.id().text(), 10))
        .extracting(AuditBook.Entry::action)
        .containsExactly("read:export", "matter:open");
  }

  @Test
  void aNameFromOutsideIsChecked() {
    assertThat(code(MatterId.parse("M-../../x"))).isEqualTo(Code.MATTER_UNKNOWN);
    assertThat(code(MatterId.parse("M-7Q4K2M9U"))).isEqualTo(Code.MATTER_UNKNOWN);
    assertThat(MatterId.parse("M-7Q4K2M9F").orThrow().text()).isEqualTo("M-7Q4K2M9F");
  }

  private Optional<Draft> read(Matter matter) {
    return shelf
        .matters
        .readDraft(matter.id(), shelf.owner, shelf.access(Purpose.SHOW_TO_OWNER))
        .findValue();
  }
}
