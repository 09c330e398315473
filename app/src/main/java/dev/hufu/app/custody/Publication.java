package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What everybody may see of the log, and what the witnesses are to look at next.
 *
 * <p>One checkpoint at a time goes to all witnesses, so that their lines come together under one.
 * It is published once they are enough. If they are not after the wait, the newest checkpoint is
 * published all the same and {@link #alarm} says so, until they are enough again; where the policy
 * is closed, what was published stays. What is published never gets shorter.
 */
final class Publication {

  private final LogPolicy policy;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private Optional<LogHead> newest = Optional.empty();
  private Optional<LogHead> round = Optional.empty();
  private Optional<LogHead> signed = Optional.empty();
  private Optional<LogHead> served = Optional.empty();
  private List<NoteSignature> lines = List.of();
  private long roundBegan;
  private boolean met;
  private boolean alarmed;

  /**
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  Publication(LogPolicy policy, LongSupplier nanos) {
    this.policy = policy;
    this.nanos = nanos;
  }

  /** Runs what needs the lock. */
  private interface Locked<T> {
    T run();
  }

  private <T> T locked(Locked<T> work) {
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  /** The published log, with the lines of witnesses under its checkpoint. */
  Optional<LogHead> served() {
    return locked(() -> served);
  }

  /** The published log as the log itself signed it. */
  Optional<LogHead> signed() {
    return locked(() -> signed);
  }

  /** Told while too few witnesses cosign. */
  Optional<Refusal> alarm() {
    return locked(
        () ->
            alarmed
                ? Optional.of(
                    Refusal.of(
                        Code.LOG_NOT_WITNESSED,
                        count(served) + " / " + policy.policy().witnesses().size()))
                : Optional.empty());
  }

  /** How many keys of the policy stand under a checkpoint that was published. */
  int count(Optional<LogHead> head) {
    return head.flatMap(LogHead::checkpoint).map(this::count).orElse(0);
  }

  private int count(String checkpoint) {
    List<NoteSignature> under = note(checkpoint).signatures();
    return (int)
        policy.policy().witnesses().stream()
            .filter(witness -> under.stream().anyMatch(witness.key()::signed))
            .count();
  }

  /** A log that was signed, committed and marked. */
  void offer(LogHead head) {
    lock.lock();
    try {
      newest = Optional.of(head);
      if (head.size() == 0 || policy.policy().quorum().met(_none -> false)) {
        publish(head, List.of());
      }
      if (head.size() == 0) {
        return;
      }
      if (round.isEmpty() || met || overdue()) {
        begin(head);
      }
      if (alarmed && !policy.closed()) {
        publish(head, List.of());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks whether the wait is over; to be called now and then. */
  void tick() {
    lock.lock();
    try {
      if (round.isEmpty() || met || !overdue()) {
        return;
      }
      alarmed = !policy.policy().quorum().met(_none -> false);
      LogHead latest = newest.orElseThrow();
      boolean same = latest.equals(round.get());
      if (!policy.closed()) {
        publish(latest, same ? lines : List.of());
      }
      if (!same) {
        begin(latest);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean overdue() {
    return nanos.getAsLong() - roundBegan >= policy.patience().toNanos();
  }

  private void begin(LogHead head) {
    round = Optional.of(head);
    lines = List.of();
    met = false;
    roundBegan = nanos.getAsLong();
    changed.signalAll();
  }

  /** Verified lines under a checkpoint. */
  void cosigned(LogHead head, List<NoteSignature> more) {
    lock.lock();
    try {
      if (round.filter(head::equals).isEmpty()) {
        if (signed.filter(head::equals).isPresent()) {
          publish(head, union(note(served.orElseThrow().checkpoint().orElseThrow()), more));
        }
        return;
      }
      lines = union(lines, more);
      List<NoteSignature> under = lines;
      if (policy.policy().quorum().met(key -> signedBy(under, key))) {
        met = true;
        alarmed = false;
        publish(head, lines);
        newest.filter(latest -> latest.size() > head.size()).ifPresent(this::begin);
      }
    } finally {
      lock.unlock();
    }
  }

  private static boolean signedBy(List<NoteSignature> lines, NoteKey key) {
    return lines.stream().anyMatch(key::signed);
  }

  private List<NoteSignature> union(SignedNote note, List<NoteSignature> more) {
    List<NoteSignature> under =
        note.signatures().stream()
            .filter(
                line ->
                    policy.policy().witnesses().stream().anyMatch(one -> one.key().signed(line)))
            .toList();
    return union(under, more);
  }

  private static List<NoteSignature> union(List<NoteSignature> one, List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(one);
    more.stream()
        .filter(
            line ->
                all.stream()
                    .noneMatch(
                        have -> have.keyId() == line.keyId() && have.name().equals(line.name())))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static SignedNote note(String checkpoint) {
    return SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private void publish(LogHead head, List<NoteSignature> under) {
    boolean shorter =
        signed.filter(now -> now.epoch() == head.epoch() && now.size() > head.size()).isPresent();
    boolean known = signed.filter(head::equals).isPresent() && under.isEmpty();
    if (shorter || known) {
      return;
    }
    signed = Optional.of(head);
    served = Optional.of(under.isEmpty() ? head : with(head, under));
  }

  /** A head whose checkpoint has these lines under those of the log. */
  static LogHead with(LogHead head, List<NoteSignature> under) {
    SignedNote note = note(head.checkpoint().orElseThrow());
    return new LogHead(
        head.epoch(),
        head.origin(),
        head.size(),
        head.root(),
        Optional.of(new SignedNote(note.text(), union(note.signatures(), under)).toString()),
        head.signedAt());
  }

  /** Waits for a checkpoint to be witnessed other than the last that was done. */
  Optional<LogHead> await(Optional<LogHead> done, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (left > 0 && (round.isEmpty() || round.equals(done))) {
        left = changed.awaitNanos(left);
      }
      return round.filter(head -> done.filter(head::equals).isEmpty());
    } finally {
      lock.unlock();
    }
  }
}
