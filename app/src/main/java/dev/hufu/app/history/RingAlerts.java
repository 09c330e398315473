package dev.hufu.app.history;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many of the accounts that make up rings stand in the transfers with the highest risk, for a
 * few numbers of alerts. The files name the accounts of rings, not which ring they are of.
 */
final class RingAlerts implements EventRun.Step {

  private static final int[] ALERTS = {100, 500, 1_000, 5_000};

  private final EventDecider decider;
  private final Set<String> accounts;
  private final List<Alert> alerts = new ArrayList<>();

  /** A transfer with a risk. */
  private record Alert(int risk, String payer, String payee) {}

  RingAlerts(EventDecider decider, Set<String> accounts) {
    this.decider = decider;
    this.accounts = accounts;
  }

  /** The first two columns of nodes.csv: the account, and 1 if it is of a ring. */
  static Set<String> accounts(Path nodes) throws IOException {
    try (Stream<String> lines = Files.lines(nodes)) {
      return lines
          .map(line -> line.split(","))
          .filter(cells -> cells.length > 1 && cells[1].equals("1"))
          .map(cells -> cells[0])
          .collect(Collectors.toSet());
    }
  }

  @Override
  public Taken take(EventValues event, long nowMillis) {
    Taken taken = decider.step(event, nowMillis);
    if (decider.decided() && decider.ruling().risk() > 0) {
      alerts.add(
          new Alert(
              decider.ruling().risk(),
              event.word(event.type().place("payer")),
              event.word(event.type().place("payee"))));
    }
    return taken;
  }

  @Override
  public boolean decided() {
    return decider.decided();
  }

  /** A line for each number of alerts; the earlier transfer leads where risks are equal. */
  void print(String name, RunTotals totals, PrintStream out) {
    alerts.sort(Comparator.comparingInt(Alert::risk).reversed());
    for (int count : ALERTS) {
      Set<String> found = new HashSet<>();
      for (Alert alert : alerts.subList(0, Math.min(count, alerts.size()))) {
        found.add(alert.payer());
        found.add(alert.payee());
      }
      found.retainAll(accounts);
      out.println(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %,d | %,d | %,d | %.1f %% |",
              name,
              totals.decided(),
              accounts.size(),
              Math.min(count, alerts.size()),
              found.size(),
              100.0 * found.size() / Math.max(1, accounts.size())));
    }
  }
}
