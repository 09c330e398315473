package dev.hufu.stream;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.jspecify.annotations.Nullable;

/**
 * A failure that comes once, and surely between two checkpoints of a job that has decided already:
 * the source waits at line {@link #GATE} until a checkpoint with decisions of every shard in it has
 * completed, and some decisions later the job is made to fail. Static, because Flink copies what it
 * runs.
 */
final class Failure {

  static final int GATE = 4_000;
  private static final int DECISIONS_AFTER_THE_GATE = 300;

  private static volatile CountDownLatch checkpointed = new CountDownLatch(1);
  private static final AtomicInteger THROWN = new AtomicInteger();
  private static final AtomicInteger RESTORED = new AtomicInteger();

  private Failure() {}

  static void reset() {
    checkpointed = new CountDownLatch(1);
    THROWN.set(0);
    RESTORED.set(0);
  }

  static int thrown() {
    return THROWN.get();
  }

  /** How often the job began from a checkpoint. */
  static int restored() {
    return RESTORED.get();
  }

  /** A file of which the rest is held back until a checkpoint has completed. */
  static final class Gated extends SimpleStreamFormat<EventLine> {

    private static final long serialVersionUID = 1;

    private final EventFormat format;

    Gated(EventFormat format) {
      this.format = format;
    }

    @Override
    public StreamFormat.Reader<EventLine> createReader(Configuration settings, FSDataInputStream in)
        throws IOException {
      StreamFormat.Reader<EventLine> reader = format.createReader(settings, in);
      return new StreamFormat.Reader<>() {
        private int read;

        @Override
        public @Nullable EventLine read() throws IOException {
          if (++read == GATE) {
            await();
          }
          return reader.read();
        }

        @Override
        public void close() throws IOException {
          reader.close();
        }
      };
    }

    private static void await() throws IOException {
      try {
        if (!checkpointed.await(2, TimeUnit.MINUTES)) {
          throw new IOException("no checkpoint came");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException(stopped);
      }
    }

    @Override
    public TypeInformation<EventLine> getProducedType() {
      return format.getProducedType();
    }
  }

  /**
   * Which checkpoint is the first with decisions of every shard in it: a step that starts slowly
   * has none in the first ones.
   */
  private static final class Full implements Serializable {

    private static final long serialVersionUID = 1;

    private final int shards;
    private final HashSet<String> seen = new HashSet<>();
    private long first = Long.MAX_VALUE;

    Full(int shards) {
      this.shards = shards;
    }

    void snapshot(long checkpoint) {
      if (seen.size() == shards) {
        first = Math.min(first, checkpoint);
      }
    }
  }

  /** Hands everything on, and throws once. */
  static final class Once extends RichMapFunction<String, String>
      implements CheckpointedFunction, CheckpointListener {

    private static final long serialVersionUID = 1;

    private final KeySelector<String, String> shard;
    private final Full full;
    private int seenSinceCheckpoint;

    /**
     * @param shard of a decision
     * @param shards how many there are
     */
    Once(KeySelector<String, String> shard, int shards) {
      this.shard = shard;
      this.full = new Full(shards);
    }

    @Override
    public String map(String decision) throws Exception {
      full.seen.add(shard.getKey(decision));
      if (checkpointed.getCount() == 0
          && ++seenSinceCheckpoint > DECISIONS_AFTER_THE_GATE
          && THROWN.compareAndSet(0, 1)) {
        throw new IllegalStateException("a machine is gone");
      }
      return decision;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      full.snapshot(context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      if (checkpoint >= full.first) {
        checkpointed.countDown();
      }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
      if (context.isRestored()) {
        RESTORED.incrementAndGet();
      }
    }
  }
}
