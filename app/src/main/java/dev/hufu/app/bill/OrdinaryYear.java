package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillIds;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillSums;
import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A made-up year of an ordinary life as rows of bills, the same for the same seed: meals, shops,
 * rent, friends, festivals, a trip, a move, and now and then something large or late that is
 * nobody's fault.
 */
final class OrdinaryYear {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 365;
  private static final String[] SHOPS = {
    "面馆", "便利店", "超市", "早餐铺", "咖啡店", "水果店", "公司食堂", "药店", "奶茶店", "菜市场摊位", "理发店", "书店"
  };
  private static final String[] FAMILY = {"张", "王", "李", "赵", "陈", "刘", "周", "吴", "徐", "孙"};
  private static final String[] GIVEN = {
    "敏", "强", "芳", "磊", "静", "洋", "娜", "杰", "涛", "婷", "军", "霞"
  };

  private final Random random;
  private final List<BillRow> rows = new ArrayList<>();
  private final List<String> friends = new ArrayList<>();
  private final List<String> shops = new ArrayList<>();
  private final boolean late;
  private final boolean plays;
  private final boolean cards;
  private long balance;
  private int serial;

  OrdinaryYear(long seed) {
    random = new Random(seed);
    late = random.nextInt(4) == 0;
    plays = random.nextInt(3) == 0;
    cards = random.nextInt(2) == 0;
    balance = 800_000 + random.nextInt(2_000_000);
    for (int i = 0; i < 12; i++) {
      friends.add(name());
    }
    for (int i = 0; i < 25; i++) {
      shops.add(SHOPS[random.nextInt(SHOPS.length)] + "（" + (char) ('甲' + i) + i + "店）");
    }
  }

  Random random() {
    return random;
  }

  List<BillRow> rows() {
    return rows;
  }

