package dev.hufu.bench.flink;

import java.util.Objects;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The two ends that both Flink jobs have in common: the events come, their checksums are added. */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it calls it
final class FlinkTotals extends RichMapFunction<Long, Long> {

  private static final long serialVersionUID = 1;
  private static final String SUM = "sum";

  /** Flink runs in this very process, so that reading the events costs no engine anything. */
  static volatile Transfer[] transfers = {};

  private transient LongCounter sum;

  static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
    flink.getConfig().enableObjectReuse();
    return flink;
  }

  static DataStream<Transfer> source(StreamExecutionEnvironment flink, int count) {
    return flink
        .fromSequence(0, count - 1L)
        .map(place -> transfers[place.intValue()])
        .returns(Transfer.class);
  }

  static long run(StreamExecutionEnvironment flink, DataStream<Long> sums) throws Exception {
    sums.map(new FlinkTotals()).sinkTo(new DiscardingSink<>());
    JobExecutionResult result = flink.execute();
    return Objects.requireNonNull(result.<Long>getAccumulatorResult(SUM));
  }

  @Override
  public void open(OpenContext context) {
    sum = getRuntimeContext().getLongCounter(SUM);
  }

  @Override
  public Long map(Long value) {
    sum.add(value.longValue());
    return value;
  }
}
