package dev.hufu.stream;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.util.ParameterTool;

/**
 * {@code hufu decide} as a Flink job over a bounded file: events in, decisions out, exactly once.
 *
 * <pre>flink run hufu-stream.jar --packs packs --pack cn/transfer --events e.ndjson \
 *     --decisions out --now 2026-11-22T00:00:00Z</pre>
 */
public final class DecideJob {

  private DecideJob() {}

  /** One file and one reader feed the job: only so are events in the order of their file. */
  public static void main(String[] arguments) throws Exception {
    ParameterTool options = ParameterTool.fromArgs(arguments);
    Path events = Path.of(options.getRequired("events"));
    PackShipment pack =
        PackShipment.ofFolder(Path.of(options.getRequired("packs")), options.getRequired("pack"))
            .orThrow();
    long now = Instant.parse(options.getRequired("now")).toEpochMilli();
    StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
    flink.getConfig().enableObjectReuse();
    DataStream<EventLine> lines =
        flink
            .fromSource(
                source(events, new EventFormat(pack, events.toString())),
                WatermarkStrategy.noWatermarks(),
                "events")
            .setParallelism(1);
    decide(lines, line -> "all", pack, now)
        .sinkTo(decisions(Path.of(options.getRequired("decisions"))));
    JobExecutionResult result = flink.execute("hufu decide " + options.getRequired("pack"));
    System.out.println(result.getAllAccumulatorResults());
  }

  /** One file, read once from its start to its end. */
  static FileSource<EventLine> source(Path file, StreamFormat<EventLine> format) {
    return FileSource.forRecordStreamFormat(
            format, org.apache.flink.core.fs.Path.fromLocalFile(file.toFile()))
        .build();
  }

  /**
   * The step over a stream of lines.
   *
   * @param shard which profiles a line belongs to; a constant where all belong together
   * @param nowMillis when the events arrived
   */
  public static SingleOutputStreamOperator<String> decide(
      DataStream<EventLine> lines,
      KeySelector<EventLine, String> shard,
      PackShipment pack,
      long nowMillis) {
    return lines
        .keyBy(shard, Types.STRING)
        .process(new DecidingStep(pack, nowMillis))
        .name("decide")
        .uid("decide");
  }

  /** Files of decisions that appear when a checkpoint holds, so that none appears twice. */
  static FileSink<String> decisions(Path folder) {
    return FileSink.<String>forRowFormat(
            org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile()),
            new SimpleStringEncoder<>("UTF-8"))
        .withBucketAssigner(new BasePathBucketAssigner<>())
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .build();
  }
}
