package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: bills in, the figures of the pack out, with their rows, their reasons and the exit codes
 * that are promised. Method: the command as it is called, over four months of a small shop's bill.
 */
class BillFeaturesTest {

  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  private int run(Object... words) {
    List<String> args = new ArrayList<>(List.of("bill", "features"));
    for (Object word : words) {
      args.add(word.toString());
    }
    out.reset();
    err.reset();
    return Main.run(
        args.toArray(String[]::new),
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path shop() throws IOException {
    StringBuilder text =
        new StringBuilder("微信支付账单明细\n微信昵称：[林姐]\n")
            .append("交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n");
    for (LocalDate day = LAST; day.isAfter(LAST.minusMonths(4)); day = day.minusDays(1)) {
      row(text, day + " 12:00:00", "二维码收款", "顾客" + day.getDayOfMonth() % 7, "收款", "收入", 100);
      if (day.getDayOfMonth() == 5) {
        row(text, day + " 10:00:00", "商户消费", "某某消费金融", "还款", "支出", 600);
        row(text, day + " 11:00:00", "零钱提现", "银行", "/", "/", 500);
      }
    }
    text.append("昨天,转账,阿杰,x,支出,¥1.00,零钱,对方已收钱,42006,/,/\n");
    return Files.writeString(folder.resolve("w.csv"), text);
  }

  private static void row(
      StringBuilder text, String time, String type, String who, String item, String way, int yuan) {
    text.append(
        "%s,%s,%s,%s,%s,¥%d.00,零钱,支付成功,4%08d,/,/\n"
            .formatted(time, type, who, item, way, yuan, text.length()));
  }

  @Test
  void aCardCanScoreWhatItPrints() throws IOException {
    assertThat(run(shop(), "--csv")).isEqualTo(ExitCodes.OK);
    List<String> lines = said().lines().toList();
    List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
    List<String> values = Arrays.asList(lines.get(1).split(",", -1));
    assertThat(lines).hasSize(2);
    assertThat(values).hasSameSizeAs(names);
    assertThat(values.get(names.indexOf("months"))).isEqualTo("4");
    assertThat(values.get(names.indexOf("netInflow"))).isEqualTo("3075.00");
    assertThat(values.get(names.indexOf("repayments"))).isEqualTo("0.1951");
    assertThat(values.get(names.indexOf("nearZeroDays"))).isEmpty();
  }

  @Test
  void jsonNamesRowsAndWhatIsMissing() throws IOException {
    assertThat(run(shop(), "--json", "--at", LAST, "--allow", "wallet-flow")).isZero();
    JsonNode json = JsonMapper.shared().readTree(said());
    JsonNode newLoans = feature(json, "newLoans");
    assertThat(newLoans.get("value").asInt()).isZero();
    JsonNode near = feature(json, "nearZeroDays");
    assertThat(near.get("value").isNull()).isTrue();
    assertThat(near.get("missing").asString()).isEqualTo("not-in-bill");
    assertThat(feature(json, "turnover").get("missing").asString()).isEqualTo("withheld");
    assertThat(feature(json, "repayments").get("rows").get(0).get("rows").asString())
        .startsWith("4-");
    assertThat(json.get("leftOut").get(0).get("why").asString()).isEqualTo("own-money");
    assertThat(json.get("leftOut").get(0).get("count").asInt()).isEqualTo(4);
    assertThat(json.get("rowsRefused").asInt()).isEqualTo(1);
  }

  private static JsonNode feature(JsonNode json, String name) {
    for (JsonNode feature : json.get("features")) {
      if (feature.get("name").asString().equals(name)) {
        return feature;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void aPersonReadsMonthsFiguresAndWhatIsLeftOut() throws IOException {
    assertThat(run(shop())).isZero();
    assertThat(said()).contains("█", "月均净流入", "账单里没有余额", "自己账户之间", "有 1 行没能读出来");
  }

  @Test
  void whatCannotBeUnderstoodIsToldByCode() throws IOException {
    Path shop = shop();
    assertThat(run(shop, "--allow", "CONTACTS")).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1431");
    assertThat(run(shop, "--at", "soon")).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1432");
    assertThat(run(shop, "--months", "61")).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1433");
    assertThat(run("--json")).isEqualTo(ExitCodes.USAGE);
    assertThat(run(Files.writeString(folder.resolve("no.csv"), "x"))).isEqualTo(4);
  }
}
