package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.Database;
import dev.hufu.store.EpochLeaf;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogFsck;
import dev.hufu.store.LogHead;
import dev.hufu.store.Sequencer;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.checkpoint.OpenCheckpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Work on the log while the server does not run: to check all of it, and to begin it anew.
 *
 * <p>Example: {@code LogOffice.open(folder, environment, database, clock).then(LogOffice::begin)}.
 * Errors: {@link Code#LOG_KEY_MISSING}, {@link Code#LOG_POLICY_BROKEN}, {@link
 * Code#LOG_NONE_BEFORE}.
 */
public final class LogOffice {

  /** More restores than this from before any epoch that a witness knows. */
  private static final int EPOCHS_TRIED_MAX = 100;

  private static final int LEASE_SECONDS_MAX = 15;

  private final LogKeys keys;
  private final LogPolicy policy;
  private final LogMarker marker;
  private final Database database;
  private final LogBook log;
  private final Clock clock;

  LogOffice(LogKeys keys, LogPolicy policy, LogMarker marker, Database database, Clock clock) {
    this.keys = keys;
    this.policy = policy;
    this.marker = marker;
    this.database = database;
    this.log = new LogBook(database);
    this.clock = clock;
  }

  public static Outcome<LogOffice> open(
      Path folder, Map<String, String> environment, Database database, Clock clock) {
    return LogKeys.open(LogKeys.file(environment, folder), true)
        .then(
            keys ->
                LogPolicy.of(environment)
                    .map(
                        policy ->
                            new LogOffice(
                                keys, policy, LogMarker.of(environment, folder), database, clock)));
  }

  /** Recomputes the whole log; gives the number of entries that were read. */
  public long check(Consumer<LogFsck.Problem> problems) {
    return new LogFsck(database).run(this::open, problems);
  }

  private Checked<Checkpoint> open(String origin, String note) {
    List<NoteVerifier> known =
        keys.publicKeys(origin).stream().map(CosignatureVerifier::of).toList();
    return OpenCheckpoint.open(note.getBytes(StandardCharsets.UTF_8), origin, known)
        .then(open -> Checked.sound(open.checkpoint()));
  }

  /**
   * Begins the next epoch, whose first entry holds the checkpoints of this one: the database's, and
   * the last that was seen outside if it is another. Its number is one that neither the database
   * nor the marker nor a witness has met.
   */
  public Outcome<LogHead> begin() throws IOException, InterruptedException {
    Optional<LogHead> before = log.head();
    Optional<String> seen = marker.read().filter(note -> checkpoint(note).isPresent());
    List<String> checkpoints = new ArrayList<>();
    before.flatMap(LogHead::checkpoint).ifPresent(checkpoints::add);
    seen.filter(note -> !checkpoints.contains(note)).ifPresent(checkpoints::add);
    if (checkpoints.isEmpty()) {
      return Outcome.refused(Code.LOG_NONE_BEFORE, marker.toString());
    }
    int epoch =
        1
            + Math.max(
                before.map(LogHead::epoch).orElse(0),
                seen.flatMap(LogOffice::checkpoint).map(LogOffice::epochOf).orElse(0));
    epoch = unknownToWitnesses(epoch);
    Sequencer sequencer = new Sequencer(database, keys.signer(), UUID.randomUUID());
    Optional<LogHead> begun = Optional.empty();
    for (int second = 0; begun.isEmpty() && second < LEASE_SECONDS_MAX; second++) {
      // A server that was killed holds its lease for some seconds more.
      Thread.sleep(second == 0 ? 0 : 1_000);
      begun =
          sequencer.begin(epoch, keys.origin(epoch), new EpochLeaf(checkpoints), clock.instant());
    }
    sequencer.release();
    if (begun.isEmpty()) {
      return Outcome.refused(Code.ALREADY_RUNNING, "log_lease");
    }
    marker.write(begun.get().checkpoint().orElseThrow());
    return Outcome.of(begun.get());
  }

  private static Optional<Checkpoint> checkpoint(String note) {
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))
                .then(read -> Checkpoint.parse(read.text()))
            instanceof Checked.Sound<Checkpoint>(var checkpoint)
        ? Optional.of(checkpoint)
        : Optional.empty();
  }

  private static int epochOf(Checkpoint seen) {
    String last = seen.origin().substring(seen.origin().lastIndexOf('/') + 1);
    return last.matches("[0-9]{1,6}") ? Integer.parseInt(last) : 0;
  }

  private int unknownToWitnesses(int first) throws InterruptedException {
    Publication publication = new Publication(policy, System::nanoTime);
    CheckpointBook book = new CheckpointBook(database);
    try (Courier courier = new Courier(Courier.PATIENCE);
        WitnessDesk desk = new WitnessDesk(policy, publication, log, book, courier, clock)) {
      int epoch = first;
      while (epoch < first + EPOCHS_TRIED_MAX
          && desk.probe(keys.empty(epoch, clock.instant())).refusal().isPresent()) {
        epoch++;
      }
      return epoch;
    }
  }
}
