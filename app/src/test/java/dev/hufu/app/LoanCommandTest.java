package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.loan.LoanRegister;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.evidence.document.Press;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: two true stories, a loan to a friend and a suit for what is left of one, come out to the
 * fen from a file. Method: the command as it is called, with the packs that ship.
 */
class LoanCommandTest {

  private static final String FRIEND =
      """
      lender: {name: 陈某某}
      borrower: {name: 雷××}
      sum: 10000 yuan
      use: 归还信用卡
      signedOn: 2026-11-21
      plan: {atEnd: 2027-03-31}
      repayment: 微信转账至出借人本人账户
      """;

  private static final String SUIT =
      """
      at: 2021-07-01
      lender: {name: 张某}
      borrower: {name: 李某某}
      sum: 45000 yuan
      signedOn: 2019-07-10
      received:
        - {day: 2019-07-10, sum: 10000 yuan}
        - {day: 2019-07-10, sum: 10000 yuan}
        - {day: 2019-07-10, sum: 10000 yuan}
        - {day: 2019-07-10, sum: 15000 yuan}
      confirmed:
        day: 2020-04-19
        sum: 35000 yuan
        how: 微信聊天
        parts: [{due: 2020-07-15, sum: 15000 yuan}, {due: 2020-10-31, sum: 20000 yuan}]
      evidence: [chatConfirmation, transferRecord, chatOriginal]
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  private int run(String task, String loan, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("loan.yaml"), loan);
    out.reset();
    err.reset();
    String[] args = new String[4 + more.length];
    System.arraycopy(new String[] {"loan", task, "--facts", file.toString()}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return Main.run(
        args,
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json(String loan, String day) throws IOException {
    assertThat(run("owed", loan, "--at", day, "--json")).isEqualTo(ExitCodes.OK);
    return JsonMapper.shared().readTree(said());
  }

  @Test
  void aLoanToAFriendOnPaper() throws IOException {
    assertThat(
            run(
                "iou",
                FRIEND + "rate: 6 %\nevidence: [transferRecord, transferNote, keptAsAgreed]\n",
                "--at",
                "2026-11-21"))
        .isEqualTo(ExitCodes.OK);
    assertThat(said())
        .contains(
            "借到人民币壹万元整（小写 ¥10,000.00）",
            "用途：归还信用卡",
            "年利率6 %",
            "2027年3月31日",
            "利息一共 213.70 元",
            "上限12.0 %，前提是一年期 LPR 还是3.00 %",
            "2026-08-20",
            "[CN-PL-05]",
            "钱到账，借款才成立 [CN-PL-02]",
            "时效到2030年3月31日 [CN-PL-12]",
            "借款，借给雷××，2027-03-31前还",
            "今借到陈某某人民币10,000.00元",
            "借贷合意",
            "证据链：不全",
            "2027-03-24 还有 7 天到期")
        .doesNotContain("违法", "不用还", "公证处");
    assertThat(err.size()).isZero();
  }

  @Test
  void oneThingDifferent() throws IOException {
    JsonNode above = json(FRIEND + "rate: 15 %\n", "2026-11-21");
    assertThat(above.get("cap").get("exceeded").asBoolean()).isTrue();
    assertThat(above.get("findings").findValuesAsString("id")).contains("rate-above-cap");
    JsonNode none = json(FRIEND, "2026-11-21");
    assertThat(none.get("findings").findValuesAsString("id")).contains("interest-free");
    assertThat(none.get("interest").asString()).isEqualTo("0.00");
    JsonNode less = json(FRIEND + "received: [{day: 2026-11-21, sum: 9500 yuan}]\n", "2026-11-21");
    assertThat(less.get("principal").asString()).isEqualTo("9500.00");
    assertThat(less.get("findings").findValuesAsString("law")).contains("CN-PL-03");
    JsonNode complete =
        json(
            FRIEND
                + "received: [{day: 2026-11-21, sum: 10000 yuan}]\n"
                + "evidence: [transferRecord, keptAsAgreed, chatConfirmation, transferVoucher]\n",
            "2026-11-21");
    assertThat(complete.get("evidence").get("state").asString()).isEqualTo("complete");
  }

  @Test
  void aSuitForWhatIsLeft() throws IOException {
    assertThat(run("claim", SUIT)).isEqualTo(ExitCodes.OK);
    assertThat(said())
        .contains(
            "被告归还借款本金 35,000.00 元",
            "逾期利息 1  555.35  15,000.00 × 351 天 × 3.85 % [CN-PL-06]",
            "逾期利息 2  512.63  20,000.00 × 243 天 × 3.85 % [CN-PL-06]",
            "今天可以要：36,067.98 元",
            "一年按 360 天：563.06 + 519.75",
            "时效到 2023-10-31 [CN-PL-12]",
            "最大的缺口：收钱的人就是他本人",
            "申请转账电子凭证 → 填对方完整姓名",
            "自己账号绑定手机号的页面",
            "接受货币一方所在地",
            "本省上年度就业人员年平均工资",
            "七个因素",
            "这些原件要留好")
        .doesNotContain("本金 45,000", "15.4 %", "违法");
    JsonNode report = json(SUIT, "2021-07-01");
    assertThat(report.get("owed").get("due").asString()).isEqualTo("36067.98");
    assertThat(report.get("evidence").get("gap").asString()).isEqualTo("receiver-is-borrower");
    assertThat(report.get("evidence").get("factors").size()).isEqualTo(7);
    assertThat(run("claim", SUIT, "--lang", "en")).isEqualTo(ExitCodes.OK);
    assertThat(said()).contains("36,067.98", "Default interest 1").doesNotContain("{");
  }

  @Test
  void aPaperAndARegisterInFiles() throws IOException {
    Path paper = folder.resolve("iou.xhtml");
    assertThat(run("iou", FRIEND, "--at", "2026-11-21", "--out", paper.toString()))
        .isEqualTo(ExitCodes.OK);
    assertThat(Files.readString(paper)).contains("<h1>借条</h1>", "seal-borrower");
    for (String task : List.of("iou", "demand", "claim")) {
      assertThat(run(task, SUIT, "--out", paper.toString())).isEqualTo(ExitCodes.OK);
      assertThat(Press.print(Files.readString(paper), Instant.EPOCH, List.of()).orThrow().seals())
          .hasSizeLessThan(3);
    }
    Path table = folder.resolve("loans.xlsx");
    assertThat(run("register", SUIT, "--out", table.toString())).isEqualTo(ExitCodes.OK);
    try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(table))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1).getCellAsNumber(9).orElseThrow()).isEqualByComparingTo("36067.98");
    }
    assertThat(run("register", SUIT)).isEqualTo(ExitCodes.OK);
    assertThat(said()).startsWith("\ufeff编号,").contains("36067.98", "2023-10-31", "不全");
    assertThat(run("register", SUIT, "--out", folder.resolve("a.ods").toString()))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1046");
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsPlace() throws IOException {
    assertThat(run("owed", FRIEND.replace("yuan", "usd"))).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1042", "loan.yaml:3:6");
    assertThat(run("owed", FRIEND + "evidence: [hearsay]\n")).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1047", "hearsay");
    assertThat(run("owed", FRIEND, "--at", "2020-12-31")).isEqualTo(ExitCodes.REFUSED);
    assertThat(run("owed", FRIEND, "--at", "soon")).isEqualTo(ExitCodes.REFUSED);
    assertThat(
            run(
                "owed",
                FRIEND + "payments: [{day: 2026-11-20, sum: 1 yuan}]\n",
                "--at",
                "2027-01-01"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1044");
  }

  @Test
  void aNameThatIsAFormulaStaysAName() throws IOException {
    LoanRegister.Row row = row("=HYPERLINK(\"x\")");
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    new LoanRegister(List.of(row)).csv(csv, Lang.EN);
    assertThat(csv.toString(StandardCharsets.UTF_8)).contains("'=HYPERLINK").contains(",-1.00,");
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    new LoanRegister(List.of(row)).xlsx(xlsx, Lang.EN);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
      assertThat(book.getFirstSheet().read().get(1).getCellText(2)).isEqualTo("=HYPERLINK(\"x\")");
    }
    int most = Limits.LOAN_REGISTER_ROWS_MAX;
    assertThat(LoanRegister.of(Collections.nCopies(most, row)).findValue()).isPresent();
    assertThat(
            LoanRegister.of(Collections.nCopies(most + 1, row)).findRefusal().orElseThrow().code())
        .isEqualTo(Code.LOAN_REGISTER_TOO_LONG);
  }

  private static LoanRegister.Row row(String borrower) {
    return new LoanRegister.Row(
        "1",
        "a",
        borrower,
        LocalDate.of(2026, 1, 1),
        new Fen(-100),
        Optional.of(new BigDecimal("6")),
        Optional.empty(),
        Fen.ZERO,
        Fen.ZERO,
        Fen.ZERO,
        Optional.empty(),
        new Wording("齐了", "complete"),
        Optional.empty(),
        Optional.empty());
  }
}