  /** Lives the year. */
  OrdinaryYear live() {
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = START.plusDays(day);
      meals(date);
      shopping(date);
      people(date);
      monthly(date);
      nowAndThen(date);
    }
    trip(START.plusDays(120 + random.nextInt(200)));
    move(START.plusDays(90 + random.nextInt(240)));
    return this;
  }

  /** Puts one case of each kind into the year, to be found. */
  List<Injections.Case> withCases() {
    return new Injections(this).all();
  }

  private void meals(LocalDate date) {
    int meals = 1 + random.nextInt(3);
    for (int i = 0; i < meals; i++) {
      int hour = List.of(8, 12, 18, 19).get(random.nextInt(4));
      pay(at(date, hour), sum(8, 45), shop(), "餐饮", RowKind.PURCHASE);
    }
    if (random.nextInt(3) > 0) {
      pay(at(date, 8 + random.nextInt(2)), sum(2, 6), "公共交通", "乘车", RowKind.CODE_PAYMENT);
    }
  }

  private void shopping(LocalDate date) {
    if (random.nextInt(3) == 0) {
      pay(at(date, 17 + random.nextInt(5)), sum(15, 160), shop(), "购物", RowKind.PURCHASE);
    }
    if (random.nextInt(5) == 0) {
      LocalDateTime time = at(date, late ? random.nextInt(24) % 25 : 20 + random.nextInt(4));
      pay(time, sum(20, 260), "网上商城平台商户", "订单", RowKind.PURCHASE);
    }
    if (random.nextInt(12) == 0) {
      String once = "小店" + random.nextInt(100_000);
      pay(at(date, 10 + random.nextInt(11)), sum(10, 220), once, "购物", RowKind.PURCHASE);
    }
    if (late && random.nextInt(4) == 0) {
      pay(at(date, random.nextInt(3)), sum(15, 70), "夜宵外卖", "餐饮", RowKind.PURCHASE);
    } else if (random.nextInt(60) == 0) {
      pay(at(date, random.nextInt(2)), sum(15, 80), "出行打车", "行程", RowKind.PURCHASE);
    }
    if (plays && random.nextInt(9) == 0) {
      pay(
          at(date, 21),
          List.of(600L, 3000L, 6800L).get(random.nextInt(3)),
          "游戏平台",
          "点券",
          RowKind.PURCHASE);
    }
  }

  private void people(LocalDate date) {
    if (random.nextInt(6) == 0) {
      pay(at(date, 12 + random.nextInt(10)), sum(15, 260), friend(), "转账", RowKind.TRANSFER);
    }
    if (random.nextInt(8) == 0) {
      receive(at(date, 12 + random.nextInt(10)), sum(10, 300), friend(), "转账", RowKind.TRANSFER);
    }
    if (random.nextInt(25) == 0) {
      pay(at(date, 20), sum(20, 120), name(), "AA 聚餐", RowKind.TRANSFER);
    }
    boolean festival = date.getMonthValue() == 1 && date.getDayOfMonth() >= 28;
    if (festival) {
      for (int i = 0; i < 3; i++) {
        String to = i == 2 ? name() : friend();
        pay(at(date, 9 + random.nextInt(12)), sum(50, 200), to, "微信红包", RowKind.RED_PACKET);
      }
    }
    if (cards && random.nextInt(8) == 0) {
      pay(at(date, 16), sum(15, 180), "阿妈", "亲属卡", RowKind.FAMILY_CARD);
    }
  }

  private void monthly(LocalDate date) {
    int day = date.getDayOfMonth();
    if (day == 10) {
      bank(
          at(date, 10),
          900_000 + random.nextInt(300_000),
          Direction.IN,
          "某某公司",
          "工资",
          RowKind.WAGE);
    }
    if (day == 12) {
      bank(at(date, 11), 280_000, Direction.OUT, "房东老周", "转账房租", RowKind.TRANSFER);
    }
    if (day == 13 || day == 20 || day == 27) {
      long sum = 50_000L + 10_000L * random.nextInt(8);
      bank(at(date, 12), sum, Direction.OUT, "财付通", "零钱充值", RowKind.TOP_UP);
    }
    if (day == 5) {
      pay(at(date, 9), sum(60, 160), "供电公司", "电费", RowKind.PURCHASE);
      pay(at(date, 9), 2_500, "视频会员", "自动续费", RowKind.PURCHASE);
    }
    if (day == 15) {
      pay(at(date, 19), 9_900, "通信公司", "话费", RowKind.PURCHASE);
    }
  }

  /** What happens a few times a year to everybody. */
  private void nowAndThen(LocalDate date) {
    if (random.nextInt(120) == 0) {
      pay(at(date, 14), sum(400, 2500), "人民医院", "门诊", RowKind.PURCHASE);
    }
    if (random.nextInt(180) == 0) {
      pay(at(date, 21), sum(1500, 6000), "数码旗舰店", "手机", RowKind.PURCHASE);
    }
    if (random.nextInt(240) == 0) {
      pay(at(date, 20), sum(1000, 3000), friend(), "借给朋友", RowKind.TRANSFER);
    }
    if (random.nextInt(300) == 0) {
      pay(at(date, 15), sum(500, 1000), name(), "随礼", RowKind.TRANSFER);
    }
    if (random.nextInt(300) == 0) {
      pay(at(date, 10), sum(2000, 5000), "培训学校", "学费", RowKind.PURCHASE);
    }
    if (random.nextInt(200) == 0) {
      receive(at(date, 13), sum(1000, 3000), friend(), "转账", RowKind.TRANSFER);
    }
    if (random.nextInt(90) == 0) {
      pay(at(date, 22), sum(25, 90), "音乐软件" + random.nextInt(3), "连续包月", RowKind.PURCHASE);
    }
  }

  private void trip(LocalDate from) {
    for (int day = 0; day < 5; day++) {
      LocalDate date = from.plusDays(day);
      for (int i = 0; i < 4; i++) {
        String there = "景区小店" + random.nextInt(100_000);
        pay(at(date, 9 + random.nextInt(13)), sum(15, 160), there, "购物", RowKind.PURCHASE);
      }
      pay(at(date, 14), sum(200, 420), "连锁酒店", "住宿", RowKind.PURCHASE);
    }
    pay(at(from.minusDays(5), 20), sum(600, 1400), "航空公司", "机票", RowKind.PURCHASE);
  }

  private void move(LocalDate date) {
    pay(at(date, 15), 560_000, name(), "押金", RowKind.TRANSFER);
    pay(at(date, 10), sum(300, 700), "搬家公司", "搬家", RowKind.PURCHASE);
  }

  LocalDateTime at(LocalDate date, int hour) {
    return date.atTime(Math.floorMod(hour, 24), random.nextInt(60), random.nextInt(60));
  }

  /** A day in the last eight months. */
  LocalDate someDay() {
    return START.plusDays(120 + random.nextInt(DAYS - 125));
  }

  /** Between so many yuan, in fen. */
  long sum(int least, int most) {
    return least * 100L + random.nextInt((most - least) * 100 + 1);
  }

  String name() {
    return FAMILY[random.nextInt(FAMILY.length)]
        + GIVEN[random.nextInt(GIVEN.length)]
        + GIVEN[random.nextInt(GIVEN.length)]
        + random.nextInt(1000);
  }

  private String friend() {
    return friends.get(random.nextInt(friends.size()));
  }

  private String shop() {
    return shops.get(Math.min(random.nextInt(shops.size()), random.nextInt(shops.size())));
  }

  BillRow pay(LocalDateTime time, long fen, String to, String item, RowKind kind) {
    return add(time, fen, Direction.OUT, to, item, kind, "", Optional.empty(), Platform.WECHAT);
  }

  BillRow receive(LocalDateTime time, long fen, String from, String item, RowKind kind) {
    return add(time, fen, Direction.IN, from, item, kind, "", Optional.empty(), Platform.WECHAT);
  }

  BillRow neutral(LocalDateTime time, long fen, String with, String item, RowKind kind) {
    return add(
        time, fen, Direction.NEUTRAL, with, item, kind, "", Optional.empty(), Platform.WECHAT);
  }

  BillRow abroad(LocalDateTime time, long fen, String shop, String where) {
    return add(
        time,
        fen,
        Direction.OUT,
        shop,
        "消费",
        RowKind.PURCHASE,
        where,
        Optional.empty(),
        Platform.ICBC);
  }

  BillRow bank(
      LocalDateTime time, long fen, Direction direction, String with, String item, RowKind kind) {
    balance += direction == Direction.IN ? fen : -fen;
    if (balance < 0) {
      balance = 50_000;
    }
    return add(
        time, fen, direction, with, item, kind, "", Optional.of(new Fen(balance)), Platform.CCB);
  }

  /** A payment of a bank that leaves so much behind. */
  BillRow bankLeaving(LocalDateTime time, long fen, String to, long left) {
    return add(
        time,
        fen,
        Direction.OUT,
        to,
        "转账",
        RowKind.TRANSFER,
        "",
        Optional.of(new Fen(left)),
        Platform.CCB);
  }

  private BillRow add(
      LocalDateTime time,
      long fen,
      Direction direction,
      String with,
      String item,
      RowKind kind,
      String where,
      Optional<Fen> left,
      Platform platform) {
    serial++;
    BillRow row =
        new BillRow(
            new BillPlace(platform.id() + ".csv", "", serial),
            platform,
            "本人",
            BillTime.of(time, ZONE, Exact.SECOND),
            new Fen(fen),
            direction,
            kind,
            RowStatus.DONE,
            with,
            "",
            new BillWords(kind.title().zh(), item, "零钱", "支付成功", "", where),
            new BillIds("T" + serial, "M" + serial),
            new BillSums(Optional.empty(), Optional.empty(), left, "CNY"));
    rows.add(row);
    return row;
  }
}
