package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.bill.LossEvaluation;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.load.PackLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: bills in, one timeline out, as JSON, as a page, as a workbook, with the exit code that was
 * promised. Method: the command as it is called, with the packs that ship.
 */
class BillCommandTest {

  private static final String HEAD =
      "微信支付账单明细\n微信昵称：[小满]\n共3笔记录\n" + "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n";
  private static final String QUIET =
      HEAD
          + "2026-05-04 12:30:00,商户消费,面馆,面,支出,¥35.50,零钱,支付成功,42001,10,/\n"
          + "2026-05-03 12:30:00,面馆-退款,面馆,面,收入,¥35.00,/,已退款￥35.00,42002,11,/\n"
          + "2026-05-02 12:30:00,商户消费,面馆,面,支出,¥35.00,零钱,已全额退款,42003,12,/\n";
  private static final String BAD =
      HEAD
          + "2026-05-20 14:03:00,转账,阿杰,\"=cmd|' /C calc'!A0\",支出,¥1999.00,零钱,对方已收钱,42004,/,/\n"
          + "2026-05-20 14:00:00,转账,阿杰,<script>alert(1)</script>,支出,¥0.01,零钱,对方已收钱,42005,/,/\n"
          + "昨天,转账,阿杰,x,支出,¥1.00,零钱,对方已收钱,42006,/,/\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(Object... words) {
    List<String> args = new ArrayList<>(List.of("bill"));
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

