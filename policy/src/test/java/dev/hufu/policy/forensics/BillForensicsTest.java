package dev.hufu.policy.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillIds;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillSums;
import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Strength;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.pack.Forensics;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: each watch of {@code cn/loss} sees its case, with its rows and an innocent explanation, and
 * keeps quiet where the person has always done so. Method: a quiet half year of small payments, one
 * case in it.
 */
class BillForensicsTest {

  private static final Path PACKS = Path.of("../packs");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDateTime BAD = LocalDateTime.of(2026, 5, 20, 14, 0, 0);
  private static final Forensics WATCHES =
      PackLibrary.ofFolder(PACKS).find("cn/loss").orElseThrow().forensics().orElseThrow();

  private final List<BillRow> rows = new ArrayList<>();
  private boolean overCard;

  private void quietLife() {
    for (int day = 0; day < 180; day++) {
      LocalDateTime noon = START.plusDays(day).atTime(12, day % 60);
      pay(noon, 2_000 + day * 7L, "食堂", "午饭", RowKind.PURCHASE);
      pay(noon.plusHours(7), 4_000 + day * 11L, "超市" + day % 3, "买菜", RowKind.PURCHASE);
      if (day % 15 == 3) {
        pay(noon.plusHours(3), 30_000, "阿芳", "转账", RowKind.TRANSFER);
      }
      if (day % 30 == 5) {
        pay(noon.plusHours(4), 2_500, "视频会员", "自动续费", RowKind.PURCHASE);
        pay(noon.plusHours(5), 9_000, "阿妈", "亲属卡", RowKind.FAMILY_CARD);
        pay(noon.plusHours(6), 600, "游戏平台", "点券", RowKind.PURCHASE);
      }
    }
  }

  private BillRow pay(LocalDateTime at, long fen, String to, String item, RowKind kind) {
    return add(at, fen, Direction.OUT, to, item, kind, Optional.empty(), "CNY");
  }

  private BillRow add(
      LocalDateTime at,
      long fen,
      Direction direction,
      String with,
      String item,
      RowKind kind,
      Optional<Fen> left,
      String currency) {
    BillRow row =
        new BillRow(
            new BillPlace("w.csv", "", rows.size() + 1),
            overCard ? Platform.CCB : Platform.WECHAT,
            "",
            BillTime.of(at, ZONE, Exact.SECOND),
            new Fen(fen),
            direction,
            kind,
            RowStatus.DONE,
            with,
            "",
            new BillWords("", item, "零钱", "", "", ""),
            new BillIds("T" + rows.size(), ""),
            new BillSums(Optional.empty(), Optional.empty(), left, currency));
    rows.add(row);
    return row;
  }

  private Timeline timeline() {
    BillFile file =
        new BillFile(
            "w.csv",
            "",
            Platform.WECHAT,
            "made",
            "",
            BillTotals.NONE,
            BillTotals.NONE,
            rows.size(),
            List.of(),
            List.of());
    return Timeline.of(List.of(new Statement(file, rows)));
  }

  private List<BillFinding> findings() {
    return BillForensics.findings(WATCHES, timeline());
  }

  /** The finding of that rule, which must name exactly these rows. */
  private BillFinding seen(String rule, BillRow... wanted) {
    Timeline timeline = timeline();
    List<BillFinding> found =
        BillForensics.findings(WATCHES, timeline).stream()
            .filter(one -> one.rule().equals(rule))
            .toList();
    assertThat(found).as(rule).hasSize(1);
    BillFinding finding = found.getFirst();
    assertThat(finding.rows().stream().map(timeline.rows()::get).toList())
        .as(rule)
        .containsExactly(wanted);
    assertThat(finding.innocent().zh()).isNotBlank();
    assertThat(finding.reason().zh()).doesNotContain("{");
    assertThat(finding.reason().en()).doesNotContain("{");
    return finding;
  }

  @Test
  void aQuietLifeGivesNoFinding() {
    quietLife();
    assertThat(findings()).isEmpty();
    assertThat(BillForensics.findings(WATCHES, Timeline.EMPTY)).isEmpty();
  }

