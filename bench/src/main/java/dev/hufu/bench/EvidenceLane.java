package dev.hufu.bench;

import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.store.Database;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.store.Sequencer;
import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.store.server.EmbeddedPostgres;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteSigner;
import dev.hufu.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * The evidence log on a real PostgreSQL with durable commits: what a business change pays for its
 * evidence row, how fast rows get their place, how long until they are published, and how many
 * bytes of tiles an entry costs.
 */
public final class EvidenceLane {

  private static final int CLIENTS = 8;
  private static final int ROW_BYTES = 300;
  private static final int RATE = 400;
  private static final long PAUSE_MILLIS = 200;
  private static final String BUSINESS =
      "insert into bench_business (payload, made_at) values (?, now())";
  private static final String PLAIN = "insert into bench_evidence (payload) values (?)";
  private static final String EVIDENCE =
      "insert into evidence_pending (kind, subject, commitment, leaf, created_at)"
          + " values ('bench', ?, ?, ?, now())";

  /** As the books of the store do it: the business row and its evidence in one statement. */
  private static final String TOGETHER = "with business as (" + BUSINESS + ") " + EVIDENCE;

  private final Database database;
  private final Path marker;
  private final AtomicLong subjects = new AtomicLong();
  private final Sequencer sequencer;
  private final LogBook log;

  private EvidenceLane(DatabaseAddress address, Database database, Path folder)
      throws SQLException {
    this.database = database;
    this.marker = folder.resolve("log.seen");
    this.log = new LogBook(database);
    this.sequencer = new Sequencer(database, EvidenceLane::sign, UUID.randomUUID());
    var _head = log.open(0, "hufu.local/bench/0", now());
    try (Connection owner =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement create = owner.createStatement()) {
      var _made =
          create.execute(
              "create table bench_business (id bigint generated always as identity primary key,"
                  + " payload bytea not null, made_at timestamptz not null);"
                  + "create table bench_evidence (id bigint generated always as identity primary"
                  + " key, payload bytea not null);"
                  + "grant insert on bench_business, bench_evidence to hufu_app");
    }
  }

  private static final List<NoteSigner> SIGNERS =
      List.of(
          Ed25519Signer.of("hufu.local/bench/0", new byte[32]),
          Cosigner.mlDsa44("hufu.local/bench/0", new byte[32]).at(0));

