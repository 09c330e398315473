package dev.hufu.bench.flink;

import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * The features as four OVER windows in a chain, for one SELECT may hold but one window. A window is
 * a millisecond shorter than its name, for {@code RANGE} includes its lower end and ours does not.
 */
final class SqlEngine implements Engine {

  private static final String HOUR = "INTERVAL '59:59.999' MINUTE TO SECOND(3)";
  private static final String DAY = "INTERVAL '23:59:59.999' HOUR TO SECOND(3)";

  private static final String QUERY =
      """
      SELECT f1 + f2 * 2 + f3 * 3 + f4 * 4 + f5 * 5 + f6 * 6 + f7 * 7
        + COUNT(DISTINCT payer) OVER (%s) * 8 AS total
      FROM (SELECT *, COUNT(*) OVER (%s) AS f5, SUM(amount) OVER (%s) AS f6,
              COUNT(DISTINCT payer) OVER (%s) AS f7
      FROM (SELECT *, COUNT(*) OVER (%s) AS f3, MAX(amount) OVER (%s) AS f4
      FROM (SELECT *, COUNT(*) OVER (%s) AS f1, SUM(amount) OVER (%s) AS f2
      FROM transfers)))
      """;

  @Override
  public long checksum(int events) throws Exception {
    try (StreamExecutionEnvironment flink = FlinkTotals.environment()) {
      StreamTableEnvironment tables = StreamTableEnvironment.create(flink);
      tables.createTemporaryView(
          "transfers",
          FlinkTotals.source(flink, events),
          Schema.newBuilder()
              .columnByExpression("moment", "TO_TIMESTAMP_LTZ(`at`, 3)")
              .watermark("moment", "moment")
              .build());
      String device = over("device", DAY);
      String payee = over("payee", DAY);
      String day = over("payer", DAY);
      String hour = over("payer", HOUR);
      Table result =
          tables.sqlQuery(QUERY.formatted(device, payee, payee, payee, day, day, hour, hour));
      DataStream<Long> sums =
          tables.toDataStream(result).<Long>map(SqlEngine::total).returns(Types.LONG);
      return FlinkTotals.run(flink, sums);
    }
  }

  private static Long total(Row row) {
    return Objects.requireNonNull((Long) row.getField(0));
  }

  private static String over(String key, String width) {
    return "PARTITION BY "
        + key
        + " ORDER BY moment RANGE BETWEEN "
        + width
        + " PRECEDING AND CURRENT ROW";
  }
}