  @Test
  void aProbeAndALargeSum() {
    quietLife();
    BillRow probe = pay(BAD, 1, "阿杰", "转账", RowKind.TRANSFER);
    BillRow large = pay(BAD.plusMinutes(3), 199_900, "阿杰", "转账", RowKind.TRANSFER);
    BillFinding finding = seen("probe-then-large", probe, large);
    assertThat(finding.strength()).isEqualTo(Strength.STRONG);
    assertThat(finding.sum()).isEqualTo(new Fen(199_901));
    assertThat(finding.reason().zh()).contains("阿杰", "0.01", "1,999.01");
  }

  @Test
  void strangersWhoGetMuch() {
    quietLife();
    BillRow person = pay(BAD, 500_000, "李四", "转账", RowKind.TRANSFER);
    BillRow shop = pay(BAD.plusHours(2), 300_000, "某商贸公司", "商品", RowKind.PURCHASE);
    seen("first-payee-large", person);
    seen("unknown-merchant", shop);
  }

  @Test
  void anHourAtWhichNobodyPays() {
    quietLife();
    LocalDateTime night = LocalDateTime.of(2026, 5, 21, 3, 10, 0);
    BillRow one = pay(night, 20_000, "甲店", "订单", RowKind.PURCHASE);
    BillRow two = pay(night.plusMinutes(40), 30_000, "乙店", "订单", RowKind.PURCHASE);
    seen("unusual-hour", one, two);
  }

  @Test
  void manyPaymentsWithinMinutes() {
    quietLife();
    BillRow[] burst = new BillRow[5];
    for (int i = 0; i < burst.length; i++) {
      burst[i] = pay(BAD.plusMinutes(2L * i), 30_000, "公司" + i, "订单", RowKind.PURCHASE);
    }
    seen("burst", burst);
  }

  @Test
  void giftsToStrangersAndBets() {
    quietLife();
    BillRow packet = pay(BAD, 20_000, "网友甲", "微信红包", RowKind.RED_PACKET);
    BillRow transfer = pay(BAD.plusHours(1), 66_600, "网友乙", "转账", RowKind.TRANSFER);
    seen("stranger-gifts", packet, transfer);
    rows.clear();
    quietLife();
    BillRow[] bets = new BillRow[4];
    for (int i = 0; i < bets.length; i++) {
      bets[i] = pay(BAD.plusMinutes(20L * i), 20_000, "店主" + i, "收款", RowKind.CODE_PAYMENT);
    }
    seen("gambling", bets);
  }

  @Test
  void gamesFamilyCardAndSubscriptionAgainstHabit() {
    quietLife();
    BillRow game = pay(BAD, 64_800, "手游平台", "钻石", RowKind.PURCHASE);
    BillRow card = pay(BAD.plusDays(1), 80_000, "阿妈", "亲属卡", RowKind.FAMILY_CARD);
    BillRow charge = pay(BAD.plusDays(2), 3_000, "清理软件", "自动续费", RowKind.PURCHASE);
    seen("game-top-up", game);
    seen("family-card", card);
    seen("new-subscription", charge);
  }

  @Test
  void otherMoney() {
    quietLife();
    BillRow abroad =
        add(BAD, 8_000, Direction.OUT, "SHOP", "", RowKind.PURCHASE, Optional.empty(), "USD");
    seen("foreign-place", abroad);
  }

  @Test
  void aLimitRaisedAndSpent() {
    quietLife();
    BillRow limit =
        add(BAD, 0, Direction.NEUTRAL, "微信支付", "支付限额调整", RowKind.OTHER, Optional.empty(), "CNY");
    BillRow spent = pay(BAD.plusHours(3), 120_000, "王五", "转账", RowKind.TRANSFER);
    seen("limit-raised", limit, spent);
  }

