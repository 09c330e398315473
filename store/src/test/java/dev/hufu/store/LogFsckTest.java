package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.store.LogFsck.Kind;
import dev.hufu.store.LogFsck.Problem;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.merkle.Hash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: a log that was tampered with is found out, and where. Method: a real log of 600 entries;
 * each change is made past the triggers by whoever owns the tables, told, and undone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogFsckTest {

  private static final int ENTRIES = 600;

  private final Shelf shelf = new Shelf(LogFsckTest.class);

  LogFsckTest() {
    LogBook log = new LogBook(shelf.database);
    log.open(0, "hufu.local/test/0", NOW);
    Sequencer sequencer = new Sequencer(shelf.database, LogFsckTest::note, UUID.randomUUID());
    shelf.database.transaction(
        tx -> {
          for (int row = 0; row < ENTRIES; row++) {
            byte[] payload = {(byte) row, (byte) (row >> 8)};
            Commitment commitment = Commitment.to(new byte[32], payload);
            EvidenceRows.append(tx, "F-" + row, Leaf.of("decision", NOW, commitment));
          }
          return ENTRIES;
        });
    sequencer.step(NOW);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  private static String note(String origin, long size, Hash root) {
    return new Checkpoint(origin, size, root).text();
  }

  private List<Problem> problems() {
    List<Problem> told = new ArrayList<>();
    assertThat(new LogFsck(shelf.database).run((origin, note) -> Checkpoint.parse(note), told::add))
        .isGreaterThanOrEqualTo(ENTRIES - 1);
    return told;
  }

  /** Makes a change as the owner of the tables could, and takes it back. */
  private List<Problem> after(String table, String change, String undo) throws SQLException {
    shelf.sql("alter table " + table + " disable trigger user");
    try {
      shelf.sql(change);
      List<Problem> told = problems();
      shelf.sql(undo);
      return told;
    } finally {
      shelf.sql("alter table " + table + " enable trigger user");
    }
  }

  private static List<Kind> kinds(List<Problem> problems) {
    return problems.stream().map(Problem::kind).distinct().toList();
  }

  @Test
  void aSoundLogHasNoProblem() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void aChangedLeafIsNamed() throws SQLException {
    String where = " where subject = 'F-300'";
    List<Problem> told =
        after(
            "evidence_pending",
            "update evidence_pending set leaf = leaf || '\\x20'::bytea" + where,
            "update evidence_pending set leaf = substring(leaf for octet_length(leaf) - 1)"
                + where);
    assertThat(told).contains(new Problem(Kind.LEAF_HASH, "epoch 0 entry 300"));
    assertThat(told).contains(new Problem(Kind.TILE, "epoch 0 tile/0/001 hash 44"));
    assertThat(kinds(told)).containsExactlyInAnyOrder(Kind.LEAF_HASH, Kind.TILE, Kind.ROOT);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aChangedTileIsNamed() throws SQLException {
    String tile = " where level = 0 and index = 1";
    List<Problem> told =
        after(
            "log_tile",
            "update log_tile set hashes = set_byte(hashes, 65, get_byte(hashes, 65) # 1)" + tile,
            "update log_tile set hashes = set_byte(hashes, 65, get_byte(hashes, 65) # 1)" + tile);
    assertThat(told).containsExactly(new Problem(Kind.TILE, "epoch 0 tile/0/001 hash 2"));
  }

  @Test
  void aMissingAndAForeignTileAreNamed() throws SQLException {
    List<Problem> told =
        after(
            "log_tile",
            "update log_tile set index = 7 where level = 1 and index = 0",
            "update log_tile set index = 0 where level = 1 and index = 7");
    assertThat(told)
        .containsExactlyInAnyOrder(
            new Problem(Kind.TILE, "epoch 0 tile/1/000.p/2 is missing"),
            new Problem(Kind.TILE, "epoch 0 tile/1/7 is too many"));
  }

  @Test
  void anEntryThatWasTakenOutIsNamed() throws SQLException {
    shelf.sql("create table taken as select * from log_entry where index = 10");
    try {
      List<Problem> told =
          after(
              "log_entry",
              "delete from log_entry where index = 10",
              "insert into log_entry select * from taken");
      assertThat(told).contains(new Problem(Kind.GAP, "epoch 0 entry 10 is entry 11"));
      assertThat(kinds(told)).contains(Kind.LOST, Kind.ROOT);
    } finally {
      shelf.sql("drop table taken");
    }
  }

  @Test
  void aHeadOfAnotherTreeIsNamed() throws SQLException {
    List<Problem> told =
        after(
            "log_epoch",
            "update log_epoch set root = set_byte(root, 0, get_byte(root, 0) # 1)",
            "update log_epoch set root = set_byte(root, 0, get_byte(root, 0) # 1)");
    assertThat(kinds(told)).containsExactlyInAnyOrder(Kind.ROOT, Kind.CHECKPOINT);
  }

  @Test
  void aKeptCheckpointMustLieInThePast() throws SQLException {
    shelf.sql("insert into log_checkpoint select 0, 599, checkpoint, signed_at from log_epoch");
    assertThat(problems())
        .containsExactly(new Problem(Kind.CHECKPOINT, "epoch 0 checkpoint of size 599"));
    shelf.sql("alter table log_checkpoint disable trigger user");
    shelf.sql("delete from log_checkpoint");
    shelf.sql("alter table log_checkpoint enable trigger user");
  }
}
