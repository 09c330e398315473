package dev.hufu.stream;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecisionJson;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Decides upon the lines of each shard in the order they come: one {@link EventDecider} a shard,
 * and nothing else. Decisions are lines of JSON as {@code hufu decide} prints them; what was
 * refused goes to {@link #REFUSED} with its code.
 *
 * <p>Example: {@code lines.keyBy(shard).process(new DecidingStep(pack, nowMillis))}. Counts {@link
 * #READ} = {@link #DECIDED} + {@link #FED} + {@link #NOT_TAKEN}, over failures too. A checkpoint of
 * another pack is refused with {@code HF-959} before anything is decided.
 */
public final class DecidingStep extends KeyedProcessFunction<String, EventLine, String>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  /** A line for each line that was refused: code, place or id, reason. */
  public static final OutputTag<String> REFUSED = new OutputTag<>("refused") {};

  /** Lines that came. */
  public static final String READ = "hufu.read";

  /** Lines upon which was decided. */
  public static final String DECIDED = "hufu.decided";

  /** Events of kinds without rules; they only feed features. */
  public static final String FED = "hufu.fed";

  /** Lines without an event, and events that were late, twice there or otherwise not counted. */
  public static final String NOT_TAKEN = "hufu.refused";

  /** Shards that went on from a checkpoint when the job last began. */
  public static final String RESTORED = "hufu.restored";

  private final PackShipment pack;
  private final long nowMillis;

  private transient @Nullable EventProgram program;
  private transient @Nullable ListState<byte[]> kept;
  private transient @Nullable Map<String, Shard> shards;
  private transient @Nullable EventDecisionJson json;
  private transient @Nullable Counts counts;

  /** How many lines came to what, as Flink shows it. */
  private record Counts(
      LongCounter read, LongCounter decided, LongCounter fed, LongCounter refused) {

    void add(Shard restored) {
      read.add(restored.decided + restored.fed + restored.refused);
      decided.add(restored.decided);
      fed.add(restored.fed);
      refused.add(restored.refused);
    }
  }

  /**
   * @param nowMillis when the file arrived; events from after it are refused
   */
  public DecidingStep(PackShipment pack, long nowMillis) {
    this.pack = pack;
    this.nowMillis = nowMillis;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    EventProgram compiled = pack.program();
    Counts fresh = new Counts(count(READ), count(DECIDED), count(FED), count(NOT_TAKEN));
    // Every part of the job is handed all shards and takes its own, so that the job may be widened.
    ListState<byte[]> all =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    "shards", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    Map<String, Shard> own = new HashMap<>();
    for (byte[] bytes : all.get()) {
      if (isMine(Shard.name(bytes))) {
        Shard shard = restored(bytes, compiled);
        own.put(shard.name, shard);
        fresh.add(shard);
        count(RESTORED).add(1L);
      }
    }
    program = compiled;
    json = new EventDecisionJson();
    counts = fresh;
    kept = all;
    shards = own;
  }

  private LongCounter count(String name) {
    return getRuntimeContext().getLongCounter(name);
  }

  private boolean isMine(String shard) {
    var task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            shard, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  private static Shard restored(byte[] bytes, EventProgram program) throws IOException {
    return switch (Shard.restore(bytes, program)) {
      case Outcome.Ok<Shard>(var shard) -> shard;
      case Outcome.Refused<Shard>(var refusal) -> throw new IOException(refusal.toString());
    };
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    List<byte[]> bytes = new ArrayList<>();
    for (Shard shard : Objects.requireNonNull(shards).values()) {
      bytes.add(shard.keep());
    }
    Objects.requireNonNull(kept).update(bytes);
  }

  @Override
  public void processElement(EventLine line, Context context, Collector<String> out) {
    Counts at = Objects.requireNonNull(counts);
    Shard shard =
        Objects.requireNonNull(shards)
            .computeIfAbsent(
                context.getCurrentKey(),
                name -> new Shard(name, new EventDecider(Objects.requireNonNull(program))));
    at.read.add(1L);
    String refusal = line.refusal.isEmpty() ? step(shard, line, out) : line.refusal;
    if (!refusal.isEmpty()) {
      shard.refused++;
      at.refused.add(1L);
      context.output(REFUSED, refusal);
    }
  }

  /** Why the event was not counted, or nothing. */
  private String step(Shard shard, EventLine line, Collector<String> out) {
    EventDecider decider = shard.decider;
    EventValues event = line.event(decider.program().policy().types());
    Taken taken = decider.step(event, nowMillis);
    Counts at = Objects.requireNonNull(counts);
    if (taken != Taken.COUNTED) {
      return Refusal.of(code(taken), event.id()).toString();
    }
    if (decider.decided()) {
      shard.decided++;
      at.decided.add(1L);
      out.collect(Objects.requireNonNull(json).line(decider.decision(event)).toString());
    } else {
      shard.fed++;
      at.fed.add(1L);
    }
    return "";
  }

  private static Code code(Taken taken) {
    return switch (taken) {
      case DUPLICATE -> Code.EVENT_DUPLICATE;
      case TOO_LATE -> Code.EVENT_TOO_LATE;
      case FROM_FUTURE -> Code.EVENT_FROM_FUTURE;
      case KEY_FULL -> Code.EVENT_KEY_FULL;
      case COUNTED -> throw new IllegalArgumentException("counted");
    };
  }
}
