package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: keys lie outside the database and stay consistent with it at every point of a crash; what
 * was erased does not come back with a backup; terms and holds beat every way of erasing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

  private static final Duration TERM = Duration.ofDays(3653);
  private static final Instant LATER = NOW.plus(TERM).plusSeconds(1);

  private final Shelf shelf = new Shelf(ErasureTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  private RetentionBook retention(Duration term) {
    return new RetentionBook(
        shelf.database,
        shelf.vault,
        matter -> Optional.of(new RetentionTerms.Until(matter.updatedAt().plus(term), "CN-RT-01")));
  }

  private KeyId key(Matter matter) {
    return shelf.vault.keyOf(shelf.database.dsl(), matter.id()).orElseThrow();
  }

  private boolean readable(Matter matter) {
    return shelf
        .matters
        .readDraft(matter.id(), shelf.owner, shelf.access(Purpose.SHOW_TO_OWNER))
        .findValue()
        .isPresent();
  }

  private Hold hold(Matter matter) {
    return shelf.holds.set(matter.id(), HoldReason.COURT, shelf.owner, NOW).orThrow();
  }

  @Test
  void anErasureIsProvenFromTheLog() throws SQLException {
    Matter matter = shelf.matter();
    KeyId key = key(matter);
    shelf.matters.erase(matter.id(), shelf.owner, NOW).orThrow();
    RetentionBook book = retention(TERM);
    assertThat(book.verifyErasure(matter.id())).contains(true);
    assertThat(
            shelf
                .database
                .dsl()
                .fetchValue("select payload from deed where subject = ?", matter.id().text()))
        .isEqualTo(
            "{\"at\":\"%s\",\"basis\":\"asked\",\"by\":\"%s\",\"key\":\"%s\",\"kind\":\"hufu.matter-erased/1\",\"matter\":\"%s\"}"
                .formatted(Database.kept(NOW), shelf.owner, key, matter.id()));
    shelf.sql("alter table deed disable trigger user");
    shelf.sql(
        "update deed set payload = replace(payload, 'asked', 'other') where subject = '"
            + matter.id()
            + "'");
    shelf.sql("alter table deed enable trigger user");
    assertThat(book.verifyErasure(matter.id())).contains(false);
  }

  @Test
  void aTermSealsThenErasesByItself() throws SQLException {
    Matter matter = shelf.matter();
    KeptDecision kept = shelf.keep(matter.id());
    RetentionBook book = retention(TERM);
    assertThat(book.erase(matter.id(), shelf.owner, NOW).orThrow())
        .isEqualTo(new Erased.Sealed(Database.kept(NOW).plus(TERM), "CN-RT-01"));
    Access access = shelf.access(Purpose.SHOW_TO_OWNER);
    assertThat(code(shelf.matters.readDraft(matter.id(), shelf.owner, access)))
        .isEqualTo(Code.MATTER_SEALED);
    assertThat(shelf.decisions.readPayload(kept.id(), access).findValue()).isEmpty();
    assertThat(code(shelf.matters.saveDraft(matter.id(), shelf.owner, new Draft("", "{}"), NOW)))
        .isEqualTo(Code.MATTER_SEALED);
    assertThat(code(book.erase(matter.id(), shelf.owner, LATER))).isEqualTo(Code.MATTER_SEALED);
    book.run(Database.kept(NOW).plus(TERM).minusNanos(1_000));
    assertThat(shelf.keys.find(key(matter))).isPresent();
    KeyId key = key(matter);
    book.run(Database.kept(NOW).plus(TERM));
    assertThat(shelf.keys.find(key)).isEmpty();
    assertThat(book.verifyErasure(matter.id())).contains(true);
    assertThat(code(shelf.matters.readDraft(matter.id(), shelf.owner, access)))
        .isEqualTo(Code.MATTER_ERASED);
    assertThat(book.run(LATER).erased()).isZero();
  }

  @Test
  void aTermBecomesLongerAndNeverShorter() {
    Matter matter = shelf.matter();
    retention(TERM).erase(matter.id(), shelf.owner, NOW).orThrow();
    assertThat(retention(TERM.plusDays(1)).run(NOW).longer()).isEqualTo(1);
    retention(TERM.minusDays(900)).run(Database.kept(NOW).plus(TERM));
    assertThat(shelf.vault.keyOf(shelf.database.dsl(), matter.id())).isPresent();
    assertThatThrownBy(
            () ->
                shelf.sql(
                    "update matter_seal set until = until - interval '1 day' where matter = '"
                        + matter.id()
                        + "'"))
        .hasMessageContaining("only grows longer");
    retention(TERM).run(LATER.plus(Duration.ofDays(1)));
    assertThat(shelf.vault.keyOf(shelf.database.dsl(), matter.id())).isEmpty();
  }

  @Test
  void aHoldBeatsTheOwner() {
    Matter matter = shelf.matter();
    Hold hold = hold(matter);
    assertThat(code(shelf.matters.erase(matter.id(), shelf.owner, NOW)))
        .isEqualTo(Code.MATTER_HELD);
    Hold second = hold(matter);
    shelf.holds.lift(hold.id(), shelf.owner, NOW).orThrow();
    assertThat(code(shelf.matters.erase(matter.id(), shelf.owner, NOW)))
        .isEqualTo(Code.MATTER_HELD);
    assertThat(readable(matter)).isTrue();
    shelf.holds.lift(second.id(), shelf.owner, NOW).orThrow();
    assertThat(code(shelf.holds.lift(second.id(), shelf.owner, NOW))).isEqualTo(Code.HOLD_UNKNOWN);
    shelf.matters.erase(matter.id(), shelf.owner, NOW).orThrow();
    assertThat(readable(matter)).isFalse();
    assertThat(shelf.holds.listOf(matter.id())).hasSize(2).allMatch(h -> h.lifted().isPresent());
    assertThat(code(shelf.holds.set(matter.id(), HoldReason.COURT, shelf.owner, NOW)))
        .isEqualTo(Code.MATTER_ERASED);
  }

  @Test
  void aHoldBeatsTheRetentionJob() {
    Matter matter = shelf.matter();
    RetentionBook book = retention(TERM);
    book.erase(matter.id(), shelf.owner, NOW).orThrow();
    Hold hold = hold(matter);
    assertThat(book.run(LATER).held()).isEqualTo(1);
    assertThat(shelf.keys.find(key(matter))).isPresent();
    shelf.holds.lift(hold.id(), shelf.owner, NOW).orThrow();
    assertThat(book.run(LATER).erased()).isEqualTo(1);
  }

  @Test
  void aHoldBeatsPlainSql() throws SQLException {
    Matter matter = shelf.matter();
    shelf.keep(matter.id());
    shelf.links.create(matter.id(), "老王", shelf.owner.text(), NOW).orThrow();
    shelf.sql(
        "insert into iou (id, matter, made_at, changed_at, state, facts_sealed)"
            + " values ('U-00000001', '%s', now(), now(), 'draft', '\\x01')"
                .formatted(matter.id()));
    shelf.sql(
        "insert into iou_signer (iou, role, name_sealed) values ('U-00000001', 'lender', '\\x01')");
    new LoanBook(shelf.database, shelf.vault, new DocumentBook(shelf.database, shelf.vault))
        .add(matter.id(), LoanEntry.Kind.PAYMENT, "{}", shelf.owner.text(), NOW)
        .orThrow();
    Hold hold = hold(matter);
    String it = " where %s = '" + matter.id() + "'";
    for (String sql :
        new String[] {
          "delete from subject_key" + it.formatted("subject"),
          "update subject_key set key_id = null" + it.formatted("subject"),
          "update matter set payload_sealed = null, title_sealed = null, erased_at = updated_at"
              + it.formatted("id"),
          "update matter set id = 'M-00000000'" + it.formatted("id"),
          "delete from matter" + it.formatted("id"),
          "update decision set payload_sealed = null" + it.formatted("matter"),
          "delete from decision" + it.formatted("matter"),
          "update friend_link set label_sealed = null" + it.formatted("matter"),
          "delete from friend_link" + it.formatted("matter"),
          "update iou set facts_sealed = null" + it.formatted("matter"),
          "delete from iou" + it.formatted("matter"),
          "update iou_signer set name_sealed = null",
          "update loan_entry set payload_sealed = null" + it.formatted("matter"),
          "delete from loan_entry" + it.formatted("matter"),
          "truncate iou cascade",
          "truncate iou_signer",
          "delete from legal_hold" + it.formatted("matter"),
          "update legal_hold set matter = 'M-00000000'" + it.formatted("matter"),
          "truncate matter cascade",
          "truncate subject_key",
          "truncate legal_hold cascade",
          "update legal_hold_lift set lifted_at = lifted_at",
          "delete from deed where subject = '" + hold.id() + "'",
        }) {
      assertThatThrownBy(() -> shelf.sql(sql)).as(sql).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> shelf.sqlOfEveryDay(sql)).as(sql).isInstanceOf(SQLException.class);
    }
    // Erasing needs this right, so here it is the hold that says no, and not the rights.
    assertThatThrownBy(
            () -> shelf.sqlOfEveryDay("delete from subject_key" + it.formatted("subject")))
        .hasMessageContaining("legal hold");
    assertThat(readable(matter)).isTrue();
  }

  @Test
  void aKeyDoesNotGoByPlainSqlWithoutItsErasure() {
    Matter matter = shelf.matter();
    assertThatThrownBy(
            () -> shelf.sql("delete from subject_key where subject = '" + matter.id() + "'"))
        .hasMessageContaining("without an erasure");
    assertThat(readable(matter)).isTrue();
  }

  @Test
  void whatOneOfTheTeamHeldTakesAnotherToLift() {
    Matter matter = shelf.matter();
    PersonId colleague = shelf.team.invite(shelf.owner, "李敏", NOW).orThrow().colleague().id();
    Hold hold = shelf.holds.set(matter.id(), HoldReason.POLICE, colleague, NOW).orThrow();
    PersonId guest = new PersonId("P-00000000");
    assertThat(code(shelf.holds.set(matter.id(), HoldReason.POLICE, guest, NOW)))
        .isEqualTo(Code.MATTER_UNKNOWN);
    assertThat(code(shelf.holds.lift(hold.id(), guest, NOW))).isEqualTo(Code.HOLD_UNKNOWN);
    assertThat(code(shelf.holds.lift(hold.id(), colleague, NOW)))
        .isEqualTo(Code.HOLD_SECOND_PERSON);
    assertThat(shelf.holds.lift(hold.id(), shelf.owner, NOW).orThrow().lifted()).isPresent();
    shelf.team.remove(shelf.owner, colleague, NOW).orThrow();
  }

  @Test
  void aCrashBeforeTheCommitLeavesTheMatter() {
    Matter matter = shelf.matter();
    assertThatThrownBy(
            () ->
                shelf.database.transaction(
                    tx -> {
                      shelf.vault.release(tx, matter.id());
                      throw new IllegalStateException("killed");
                    }))
        .hasMessageContaining("killed");
    assertThat(readable(matter)).isTrue();
  }

  @Test
  void aCrashAfterTheCommitIsFinishedAtTheNextStart() throws Exception {
    Matter matter = shelf.matter();
    KeyId key = key(matter);
    byte[] wrapped = shelf.keys.find(key).orElseThrow();
    shelf.matters.erase(matter.id(), shelf.owner, NOW).orThrow();
    // As if killed between commit and destruction: the key lies there, and no list names it.
    Path folder = shelf.keyFile.resolveSibling("keys2");
    KeyStore fresh = KeyStore.open(folder, Files.createTempDirectory("hufu-lists")).orThrow();
    fresh.put(key, wrapped);
    Vault.open(shelf.database, shelf.keyFile, fresh, NOW).orThrow();
    assertThat(fresh.find(key)).isEmpty();
    assertThat(fresh.wasDestroyed(key)).isTrue();
  }

  @Test
  void anOlderStoreOrBackupBringsNoKeyBack(@TempDir Path folder) throws Exception {
    KeyStore store = KeyStore.open(folder.resolve("keys"), folder).orThrow();
    KeyId stays = KeyId.next();
    KeyId goes = KeyId.next();
    store.put(stays, new byte[] {1, 2, 3});
    store.put(goes, new byte[] {4, 5, 6});
    assertThat(store.backup(folder.resolve("before"))).isEqualTo(2);
    store.destroy(goes);
    assertThat(store.backup(folder.resolve("after"))).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("after"))).doesNotContain("BAUG");
    assertThat(store.restore(folder.resolve("before")).orThrow()).isZero();
    // The folder itself replaced by an older copy: the list in the data folder still knows.
    KeyStore older = KeyStore.open(folder.resolve("older"), folder.resolve("older")).orThrow();
    assertThat(older.restore(folder.resolve("before")).orThrow()).isEqualTo(2);
    KeyStore opened = KeyStore.open(folder.resolve("older"), folder).orThrow();
    assertThat(opened.find(goes)).isEmpty();
    assertThat(opened.find(stays)).contains(new byte[] {1, 2, 3});
    try (Stream<Path> files = Files.walk(folder.resolve("older"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.startsWith(goes.text()));
    }
    Files.writeString(
        folder.resolve("cut"), Files.readString(folder.resolve("after")).substring(1));
    assertThat(code(store.restore(folder.resolve("cut")))).isEqualTo(Code.KEYS_BACKUP_BROKEN);
    assertThatThrownBy(() -> opened.put(goes, new byte[] {7}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLineCutShortByACrashIsNoHindrance(@TempDir Path folder) throws Exception {
    DestroyedKeys list = new DestroyedKeys(folder.resolve("destroyed"));
    KeyId one = KeyId.next();
    KeyId two = KeyId.next();
    list.add(Set.of(one));
    Files.writeString(folder.resolve("destroyed"), "0123", StandardOpenOption.APPEND);
    assertThat(list.read()).containsExactly(one);
    list.add(Set.of(two));
    assertThat(list.read()).containsExactly(one, two);
  }

  @Test
  void aRestoredDatabaseErasesAgain() throws SQLException {
    Matter matter = shelf.matter();
    KeyId key = key(matter);
    shelf.keys.destroy(key);
    RetentionBook book = retention(TERM);
    assertThat(book.run(NOW).restored()).isEqualTo(1);
    assertThat(book.verifyErasure(matter.id())).contains(true);
    assertThat(
            shelf
                .database
                .dsl()
                .fetchValue("select basis from erasure where matter = ?", matter.id().text()))
        .isEqualTo("restored");
    assertThat(book.run(NOW).restored()).isZero();
  }

  @Test
  void keysFromBeforeMoveOut() throws SQLException {
    Matter matter = shelf.matter();
    KeyId key = key(matter);
    String wrapped = HexFormat.of().formatHex(shelf.keys.find(key).orElseThrow());
    shelf.sql("alter table subject_key disable trigger user");
    shelf.sql(
        "update subject_key set key_id = null, key_wrapped = '\\x%s' where subject = '%s'"
            .formatted(wrapped, matter.id()));
    shelf.sql("alter table subject_key enable trigger user");
    Vault.open(shelf.database, shelf.keyFile, shelf.keys, NOW).orThrow();
    assertThat(key(matter)).isEqualTo(KeyId.moved(matter.id()));
    assertThat(readable(matter)).isTrue();
  }

  @Test
  void anEmptyKeyStoreBesideDataIsRefused(@TempDir Path folder) {
    shelf.matter();
    KeyStore empty = KeyStore.open(folder.resolve("keys"), folder).orThrow();
    assertThat(code(Vault.open(shelf.database, shelf.keyFile, empty, NOW)))
        .isEqualTo(Code.KEYS_MISSING);
  }
}
