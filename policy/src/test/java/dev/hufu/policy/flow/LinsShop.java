package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.Timeline;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Seven months of a small shop that needs money: takings of 6,200 a month that vary by .62, a
 * canteen that pays .31 of them, .35 of them paid back to lenders, three new loans of late, and
 * each month eleven days on which next to nothing is left.
 */
final class LinsShop {

  static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private static final long MEAN = 620_000;
  private static final int SCARCE_DAYS = 11;

  /** By 0.62 of the mean times the root of 7/6, so that six of seven months make the deviation. */
  private static final long APART = Math.round(0.62 * MEAN * Math.sqrt(7 / 6.0));

  private final Bills bills = new Bills();
  private long balance = 500;

  static Timeline timeline() {
    return new LinsShop().live();
  }

  private Timeline live() {
    List<Long> takings =
        List.of(
            MEAN + APART,
            MEAN - APART,
            MEAN + APART,
            MEAN,
            MEAN - APART,
            MEAN + APART,
            MEAN - APART);
    for (int month = 0; month < takings.size(); month++) {
      LocalDate from = LAST.plusDays(1).minusMonths(takings.size() - month);
      month(from, from.plusMonths(1), takings.get(month), month == takings.size() - 1);
    }
    return bills.timeline();
  }

  private void month(LocalDate from, LocalDate to, long takings, boolean newest) {
    long canteen = takings * 31 / 100;
    long repaid = takings * 35 / 100;
    int days = (int) (to.toEpochDay() - from.toEpochDay());
    long sold = 0;
    for (int day = 0; day < days; day++) {
      LocalDateTime at = from.plusDays(day).atTime(11, 30);
      long sale = day == days - 1 ? takings - canteen - sold : (takings - canteen) / days;
      sold += sale;
      in(at, sale, "顾客" + (day * 7 + days) % 23, RowKind.CODE_PAYMENT, "二维码收款");
      if (day < SCARCE_DAYS) {
        out(at.plusHours(3), balance - 500, "批发市场" + day % 3, RowKind.PURCHASE, "进货");
      } else if (day == 12) {
        in(at.plusHours(1), canteen, "社区食堂", RowKind.TRANSFER, "货款");
        ownPockets(at.plusHours(2));
      } else if (day == 25) {
        out(at.plusHours(4), repaid, "某某消费金融", RowKind.LOAN_REPAYMENT, "还款");
      } else if (newest && day < 24 && day % 4 == 1) {
        in(at.plusHours(5), 300_000, "某某小额贷款", RowKind.LOAN_IN, "放款");
      }
    }
  }

  /** Money that only changes its pocket, and something bought and sent back. */
  private void ownPockets(LocalDateTime at) {
    bills.add(at, 10_000, Direction.NEUTRAL, "某某银行", RowKind.WITHDRAWAL);
    bills.add(at.plusMinutes(1), 10_000, Direction.NEUTRAL, "某某银行", RowKind.TOP_UP);
    bills.saying("货架").out(at.plusMinutes(2), 8_800, "五金店", RowKind.PURCHASE);
    bills.saying("货架").in(at.plusMinutes(9), 8_800, "五金店", RowKind.REFUND);
  }

  private void in(LocalDateTime at, long fen, String who, RowKind kind, String item) {
    balance += fen;
    bills.saying(item).leaving(balance).in(at, fen, who, kind);
  }

  private void out(LocalDateTime at, long fen, String who, RowKind kind, String item) {
    balance -= fen;
    bills.saying(item).leaving(balance).out(at, fen, who, kind);
  }
}
