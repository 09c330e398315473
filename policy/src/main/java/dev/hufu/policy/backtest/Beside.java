package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Kept;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The other pack of a backtest, which decides a few batches behind on a thread of its own, in the
 * same order; what both decided is counted there as well. One thread fills the batches.
 */
final class Beside {

  private static final int BATCH = 256;
  private static final int BATCHES = 4;

  private final EventDecider decider;
  private final Retyping retyping;
  private final Tally leading;
  private final Tally tally;
  private final Differences differences;

  /** Whether both have the same features, which then are computed once. */
  private final boolean following;

  private final Batch[] batches = new Batch[BATCHES];
  private int filling;
  private int filled;
  private CompletableFuture<Void> counted = CompletableFuture.completedFuture(null);

  /** One event with what the leading pack made of it. */
  private static final class Moment {
    final Kept kept;
    EventValues event;
    long nowMillis;
    Labels.Label label = Labels.Label.UNKNOWN;
    long fen;

    Moment(Kept kept, EventValues event) {
      this.kept = kept;
      this.event = event;
    }
  }

  /** Moments that are filled, handed over together and filled again when they are counted. */
  private static final class Batch {
    final @Nullable Moment[] moments = new Moment[BATCH];
    CompletableFuture<Void> counted = CompletableFuture.completedFuture(null);
  }

  /**
   * @param leading the counts of the pack that decides first
   */
  Beside(EventProgram program, EventDecider leader, Tally leading) {
    this.decider = new EventDecider(program);
    this.retyping = new Retyping(program.policy().types());
    this.leading = leading;
    this.tally = new Tally(program);
    this.differences = new Differences(program, leader.program());
    this.following = decider.mayFollow(leader);
    for (int batch = 0; batch < BATCHES; batch++) {
      batches[batch] = new Batch();
    }
  }

  /** Takes the event that the leader has just taken. */
  void accept(
      EventDecider leader, EventValues event, long nowMillis, Labels.Label label, long fen) {
    if (following && !leader.decided()) {
      return;
    }
    @Nullable Moment[] moments = batches[filling].moments;
    Moment moment = moments[filled];
    if (moment == null) {
      moment = new Moment(leader.newKept(), event);
      moments[filled] = moment;
    }
    leader.keep(moment.kept);
    moment.event = event;
    moment.nowMillis = nowMillis;
    moment.label = label;
    moment.fen = fen;
    if (++filled == BATCH) {
      handOver();
    }
  }

  private void handOver() {
    Batch batch = batches[filling];
    int count = filled;
    counted = counted.thenRunAsync(() -> count(batch, count), Thread::startVirtualThread);
    batch.counted = counted;
    filled = 0;
    filling = (filling + 1) % BATCHES;
    await(batches[filling].counted);
  }

  private static void await(CompletableFuture<Void> counted) {
    try {
      counted.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw failure;
    }
  }

  private void count(Batch batch, int count) {
    for (int place = 0; place < count; place++) {
      count(Objects.requireNonNull(batch.moments[place]));
    }
  }

  private void count(Moment moment) {
    boolean decided = decide(moment);
    boolean led = moment.kept.decided();
    if (led) {
      leading.add(moment.event, moment.kept.ruling(), moment.label, moment.fen);
    }
    if (led && decided) {
      tally.add(moment.event, decider.ruling(), moment.label, moment.fen);
      differences.add(moment.event, decider.ruling(), moment.kept.ruling(), moment.label);
    } else if (led || decided) {
      differences.addOneSided();
    }
  }

  /** Whether this pack decides upon the event. */
  private boolean decide(Moment moment) {
    if (following) {
      decider.follow(moment.kept, moment.event);
      return true;
    }
    Optional<EventValues> theirs = retyping.of(moment.event);
    theirs.ifPresent(values -> decider.step(values, moment.nowMillis));
    return theirs.isPresent() && decider.decided();
  }

  /** Waits until all that was taken is counted. */
  void settle() {
    if (filled > 0) {
      handOver();
    }
    await(counted);
  }

  BacktestReport.Arm arm() {
    return tally.arm();
  }

  BacktestReport.Difference difference() {
    return differences.between(tally, leading);
  }
}
