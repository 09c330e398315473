package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.RowKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Known cases put into an ordinary year, one for each watch, never twice the same. */
final class Injections {

  /**
   * A case.
   *
   * @param rule the watch that should see it
   */
  record Case(String rule, List<BillRow> rows) {}

  private final OrdinaryYear year;
  private final Random random;

  Injections(OrdinaryYear year) {
    this.year = year;
    this.random = year.random();
  }

  List<Case> all() {
    return List.of(
        new Case("probe-then-large", probe()),
        new Case("first-payee-large", firstPayee()),
        new Case("unknown-merchant", unknownMerchant()),
        new Case("unusual-hour", night()),
        new Case("burst", burst()),
        new Case("stranger-gifts", gifts()),
        new Case("game-top-up", games()),
        new Case("foreign-place", abroad()),
        new Case("limit-raised", limit()),
        new Case("drained-balance", drained()),
        new Case("inflow-then-out", inflow()),
        new Case("new-subscription", subscription()),
        new Case("family-card", familyCard()),
        new Case("loan-inflow", loan()),
        new Case("gambling", gambling()));
  }

  private LocalDateTime day(int hour) {
    return year.at(year.someDay(), hour);
  }

  private LocalDateTime daytime() {
    return day(9 + random.nextInt(12));
  }

  private List<BillRow> probe() {
    LocalDateTime time = daytime();
    String to = year.name();
    List<BillRow> rows = new ArrayList<>();
    rows.add(year.pay(time, 1 + random.nextInt(500), to, "转账", RowKind.TRANSFER));
    for (int i = 0; i <= random.nextInt(3); i++) {
      LocalDateTime later = time.plusMinutes(3 + random.nextInt(180));
      rows.add(year.pay(later, year.sum(450, 20_000), to, "转账", RowKind.TRANSFER));
    }
    return rows;
  }

  private List<BillRow> firstPayee() {
    long sum = year.sum(2_700, 30_000);
    return List.of(year.pay(daytime(), sum, year.name(), "转账", RowKind.TRANSFER));
  }

  private List<BillRow> unknownMerchant() {
    String shop = "商贸有限公司" + random.nextInt(100_000);
    return List.of(year.pay(daytime(), year.sum(1_300, 12_000), shop, "商品", RowKind.PURCHASE));
  }

  private List<BillRow> night() {
    LocalDateTime time = day(3 + random.nextInt(2));
    List<BillRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      String shop = "网店" + random.nextInt(100_000);
      rows.add(
          year.pay(time.plusMinutes(20L * i), year.sum(120, 500), shop, "订单", RowKind.PURCHASE));
    }
    return rows;
  }

  private List<BillRow> burst() {
    LocalDateTime time = daytime();
    List<BillRow> rows = new ArrayList<>();
    for (int i = 0; i < 5 + random.nextInt(5); i++) {
      String shop = "科技公司" + random.nextInt(100_000);
      rows.add(
          year.pay(time.plusSeconds(90L * i), year.sum(130, 900), shop, "订单", RowKind.PURCHASE));
    }
    return rows;
  }

  private List<BillRow> gifts() {
    LocalDateTime time = daytime();
    List<BillRow> rows = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      boolean packet = random.nextBoolean();
      rows.add(
          year.pay(
              time.plusMinutes(50L * i),
              packet ? year.sum(120, 200) : year.sum(150, 900),
              year.name(),
              packet ? "微信红包" : "转账",
              packet ? RowKind.RED_PACKET : RowKind.TRANSFER));
    }
    return rows;
  }

  private List<BillRow> games() {
    LocalDateTime time = daytime();
    List<BillRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(6); i++) {
      long sum = List.of(19_800L, 32_800L, 64_800L).get(random.nextInt(3));
      rows.add(year.pay(time.plusMinutes(7L * i), sum, "手游充值平台", "钻石", RowKind.PURCHASE));
    }
    return rows;
  }

  private List<BillRow> abroad() {
    List<BillRow> rows = new ArrayList<>();
    LocalDateTime time = daytime();
    for (int i = 0; i <= random.nextInt(3); i++) {
      rows.add(
          year.abroad(time.plusMinutes(30L * i), year.sum(80, 4_000), "SHOP " + i, "ONLINE SGP"));
    }
    return rows;
  }

  private List<BillRow> limit() {
    LocalDateTime time = daytime();
    List<BillRow> rows = new ArrayList<>();
    rows.add(year.neutral(time, 0, "微信支付", "支付限额调整", RowKind.OTHER));
    for (int i = 0; i <= random.nextInt(2); i++) {
      LocalDateTime later = time.plusMinutes(10 + random.nextInt(1_200));
      rows.add(year.pay(later, year.sum(900, 9_000), year.name(), "转账", RowKind.TRANSFER));
    }
    return rows;
  }

  private List<BillRow> drained() {
    LocalDateTime time = daytime();
    long had = year.sum(6_000, 40_000);
    long first = had / 2;
    long left = random.nextInt(5_000);
    return List.of(
        year.bankLeaving(time, first, year.name(), had - first),
        year.bankLeaving(time.plusMinutes(9), had - first - left, year.name(), left));
  }

  private List<BillRow> inflow() {
    LocalDateTime time = daytime();
    long sum = year.sum(2_000, 20_000);
    List<BillRow> rows = new ArrayList<>();
    rows.add(year.receive(time, sum, year.name(), "转账", RowKind.TRANSFER));
    LocalDateTime later = time.plusMinutes(5 + random.nextInt(80));
    long out = sum * (850 + random.nextInt(150)) / 1000;
    rows.add(
        random.nextBoolean()
            ? year.neutral(later, out, "工商银行", "零钱提现", RowKind.WITHDRAWAL)
            : year.pay(later, out, year.name(), "转账", RowKind.TRANSFER));
    return rows;
  }

  private List<BillRow> subscription() {
    String app = "清理软件" + random.nextInt(100_000);
    return List.of(year.pay(daytime(), year.sum(15, 98), app, "自动续费", RowKind.PURCHASE));
  }

  private List<BillRow> familyCard() {
    LocalDateTime time = daytime();
    List<BillRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      rows.add(
          year.pay(
              time.plusMinutes(15L * i), year.sum(250, 900), "阿妈", "亲属卡", RowKind.FAMILY_CARD));
    }
    return rows;
  }

  private List<BillRow> loan() {
    String lender = "某某小额贷款有限公司" + random.nextInt(1_000);
    return List.of(year.receive(daytime(), year.sum(1_000, 9_000), lender, "放款", RowKind.OTHER));
  }

  private List<BillRow> gambling() {
    LocalDateTime time = daytime();
    List<BillRow> rows = new ArrayList<>();
    for (int i = 0; i < 5 + random.nextInt(6); i++) {
      long sum = List.of(10_000L, 20_000L, 50_000L).get(random.nextInt(3));
      rows.add(
          year.pay(
              time.plusMinutes(16L * i), sum, "店主" + year.name(), "二维码收款", RowKind.CODE_PAYMENT));
    }
    return rows;
  }
}
