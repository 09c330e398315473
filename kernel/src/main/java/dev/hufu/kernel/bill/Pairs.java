package dev.hufu.kernel.bill;

import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.money.Fen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds for each row that brings money back the payment it belongs to, and for each payment that a
 * bank shows, too, its other half. Candidates are looked up by number, shop and sum, never by
 * comparing all with all.
 */
final class Pairs {

  /** A refund later than this is no refund of that payment any more. */
  private static final Duration REFUND_MAX = Duration.ofDays(400);

  private static final Duration SAME_MAX = Duration.ofMinutes(15);

  /** A refund may bear a minute earlier than its payment: two clocks wrote them. */
  private static final long CLOCKS_APART_SECONDS = 60;

  private static final int TRIED_MAX = 50;

  private final List<BillRow> rows;
  private final Map<Platform, Payments> payments = new EnumMap<>(Platform.class);
  private final Map<Integer, Long> back = new HashMap<>();
  private final List<Pairing> pairs = new ArrayList<>();

  /** Where payments on a platform stand, by what a row that brings money back may share. */
  private record Payments(
      Map<String, List<Integer>> byTransaction,
      Map<String, List<Integer>> byMerchant,
      Map<String, List<Integer>> byName,
      Map<String, List<Integer>> byItem) {

    static final int NUMBER_MIN = 4;

    Payments() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    static void add(Map<String, List<Integer>> places, String word, int least, int place) {
      if (word.length() >= least) {
        places.computeIfAbsent(word, none -> new ArrayList<>(1)).add(place);
      }
    }

    static List<Integer> of(Map<String, List<Integer>> places, String word) {
      return word.isEmpty() ? List.of() : places.getOrDefault(word, List.of());
    }
  }

  private Pairs(List<BillRow> rows) {
    this.rows = rows;
  }

  /** The pairs of rows that are in the order of time. */
  static List<Pairing> of(List<BillRow> rows) {
    Pairs pairs = new Pairs(rows);
    pairs.index();
    pairs.returns();
    new SamePayments(rows, SAME_MAX).find().forEach(pairs.pairs::add);
    pairs.pairs.sort(Comparator.comparingInt(Pairing::first).thenComparingInt(Pairing::second));
    return List.copyOf(pairs.pairs);
  }

  /** Only payments that share a number, a name or goods with something that came back. */
  private void index() {
    Set<String> wanted = wanted();
    for (int i = 0; i < rows.size(); i++) {
      BillRow row = rows.get(i);
      boolean shares =
          wanted.contains(row.ids().transaction())
              || wanted.contains(row.ids().merchant())
              || wanted.contains(row.counterparty())
              || !row.item().isEmpty() && wanted.contains(item(row.item()));
      if (!shares || !gives(row)) {
        continue;
      }
      Payments known = payments.computeIfAbsent(row.platform(), none -> new Payments());
      Payments.add(known.byTransaction, row.ids().transaction(), Payments.NUMBER_MIN, i);
      Payments.add(known.byMerchant, row.ids().merchant(), Payments.NUMBER_MIN, i);
      Payments.add(known.byName, row.counterparty(), 1, i);
      Payments.add(known.byItem, item(row.item()), 1, i);
    }
  }

  private Set<String> wanted() {
    Set<String> wanted = new HashSet<>();
    for (BillRow row : rows) {
      if (returns(row)) {
        String number = row.ids().transaction();
        int mark = number.indexOf('_');
        wanted.addAll(List.of(number, row.ids().merchant(), row.counterparty(), item(row.item())));
        wanted.add(mark > 0 ? number.substring(0, mark) : number);
      }
    }
    wanted.remove("");
    return wanted;
  }

  private static boolean gives(BillRow row) {
    return row.kind() != RowKind.REFUND && row.direction() != Direction.IN;
  }

  /** Whether the row brings something back. */
  private static boolean returns(BillRow row) {
    return row.kind() == RowKind.REFUND && row.direction() != Direction.OUT;
  }

  /** The item without the word that it comes back, cut to where exporters cut it. */
  private static String item(String item) {
    String plain = item.startsWith("退款-") ? item.substring(3) : item;
    int more = plain.lastIndexOf("等多件");
    return (more > 0 ? plain.substring(0, more) : plain).strip();
  }

