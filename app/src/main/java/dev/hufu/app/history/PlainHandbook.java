package dev.hufu.app.history;

import dev.hufu.kernel.event.EventValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of the fraud handbook, counted anew from plain lists: for each customer and each
 * terminal every transfer so far, and at each transfer a walk back through them. It shares nothing
 * with the engine, so that the two can prove each other.
 */
final class PlainHandbook {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long DELAY = 7 * DAY;
  private static final int[] WIDTHS = {1, 7, 30};

  private final Map<String, List<Past>> customers = new HashMap<>();
  private final Map<String, List<Past>> terminals = new HashMap<>();

  /** One transfer that has happened. */
  private record Past(long at, long fen, boolean fraud) {}

  /** The value of each feature by its name; a share of nothing is not among them. */
  Map<String, Double> take(EventValues transfer) {
    long at = transfer.at();
    int fraud = transfer.type().place("fraud");
    Past now =
        new Past(
            at,
            transfer.number(transfer.type().place("amount")),
            transfer.known(fraud) && transfer.number(fraud) == 1);
    List<Past> ofCustomer = list(customers, transfer.word(transfer.type().place("payer")));
    List<Past> ofTerminal = list(terminals, transfer.word(transfer.type().place("payee")));
    ofCustomer.add(now);
    ofTerminal.add(now);
    Map<String, Double> features = new LinkedHashMap<>();
    for (int days : WIDTHS) {
      Sums sums = sums(ofCustomer, at - days * DAY, at);
      features.put("payer.out.count_" + days + "d", (double) sums.count);
      features.put("payer.out.mean_" + days + "d", (double) sums.fen / sums.count);
      Sums known = sums(ofTerminal, at - DELAY - days * DAY, at - DELAY);
      features.put("payee.known.count_" + days + "d", (double) known.count);
      features.put("payee.known.fraud_" + days + "d", (double) known.frauds);
      if (known.count > 0) {
        features.put("payee.known.risk_" + days + "d", (double) known.frauds / known.count);
      }
    }
    return features;
  }

  private static List<Past> list(Map<String, List<Past>> lists, String key) {
    return lists.computeIfAbsent(key, missing -> new ArrayList<>());
  }

  /** What lies in a window. */
  private static final class Sums {
    long count;
    long fen;
    long frauds;
  }

  /** Behind {@code after}, up to and with {@code upTo}. */
  private static Sums sums(List<Past> all, long after, long upTo) {
    Sums sums = new Sums();
    for (int i = all.size() - 1; i >= 0 && all.get(i).at() > after; i--) {
      if (all.get(i).at() <= upTo) {
        sums.count++;
        sums.fen += all.get(i).fen();
        sums.frauds += all.get(i).fraud() ? 1 : 0;
      }
    }
    return sums;
  }
}