  @Test
  void anAccountEmptiedAndMoneyPassedOn() {
    quietLife();
    overCard = true;
    BillRow first =
        add(
            BAD,
            500_000,
            Direction.OUT,
            "赵六",
            "转账",
            RowKind.TRANSFER,
            Optional.of(new Fen(431_000)),
            "CNY");
    BillRow second =
        add(
            BAD.plusMinutes(9),
            430_000,
            Direction.OUT,
            "赵六",
            "转账",
            RowKind.TRANSFER,
            Optional.of(new Fen(1_000)),
            "CNY");
    seen("drained-balance", first, second);
    rows.clear();
    overCard = false;
    quietLife();
    BillRow in =
        add(BAD, 500_000, Direction.IN, "钱七", "转账", RowKind.TRANSFER, Optional.empty(), "CNY");
    BillRow out =
        add(
            BAD.plusMinutes(30),
            490_000,
            Direction.NEUTRAL,
            "工商银行",
            "提现",
            RowKind.WITHDRAWAL,
            Optional.empty(),
            "CNY");
    seen("inflow-then-out", in, out);
  }

  @Test
  void aLoanNobodyAskedFor() {
    quietLife();
    BillRow loan =
        add(BAD, 300_000, Direction.IN, "某某小额贷款有限公司", "放款", RowKind.OTHER, Optional.empty(), "CNY");
    seen("loan-inflow", loan);
  }

  @Test
  void whatThePersonSaysMovesTheStory() {
    quietLife();
    BillRow large = pay(BAD, 500_000, "李四", "转账", RowKind.TRANSFER);
    Timeline timeline = timeline();
    int place = timeline.rows().indexOf(large);
    assertThat(BillForensics.findings(WATCHES, timeline, Map.of(place, Mark.MINE))).isEmpty();
    BillFinding named =
        BillForensics.findings(WATCHES, timeline, Map.of(place, Mark.NOT_MINE)).getFirst();
    assertThat(named.strength()).isEqualTo(Strength.STRONG);
    BillFinding unsure =
        BillForensics.findings(WATCHES, timeline, Map.of(place, Mark.UNSURE)).getFirst();
    assertThat(unsure.strength()).isEqualTo(Strength.MEDIUM);
  }

  @Test
  void findingsComeStrongestAndLargestFirst() {
    quietLife();
    pay(BAD, 1, "阿杰", "转账", RowKind.TRANSFER);
    pay(BAD.plusMinutes(3), 199_900, "阿杰", "转账", RowKind.TRANSFER);
    pay(BAD.plusDays(1), 500_000, "李四", "转账", RowKind.TRANSFER);
    pay(BAD.plusDays(2), 3_000, "清理软件", "自动续费", RowKind.PURCHASE);
    assertThat(findings())
        .extracting(BillFinding::rule)
        .containsExactly("probe-then-large", "first-payee-large", "new-subscription");
  }

  @Test
  void watchesThatAreWrittenWrongAreToldWithTheirPlace() {
    String text =
        """
        watches:
          - {id: a, look: burst, strength: weak, numbers: {within: soon, sum: 5 fen,\
           more: 1}, title: {zh: a, en: a}, reason: {zh: a, en: a}, innocent: {zh: a,\
           en: a}}
          - {id: a, look: nothing, strength: weak, title: {zh: a, en: a}, reason: {zh: a,\
           en: a}, innocent: {zh: a, en: a}}
          - {id: b, look: loan-inflow, strength: weak, numbers: {sum: 1 yuan},\
           title: {zh: a, en: a}, reason: {zh: a, en: a}, innocent: {zh: a, en: a}}
        """;
    TreeMap<String, String> texts =
        new TreeMap<>(PackFiles.ofFolder(PACKS.resolve("cn/loss")).orThrow().texts());
    texts.put("forensics.yaml", text);
    List<String> problems =
        PackLoader.load(
                new PackFiles(texts),
                List.of(PackLibrary.ofFolder(PACKS).find("cn/law").orElseThrow()))
            .problems()
            .stream()
            .map(PackProblem::toString)
            .filter(problem -> problem.contains("forensics.yaml"))
            .toList();
    assertThat(problems).hasSize(7);
    assertThat(String.join("\n", problems))
        .contains("forensics.yaml:2", "asks for the number count", "has no number more")
        .contains("a span, such as", "a sum, such as", "stands here twice", "no such look")
        .contains("asks for words");
  }
}