  @Test
  void aQuietBillIsCleanAndItsRefundIsPaired() throws IOException {
    Path file = file("w.csv", QUIET);
    assertThat(run(file, "--json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(said());
    JsonNode told = json.get("files").get(0);
    assertThat(told.get("platform").asString()).isEqualTo("wechat");
    assertThat(told.get("form").asString()).isEqualTo("wechat-csv");
    assertThat(told.get("account").asString()).isEqualTo("小满");
    assertThat(told.get("declared").get("rows").asInt()).isEqualTo(3);
    assertThat(told.get("found").get("out").get("amountFen").asLong()).isEqualTo(7_050);
    assertThat(told.get("rowsRead").asInt()).isEqualTo(3);
    assertThat(told.get("rowsRefused")).isEmpty();
    JsonNode first = json.get("rows").get(0);
    assertThat(first.get("time").asString()).isEqualTo("2026-05-02T12:30:00+08:00");
    assertThat(first.get("amountFen").asLong()).isEqualTo(3_500);
    assertThat(first.get("direction").asString()).isEqualTo("out");
    assertThat(first.get("ids").get("transaction").asString()).isEqualTo("42003");
    assertThat(first.get("pairedWith").get(0).get("row").asInt()).isEqualTo(6);
    assertThat(first.get("position").get("file").asString()).isEqualTo(file.toString());
    assertThat(first.get("position").get("row").asInt()).isEqualTo(7);
    assertThat(json.get("findings")).isEmpty();
    assertThat(run(file)).isZero();
    assertThat(said()).contains("读到 3 行，读不了 0 行，文件里共 3 行", "没有看到");
  }

  @Test
  void aMadeUpBillIsReadToTheLastRowInBothFormsAndTimed() throws IOException {
    Path csv = folder.resolve("made.csv");
    Path xlsx = folder.resolve("made.xlsx");
    assertThat(run("sample", csv, "--rows", 9_000)).isZero();
    assertThat(run("sample", xlsx, "--rows", 9_000)).isZero();
    assertThat(run(csv, "--json", "--times")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("reading", "findings", "all");
    JsonNode one = JsonMapper.shared().readTree(said());
    assertThat(run(xlsx, "--json")).isEqualTo(1);
    JsonNode other = JsonMapper.shared().readTree(said());
    assertThat(one.get("files").get(0).get("rowsRead").asInt()).isEqualTo(9_000);
    assertThat(one.get("files").get(0).get("notes")).isEmpty();
    assertThat(other.get("files").get(0).get("found"))
        .isEqualTo(one.get("files").get(0).get("found"));
    assertThat(other.get("findings").size()).isEqualTo(one.get("findings").size());
    byte[] before = Files.readAllBytes(csv);
    assertThat(run("sample", csv, "--rows", 10)).as("a file that is there").isEqualTo(2);
    assertThat(Files.readAllBytes(csv)).isEqualTo(before);
    assertThat(run("sample", csv, "--rows", 0)).isEqualTo(2);
  }

  @Test
  void aBillOfWhichNoRowCouldBeReadIsNotCleanAndSaysWhere() throws IOException {
    Path years = file("y.csv", HEAD + "1900-01-05 00:00:00,转账,阿杰,x,支出,¥1.00,零钱,支付成功,1,/,/\n");
    assertThat(run(years)).isEqualTo(2);
    assertThat(said()).contains("读到 0 行，读不了 1 行", "5:1 时间不可能：1900-01-05", "HF-1317");
    Path sums = file("s.csv", HEAD + "2026-05-05 00:00:00,转账,阿杰,x,支出,=1+1,零钱,支付成功,1,/,/\n");
    assertThat(run(sums)).isEqualTo(2);
    assertThat(said()).contains("5:6 金额读不懂：=1+1", "HF-1318");
  }

  @Test
  void whatStandsOutIsExitOneAndARefusedFileExitTwo() throws IOException {
    Path bad = file("b.csv", BAD);
    assertThat(run(bad, "--json")).isEqualTo(1);
    JsonNode json = JsonMapper.shared().readTree(said());
    JsonNode finding = json.get("findings").get(0);
    assertThat(finding.get("rule").asString()).isEqualTo("probe-then-large");
    assertThat(finding.get("strength").asString()).isEqualTo("strong");
    assertThat(finding.get("rows")).hasSize(2);
    assertThat(finding.get("reason").asString()).contains("阿杰");
    JsonNode refused = json.get("files").get(0).get("rowsRefused").get(0);
    assertThat(refused.get("code").asString()).isEqualTo("HF-1316");
    assertThat(refused.get("position").get("row").asInt()).isEqualTo(7);
    assertThat(refused.get("raw").asString()).contains("昨天");
    Path none = file("n.csv", "你好\n");
    assertThat(run(none, bad, "--json")).isEqualTo(2);
    json = JsonMapper.shared().readTree(said());
    assertThat(json.get("filesRefused").get(0).get("code").asString()).isEqualTo("HF-1301");
    assertThat(json.get("rows")).hasSize(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1301");
    assertThat(run(folder.resolve("missing.csv"))).isEqualTo(2);
  }

  @Test
  void theSameFileTwiceIsOneStory() throws IOException {
    Path one = file("w.csv", QUIET);
    Path two = file("w2.csv", QUIET);
    assertThat(run(one, two, "--json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(said());
    assertThat(json.get("rows")).hasSize(3);
    assertThat(json.get("rowsRemoved")).hasSize(3);
    assertThat(json.get("rowsRemoved").get(0).get("sameAs").get("file").asString())
        .isEqualTo(one.toString());
  }

  @Test
  void exportsAreWholeAndNothingInThemActs() throws IOException {
    Path bad = file("b.csv", BAD);
    Path html = folder.resolve("r.html");
    Path xlsx = folder.resolve("r.xlsx");
    Path csv = folder.resolve("r.csv");
    assertThat(run(bad, "--report", html, "--xlsx", xlsx, "--csv", csv)).isEqualTo(1);
    assertThat(Files.readString(html))
        .contains("先试小额再转大额", "HF-1316", "&lt;script&gt;", "<svg", "default-src 'none'")
        .doesNotContain("<script", "http://", "https://", "src=");
    assertThat(Files.readString(csv))
        .contains(",'=cmd|", "2026-05-20 14:03:00", "先试小额再转大额")
        .startsWith("\ufeff时间");
    try (InputStream in = Files.newInputStream(xlsx);
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      var sheets = book.getSheets().toList();
      assertThat(sheets).hasSize(4);
      var rows = sheets.getFirst().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(2).getCell(9).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(2).getCell(9).asString()).startsWith("=cmd|");
      assertThat(rows.get(2).getCell(3).asNumber()).isEqualByComparingTo("1999");
      assertThat(sheets.get(2).read().get(1).getCell(1).asString()).isEqualTo("HF-1316");
    }
  }

  @Test
  void asManyFilesAsTheLimitAndNotOneMore() throws IOException {
    Path one = file("w.csv", QUIET);
    Object[] most = Collections.nCopies(Limits.BILL_FILES_MAX, one).toArray();
    assertThat(run(most)).isZero();
    List<Object> more = new ArrayList<>(List.of(most));
    more.add(one);
    assertThat(run(more.toArray())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1330");
  }

  @Test
  void knownCasesAreFoundAndOrdinaryYearsStayQuiet() {
    var forensics =
        PackLibrary.ofFolder(SourceTree.root().resolve("packs"))
            .find("cn/loss")
            .orElseThrow()
            .forensics()
            .orElseThrow();
    LossEvaluation evaluation = new LossEvaluation(forensics).years(7, 3);
    assertThat(evaluation.foundShare()).isGreaterThanOrEqualTo(LossEvaluation.FOUND_MIN);
    assertThat(evaluation.alarmsPerThousand())
        .isLessThanOrEqualTo(LossEvaluation.ALARMS_PER_THOUSAND_MAX);
  }
}
