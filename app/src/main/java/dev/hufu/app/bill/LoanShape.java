package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Money that came in from somebody and went back to them later, as a loan would look. Whether it
 * was one only the person knows; the page offers to price it.
 *
 * <p>Example: 42,500 in on one day and fourteen payments of 4,928 out to the same name.
 *
 * @param lent whether the bill itself calls some of it a loan
 */
public record LoanShape(
    String who, Fen received, Fen paid, int payments, LocalDate first, boolean lent, String rows) {

  /** Shapes that are shown. */
  private static final int SHAPES_MAX = 6;

  /** Below this, in and out is everyday life. */
  private static final Fen RECEIVED_MIN = Fen.ofYuan(100);

  /** Those of a timeline, what is called a loan first, then the larger. */
  public static List<LoanShape> of(Timeline timeline) {
    Map<String, List<BillRow>> parties = new LinkedHashMap<>();
    for (BillRow row : timeline.rows()) {
      boolean counts =
          !row.counterparty().isBlank()
              && row.direction() != Direction.NEUTRAL
              && row.sums().currency().equals("CNY")
              && row.standingAmount().fen() > 0
              && !row.kind().ownMoney()
              && row.kind() != RowKind.REFUND;
      if (counts) {
        parties.computeIfAbsent(row.counterparty(), name -> new ArrayList<>()).add(row);
      }
    }
    return parties.entrySet().stream()
        .map(party -> shape(party.getKey(), party.getValue()))
        .filter(shape -> shape.payments > 0 && shape.received.compareTo(RECEIVED_MIN) >= 0)
        .sorted(
            Comparator.comparing(LoanShape::lent)
                .thenComparing(LoanShape::received)
                .reversed()
                .thenComparing(LoanShape::who))
        .limit(SHAPES_MAX)
        .toList();
  }

  /**
   * Only what follows the first money in counts: what was paid before it was for something else.
   */
  private static LoanShape shape(String who, List<BillRow> all) {
    List<BillRow> rows =
        all.stream()
            .sorted(Comparator.comparing(BillRow::time))
            .dropWhile(row -> row.direction() == Direction.OUT)
            .toList();
    Fen received = Fen.ZERO;
    Fen paid = Fen.ZERO;
    int payments = 0;
    boolean lent = false;
    StringBuilder text = new StringBuilder();
    for (BillRow row : rows) {
      boolean in = row.direction() == Direction.IN;
      received = in ? received.plus(row.standingAmount()) : received;
      paid = in ? paid : paid.plus(row.standingAmount());
      payments += in ? 0 : 1;
      lent |= row.kind() == RowKind.LOAN_IN || row.kind() == RowKind.LOAN_REPAYMENT;
      String line =
          row.time().local().toLocalDate() + (in ? " +" : " ") + row.standingAmount().yuan() + "\n";
      if (text.length() + line.length() <= Limits.PRICE_REPAYMENTS_CHARS_MAX) {
        text.append(line);
      }
    }
    LocalDate first =
        rows.isEmpty() ? LocalDate.EPOCH : rows.getFirst().time().local().toLocalDate();
    return new LoanShape(who, received, paid, payments, first, lent, text.toString());
  }
}