  private void returns() {
    for (int i = 0; i < rows.size(); i++) {
      BillRow row = rows.get(i);
      if (returns(row) && row.amount().fen() > 0) {
        int place = i;
        payment(i).ifPresent(payment -> pair(payment, place));
      }
    }
  }

  private Optional<Integer> payment(int place) {
    BillRow row = rows.get(place);
    TreeMap<Long, Integer> best = new TreeMap<>();
    Payments known = payments.get(row.platform());
    if (known == null) {
      return Optional.empty();
    }
    offerNumber(best, place, known.byTransaction, row.ids().transaction());
    offerNumber(best, place, known.byMerchant, row.ids().merchant());
    offer(best, place, Payments.of(known.byItem, item(row.item())), 20);
    offer(best, place, Payments.of(known.byName, row.counterparty()), 10);
    return best.isEmpty() ? Optional.empty() : Optional.of(best.lastEntry().getValue());
  }

  /** A refund bears the number of its payment, or that number with a mark and more behind it. */
  private void offerNumber(
      TreeMap<Long, Integer> best, int place, Map<String, List<Integer>> places, String number) {
    if (number.length() < Payments.NUMBER_MIN) {
      return;
    }
    offer(best, place, Payments.of(places, number), 40);
    int mark = number.indexOf('_');
    if (mark >= 0) {
      offer(best, place, Payments.of(places, number.substring(0, mark)), 60);
    }
  }

  /** Rates candidates: number before item before name, equal sums first, then the nearest. */
  private void offer(TreeMap<Long, Integer> best, int place, List<Integer> candidates, int points) {
    BillRow row = rows.get(place);
    // The nearest stand last; far behind them none can be better.
    int nearest = before(candidates, row.time().at().getEpochSecond() + CLOCKS_APART_SECONDS);
    for (int nth = nearest - 1; nth >= Math.max(0, nearest - TRIED_MAX); nth--) {
      int candidate = candidates.get(nth);
      BillRow payment = rows.get(candidate);
      long seconds = row.time().at().getEpochSecond() - payment.time().at().getEpochSecond();
      long left = payment.amount().fen() - back.getOrDefault(candidate, 0L);
      if (seconds > REFUND_MAX.toSeconds() || row.amount().fen() > left) {
        continue;
      }
      int score = points + expected(row, payment);
      if (score >= 20) {
        best.put(score * 100_000_000L + 50_000_000L - seconds, candidate);
      }
    }
  }

  /** How many of these rows, which are in the order of time, are not later than that. */
  private int before(List<Integer> candidates, long second) {
    int low = 0;
    int high = candidates.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(candidates.get(middle)).time().at().getEpochSecond() <= second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int expected(BillRow row, BillRow payment) {
    int score = 0;
    if (row.amount().equals(payment.amount())) {
      score += 10;
    }
    if (payment.sums().refunded().filter(row.amount()::equals).isPresent()) {
      score += 15;
    }
    boolean told =
        switch (payment.status()) {
          case REFUNDED, PART_REFUNDED, RETURNED, CLOSED -> true;
          case DONE, PENDING, FAILED, UNKNOWN -> false;
        };
    score += told ? 5 : 0;
    String type = row.type();
    boolean sameType =
        type.contains("-退款") && payment.type().startsWith(type.substring(0, type.indexOf("-退款")));
    return score + (sameType ? 5 : 0);
  }

  private void pair(int payment, int place) {
    BillRow from = rows.get(payment);
    BillRow row = rows.get(place);
    long all = back.merge(payment, row.amount().fen(), Long::sum);
    boolean full = all == from.amount().fen() && row.amount().equals(from.amount());
    How how =
        switch (from.kind()) {
          case RED_PACKET -> How.RED_PACKET_RETURNED;
          case TRANSFER -> How.TRANSFER_RETURNED;
          case WITHDRAWAL -> How.WITHDRAWAL_RETURNED;
          case PURCHASE,
              CODE_PAYMENT,
              GROUP_COLLECTION,
              FAMILY_CARD,
              DONATION,
              REFUND,
              TOP_UP,
              OWN_MOVE,
              INVESTMENT,
              CARD_REPAYMENT,
              LOAN_IN,
              LOAN_REPAYMENT,
              WAGE,
              INTEREST,
              FEE,
              CASH,
              OTHER ->
              full ? How.FULL_REFUND : How.PART_REFUND;
        };
    pairs.add(new Pairing(payment, place, how, new Fen(row.amount().fen())));
  }
}