  private static String sign(String origin, long size, Hash root) {
    return SignedNote.sign(new Checkpoint(origin, size, root).text(), SIGNERS).toString();
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  public static void main(String[] args) throws Exception {
    boolean quick = args.length > 0;
    Path folder = Files.createTempDirectory("hufu-bench");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, _step -> {}).orThrow();
        Database database = Database.open(server.address()).orThrow()) {
      EvidenceLane lane = new EvidenceLane(server.address(), database, folder);
      lane.appending(quick ? 5 : 21, quick ? 500 : 1_000);
      lane.drain();
      lane.sequencing(quick ? 50_000 : 500_000);
      lane.publishing(quick ? 8 : 30);
      lane.bytes();
    }
  }

  /** What goes into the transaction beside the business row. */
  private enum Beside {
    NOTHING,
    /** A row of as many bytes in a table of its own: what keeping anything at all costs. */
    PLAIN_ROW,
    /** The evidence row as a statement of its own. */
    EVIDENCE_AFTER,
    /** Both rows in one statement, as the store writes them. */
    EVIDENCE_TOGETHER
  }

  /** Rounds take turns, so that a noisy neighbour meets all; of each the middle round counts. */
  private void appending(int rounds, long millis) throws Exception {
    double[][] rates = new double[Beside.values().length][rounds];
    for (int round = -1; round < rounds; round++) {
      for (Beside beside : Beside.values()) {
        double rate = clients(millis, beside);
        if (round >= 0) { // the first warms up
          rates[beside.ordinal()][round] = rate;
        }
      }
    }
    double alone = middle(rates, Beside.NOTHING);
    double plain = middle(rates, Beside.PLAIN_ROW);
    double after = middle(rates, Beside.EVIDENCE_AFTER);
    double together = middle(rates, Beside.EVIDENCE_TOGETHER);
    System.out.printf(
        Locale.ROOT,
        "| business row alone, %d clients | %,.0f transactions/s | bare SQL |%n| business row and a"
            + " plain row of %d bytes | %,.0f transactions/s | %.0f %% of it |%n| business row,"
            + " then evidence row | %,.0f transactions/s | %.0f %% of it |%n| business row with its"
            + " evidence row | %,.0f transactions/s | %.0f %% of bare SQL, %.0f %% of bare SQL with"
            + " the plain row |%n",
        CLIENTS,
        alone,
        ROW_BYTES,
        plain,
        100 * plain / alone,
        after,
        100 * after / alone,
        together,
        100 * together / alone,
        100 * together / plain);
  }

  private static double middle(double[][] rates, Beside beside) {
    return Arrays.stream(rates[beside.ordinal()])
        .sorted()
        .toArray()[rates[beside.ordinal()].length / 2];
  }

  private double clients(long millis, Beside beside) throws Exception {
    long begun = System.nanoTime();
    long end = begun + millis * 1_000_000;
    AtomicLong done = new AtomicLong();
    together(
        () -> {
          try (Connection connection = database.dataSource().getConnection();
              PreparedStatement business = connection.prepareStatement(BUSINESS);
              PreparedStatement plain = connection.prepareStatement(PLAIN);
              PreparedStatement row = connection.prepareStatement(EVIDENCE);
              PreparedStatement both = connection.prepareStatement(TOGETHER)) {
            connection.setAutoCommit(false);
            byte[] payload = new byte[ROW_BYTES];
            while (System.nanoTime() < end) {
              if (beside == Beside.EVIDENCE_TOGETHER) {
                both.setBytes(1, payload);
                append(both, 1);
              } else {
                business.setBytes(1, payload);
                business.executeUpdate();
              }
              if (beside == Beside.PLAIN_ROW) {
                plain.setBytes(1, payload);
                plain.executeUpdate();
              } else if (beside == Beside.EVIDENCE_AFTER) {
                append(row, 0);
              }
              connection.commit();
              done.incrementAndGet();
            }
            connection.setAutoCommit(true);
          }
        });
    return done.get() * 1e9 / (System.nanoTime() - begun);
  }

  /** Makes a leaf as a book does, for the open transaction, after the parameters before it. */
  private void append(PreparedStatement row, int before) throws SQLException {
    leaf(row, before);
    row.executeUpdate();
  }

  private void leaf(PreparedStatement row, int before) throws SQLException {
    long subject = subjects.incrementAndGet();
    Commitment commitment =
        Commitment.to(new byte[32], ByteBuffer.allocate(ROW_BYTES).putLong(subject).array());
    row.setString(before + 1, "B-" + subject);
    row.setBytes(before + 2, HexFormat.of().parseHex(commitment.sha256().hex()));
    row.setBytes(before + 3, Leaf.of("bench", now(), commitment).bytes());
  }

  /** Something to do with a connection of its own. */
  @FunctionalInterface
  private interface Client {
    void run() throws Exception;
  }

  private static void together(Client client) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int at = 0; at < CLIENTS; at++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      client.run();
                    } catch (Exception failed) {
                      throw new IllegalStateException(failed);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private long drain() {
    long taken = 0;
    Sequencer.Step step;
    do {
      step = sequencer.step(now());
      taken += step.taken();
    } while (step.more());
    return taken;
  }

  private void sequencing(int entries) throws Exception {
    long each = entries / CLIENTS;
    together(
        () -> {
          try (Connection connection = database.dataSource().getConnection();
              PreparedStatement row = connection.prepareStatement(EVIDENCE)) {
            connection.setAutoCommit(false);
            for (long at = 0; at < each; at++) {
              append(row, 0);
            }
            connection.commit();
            connection.setAutoCommit(true);
          }
        });
    long begun = System.nanoTime();
    long taken = drain();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| sequencing %,d entries that wait | %,.0f entries/s | signed twice a batch, durable |%n",
        taken,
        taken / seconds);
  }

  /** Rows come at a steady rate; the time runs from their commit to the end of publishing. */
  private void publishing(int seconds) throws Exception {
    Map<Long, Long> committed = new ConcurrentHashMap<>();
    Histogram waited = new Histogram(60_000_000L, 3);
    AtomicBoolean more = new AtomicBoolean(true);
    Thread keeper = Thread.ofPlatform().start(() -> keep(more, committed, waited));
    long begun = System.nanoTime();
    AtomicLong next = new AtomicLong();
    together(
        () -> {
          try (Connection connection = database.dataSource().getConnection();
              PreparedStatement row = connection.prepareStatement(EVIDENCE + " returning id")) {
            connection.setAutoCommit(false);
            for (long at = next.getAndIncrement();
                at < (long) seconds * RATE;
                at = next.getAndIncrement()) {
              long planned = begun + at * 1_000_000_000L / RATE;
              while (System.nanoTime() < planned) {
                Thread.sleep(1);
              }
              leaf(row, 0);
              try (ResultSet id = row.executeQuery()) {
                var _one = id.next();
                connection.commit();
                committed.put(id.getLong(1), System.nanoTime());
              }
            }
            connection.setAutoCommit(true);
          }
        });
    more.set(false);
    keeper.join();
    System.out.printf(
        Locale.ROOT,
        "| from commit to published, %,d rows at %d/s | p50 %.2f s, p99 %.2f s | most %.2f s |%n",
        waited.getTotalCount(),
        RATE,
        waited.getValueAtPercentile(50) / 1e6,
        waited.getValueAtPercentile(99) / 1e6,
        waited.getMaxValue() / 1e6);
  }

  /** What the server's keeper does: a step, the marker forced to disk, a pause. */
  private void keep(AtomicBoolean more, Map<Long, Long> committed, Histogram waited) {
    try {
      boolean last = false;
      while (!last) {
        last = !more.get();
        long before = log.head().orElseThrow().size();
        Sequencer.Step step = sequencer.step(now());
        LogHead head = step.head().orElseThrow();
        if (step.taken() > 0) {
          mark(head.checkpoint().orElseThrow());
          long published = System.nanoTime();
          for (long id : taken(before, head.size())) {
            Long at = committed.remove(id);
            if (at != null) {
              waited.recordValue(Math.max(0, (published - at) / 1_000));
            }
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | SQLException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void mark(String checkpoint) throws IOException {
    try (FileChannel file =
        FileChannel.open(marker, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var _bytes = file.write(ByteBuffer.wrap(checkpoint.getBytes(StandardCharsets.UTF_8)), 0);
      file.force(true);
    }
  }

  private List<Long> taken(long from, long to) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select pending from log_entry where index >= ? and index < ?")) {
      select.setLong(1, from);
      select.setLong(2, to);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
    }
    return ids;
  }

  private void bytes() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select (select sum(octet_length(hashes)) from log_tile)::float8 / size, size"
                    + " from log_epoch")) {
      var _one = row.next();
      System.out.printf(
          Locale.ROOT,
          "| hash tiles of %,d entries | %.2f bytes an entry | |%n",
          row.getLong(2),
          row.getDouble(1));
    }
  }
}
