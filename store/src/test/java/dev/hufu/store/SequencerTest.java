package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.tile.BundleId;
import dev.hufu.tlog.tile.EntryBundle;
import dev.hufu.tlog.tile.TileId;
import dev.hufu.tlog.tile.TileSpan;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: whatever was committed gets exactly one place, in an order that no failure, late commit or
 * second program can fork, and what is stored is the tree of RFC 6962. Method: real PostgreSQL, the
 * plain tree over the entries read back as oracle, failures in the middle, SQL sent past the books.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SequencerTest {

  private static final AtomicInteger SUBJECT = new AtomicInteger();

  private final Shelf shelf = new Shelf(SequencerTest.class);
  private final LogBook log = new LogBook(shelf.database);
  private final Sequencer sequencer = sequencer();

  SequencerTest() {
    log.open(0, "hufu.local/test/0", NOW);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  private static String note(String origin, long size, Hash root) {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  private int waiting() {
    return shelf
        .database
        .dsl()
        .fetchSingle(
            "select count(*) from evidence_pending where not exists"
                + " (select 1 from log_entry where pending = id)")
        .get(0, Integer.class);
  }

  private Sequencer sequencer() {
    return new Sequencer(shelf.database, SequencerTest::note, UUID.randomUUID());
  }

  private void append(int rows) {
    shelf.database.transaction(
        tx -> {
          for (int row = 0; row < rows; row++) {
            EvidenceRows.append(tx, next(), leaf());
          }
          return rows;
        });
  }

  private static String next() {
    return "T-" + SUBJECT.incrementAndGet();
  }

  private static Leaf leaf() {
    byte[] payload = String.valueOf(SUBJECT.get()).getBytes(StandardCharsets.UTF_8);
    return Leaf.of("decision", NOW, Commitment.to(new byte[32], payload));
  }

  private int drain(Sequencer running, Instant now) {
    int taken = 0;
    Sequencer.Step step;
    do {
      step = running.step(now);
      taken += step.taken();
    } while (step.more());
    return taken;
  }

  /** Reads every entry back through bundles and holds root, tiles and checkpoint against them. */
  private void holdsAgainstThePlainTree() {
    LogHead head = log.head().orElseThrow();
    Frontier plain = new Frontier();
    TreeHasher hasher = new TreeHasher();
    List<Hash> leaves = new ArrayList<>();
    for (BundleId id : TileSpan.grownBundles(0, head.size())) {
      byte[] bundle = log.bundle(0, id).orElseThrow();
      for (byte[] entry : EntryBundle.decode(bundle, id.width()).orThrow()) {
        leaves.add(hasher.leaf(entry));
        plain.append(leaves.getLast());
      }
    }
    assertThat(plain.root()).isEqualTo(head.root());
    assertThat(head.checkpoint()).contains(note(head.origin(), head.size(), plain.root()));
    for (TileId id : TileSpan.grown(0, head.size())) {
      byte[] hashes = log.tile(0, id).orElseThrow();
      for (int at = 0; id.level() == 0 && at < id.width(); at++) {
        assertThat(Hash.at(hashes, at * Hash.BYTES))
            .isEqualTo(leaves.get((int) id.index() * 256 + at));
      }
    }
    assertThat(shelf.count("evidence_pending")).isEqualTo(shelf.count("log_entry") + waiting());
  }

  @Test
  void numbersEveryRowOnceAndSignsAnEmptyLogToo() {
    drain(sequencer, NOW);
    assertThat(log.head().orElseThrow().checkpoint()).isPresent();
    Random random = new Random(4);
    for (int round = 0; round < 12; round++) {
      append(random.nextInt(round < 10 ? 40 : 500));
      drain(random.nextInt(3) == 0 ? sequencer() : sequencer, later());
      holdsAgainstThePlainTree();
    }
    assertThat(waiting()).isZero();
  }

  /** Each step is taken well after the last, so that a new holder finds the lease run out. */
  private static Instant later() {
    return NOW.plusSeconds(60L * SUBJECT.incrementAndGet());
  }

  @Test
  void aLateCommitIsTakenAndARolledBackOneNeverIs() throws Exception {
    append(3);
    try (var open = shelf.database.dataSource().getConnection()) {
      open.setAutoCommit(false);
      try (var insert =
          open.prepareStatement(
              "insert into evidence_pending (kind, subject, commitment, leaf, created_at)"
                  + " values ('late', 'late-1', repeat('x', 32)::bytea, '\\x01', now())")) {
        insert.executeUpdate();
      }
      append(2);
      drain(sequencer, later());
      assertThat(log.find("late", "late-1")).isEmpty();
      open.commit();
    }
    drain(sequencer, later());
    assertThat(log.find("late", "late-1")).isPresent();
    assertThatThrownBy(
            () ->
                shelf.database.transaction(
                    tx -> {
                      EvidenceRows.append(tx, "rolled-back", leaf());
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    drain(sequencer, later());
    assertThat(log.find("decision", "rolled-back")).isEmpty();
    holdsAgainstThePlainTree();
  }

  @Test
  void aStepThatFailsLeavesNothingAndTheNextGoesOn() {
    append(300);
    Sequencer failing =
        new Sequencer(
            shelf.database,
            (origin, size, root) -> {
              throw new IllegalStateException("no key");
            },
            UUID.randomUUID());
    Instant at = later();
    LogHead before = log.head().orElseThrow();
    for (int times = 0; times < 2; times++) {
      assertThatThrownBy(() -> failing.step(at)).hasMessage("no key");
    }
    assertThat(log.head()).contains(before);
    drain(sequencer, later());
    holdsAgainstThePlainTree();
  }

  /** Two bytes of length in an entry bundle: more cannot be said, so more is never taken. */
  @Test
  void aLeafHasAtMost65535BytesAndALongerOneTakesItsBusinessChangeBack() throws SQLException {
    String leaf =
        "insert into evidence_pending (kind, subject, commitment, leaf, created_at) values"
            + " ('large', '%s', repeat('x', 32)::bytea, convert_to(repeat('x', %d), 'UTF8'),"
            + " now())";
    shelf.sql(leaf.formatted(next(), TlogLimits.LEAF_BYTES_MAX));
    drain(sequencer, later());
    holdsAgainstThePlainTree();
    try (var open = shelf.database.dataSource().getConnection();
        var sent = open.createStatement()) {
      open.setAutoCommit(false);
      sent.execute("create temporary table business_change on commit drop as select 1");
      assertThatThrownBy(() -> sent.execute(leaf.formatted(next(), TlogLimits.LEAF_BYTES_MAX + 1)))
          .hasMessageContaining("evidence_pending_leaf_check");
      assertThatThrownBy(() -> sent.execute("select * from business_change"))
          .hasMessageContaining("aborted");
      open.rollback();
    }
    drain(sequencer, later());
    holdsAgainstThePlainTree();
  }

  /** Tiles cannot be written: the log waits, business goes on, and nothing of it is lost. */
  @Test
  void aFullDiskHoldsTheLogUpAndLosesNothing() throws SQLException {
    drain(sequencer, later());
    LogHead before = log.head().orElseThrow();
    shelf.sql(
        "create function no_space() returns trigger language plpgsql as $$ begin raise exception"
            + " 'could not extend file: No space left on device' using errcode = 'disk_full'; end"
            + " $$");
    shelf.sql(
        "create trigger full_disk before insert or update on log_tile"
            + " for each row execute function no_space()");
    append(300);
    Instant at = later();
    for (int times = 0; times < 2; times++) {
      assertThatThrownBy(() -> sequencer.step(at)).hasMessageContaining("No space left on device");
    }
    assertThat(log.head()).contains(before);
    append(1);
    assertThat(waiting()).isEqualTo(301);
    shelf.sql("drop trigger full_disk on log_tile");
    assertThat(drain(sequencer, later())).isEqualTo(301);
    holdsAgainstThePlainTree();
  }

  @Test
  void onlyTheHolderOfTheLeaseWrites() {
    append(2);
    Instant at = later();
    Sequencer first = sequencer();
    Sequencer second = sequencer();
    assertThat(first.step(at).taken()).isEqualTo(2);
    append(2);
    assertThat(second.step(at.plusSeconds(5)).head()).isEmpty();
    assertThat(second.step(at.plusSeconds(11)).taken()).isEqualTo(2);
    append(1);
    assertThat(first.step(at.plusSeconds(12)).head()).isEmpty();
    second.release();
    assertThat(first.step(at.plusSeconds(13)).taken()).isEqualTo(1);
    append(1);
    // A clock set back by a year does not shut everybody out.
    assertThat(first.step(at.minusSeconds(31_536_000)).taken()).isEqualTo(1);
    holdsAgainstThePlainTree();
  }

  @Test
  void twoProgramsAtOnceDoNotFork() throws Exception {
    append(2_000);
    Instant at = later();
    List<Integer> taken =
        Shelf.together(
            4,
            () -> {
              int sum = 0;
              Sequencer mine = sequencer();
              for (int times = 0; times < 5; times++) {
                sum += mine.step(at).taken();
              }
              return sum;
            });
    assertThat(taken.stream().mapToInt(each -> each).sum()).isEqualTo(2_000);
    holdsAgainstThePlainTree();
  }

  @Test
  void findsAnEntryByWhatItIsAboutAndByDigest() {
    Matter matter = shelf.matter();
    KeptDecision kept = shelf.keep(matter.id());
    drain(sequencer, later());
    LogBook.Entry entry = log.find("decision", kept.id().text()).orElseThrow();
    assertThat(entry.leafHash())
        .isEqualTo(new TreeHasher().leaf(entry.leaf().getBytes(StandardCharsets.UTF_8)));
    Digest leafHash = new Digest(entry.leafHash().toString());
    assertThat(log.find(leafHash).map(LogBook.Entry::index)).contains(entry.index());
    String commitment =
        HexFormat.of()
            .formatHex(
                shelf
                    .database
                    .dsl()
                    .fetchSingle(
                        "select commitment from evidence_pending where subject = ?",
                        kept.id().text())
                    .get(0, byte[].class));
    assertThat(log.find(new Digest(commitment)).map(LogBook.Entry::index)).contains(entry.index());
    assertThat(log.find(Digest.of(new byte[1]))).isEmpty();
  }

  @Test
  void whatIsLoggedCannotBeChanged() {
    append(3);
    drain(sequencer, later());
    refused("update log_entry set index = index + 1");
    refused("delete from log_entry");
    refused("delete from log_tile");
    refused("update log_tile set hashes = repeat('x', octet_length(hashes)::int + 32)::bytea");
    refused("update log_epoch set size = 0");
    refused("update log_epoch set root = repeat('x', 32)::bytea");
    refused("truncate log_epoch cascade");
    refused("update log_lease set settled = settled - 1");
    refused("delete from log_lease");
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> shelf.sql(statement))
        .as(statement)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("refused");
  }
}
