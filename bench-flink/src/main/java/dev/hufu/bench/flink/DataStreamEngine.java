package dev.hufu.bench.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The features as three keyed operators with state on the heap and object reuse. */
final class DataStreamEngine implements Engine {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  @Override
  public long checksum(int events) throws Exception {
    try (StreamExecutionEnvironment flink = FlinkTotals.environment()) {
      DataStream<Long> sums =
          FlinkTotals.source(flink, events)
              .keyBy(transfer -> transfer.payer)
              .process(new OfPayer())
              .keyBy(transfer -> transfer.payee)
              .process(new OfPayee())
              .keyBy(transfer -> transfer.device)
              .process(new OfDevice())
              .map(transfer -> transfer.sum)
              .returns(Types.LONG);
      return FlinkTotals.run(flink, sums);
    }
  }

  @SuppressWarnings("NullAway.Init") // Flink opens a function before it calls it
  private abstract static class Keyed extends KeyedProcessFunction<String, Transfer, Transfer> {

    private static final long serialVersionUID = 1;

    private transient ValueState<Ring> state;

    @Override
    public void open(OpenContext context) {
      state = getRuntimeContext().getState(new ValueStateDescriptor<>("ring", Ring.class));
    }

    final Ring ring(long width, boolean withLargest, boolean withPayers) throws Exception {
      @Nullable Ring ring = state.value();
      if (ring == null) {
        ring = new Ring(width, withLargest, withPayers);
        state.update(ring);
      }
      return ring;
    }
  }

  @SuppressWarnings("NullAway.Init") // Flink opens a function before it calls it
  private static final class OfPayer extends Keyed {

    private static final long serialVersionUID = 1;

    private transient ValueState<Ring> hour;

    @Override
    public void open(OpenContext context) {
      super.open(context);
      hour = getRuntimeContext().getState(new ValueStateDescriptor<>("hour", Ring.class));
    }

    @Override
    public void processElement(Transfer transfer, Context context, Collector<Transfer> out)
        throws Exception {
      @Nullable Ring ofHour = hour.value();
      if (ofHour == null) {
        ofHour = new Ring(HOUR, false, false);
        hour.update(ofHour);
      }
      ofHour.add(transfer);
      Ring ofDay = ring(DAY, true, false);
      ofDay.add(transfer);
      transfer.sum = ofHour.count() + ofHour.total() * 2 + ofDay.count() * 3 + ofDay.largest() * 4;
      out.collect(transfer);
    }
  }

  private static final class OfPayee extends Keyed {

    private static final long serialVersionUID = 1;

    @Override
    public void processElement(Transfer transfer, Context context, Collector<Transfer> out)
        throws Exception {
      Ring ring = ring(DAY, false, true);
      ring.add(transfer);
      transfer.sum += ring.count() * 5 + ring.total() * 6 + ring.payers() * 7;
      out.collect(transfer);
    }
  }

  private static final class OfDevice extends Keyed {

    private static final long serialVersionUID = 1;

    @Override
    public void processElement(Transfer transfer, Context context, Collector<Transfer> out)
        throws Exception {
      Ring ring = ring(DAY, false, true);
      ring.add(transfer);
      transfer.sum += ring.payers() * 8;
      out.collect(transfer);
    }
  }
}
