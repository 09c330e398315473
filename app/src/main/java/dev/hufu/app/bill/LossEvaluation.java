package dev.hufu.app.bill;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.policy.forensics.BillForensics;
import dev.hufu.policy.pack.Forensics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code hufu evaluate loss}: known cases put into made-up ordinary years; how many are found, and
 * how often something is told that is nothing.
 *
 * <p>A case is found if a finding names at least half of its rows. A finding that names no row of a
 * case is a false alarm.
 */
public final class LossEvaluation {

  /** The line that was drawn before measuring. */
  public static final double FOUND_MIN = 0.95;

  public static final double ALARMS_PER_THOUSAND_MAX = 5;

  private final Forensics forensics;
  private final Map<String, int[]> byRule = new TreeMap<>();
  private int cases;
  private int found;
  private int rows;
  private int alarms;

  public LossEvaluation(Forensics forensics) {
    this.forensics = forensics;
  }

  /** Lives so many years, each with its own seed. */
  public LossEvaluation years(long seed, int years) {
    for (int i = 0; i < years; i++) {
      year(seed + i);
    }
    return this;
  }

  private void year(long seed) {
    OrdinaryYear year = new OrdinaryYear(seed).live();
    List<Injections.Case> injected = year.withCases();
    Timeline timeline = Timeline.of(List.of(statement(year.rows())));
    List<BillFinding> findings = BillForensics.findings(forensics, timeline);
    Set<BillRow> known = new HashSet<>();
    injected.forEach(one -> known.addAll(one.rows()));
    rows += timeline.rows().size();
    for (Injections.Case one : injected) {
      cases++;
      int[] counts = counts(one.rule());
      counts[0]++;
      boolean seen = findings.stream().anyMatch(finding -> names(finding, one, timeline));
      boolean bySame =
          findings.stream()
              .anyMatch(
                  finding -> finding.rule().equals(one.rule()) && names(finding, one, timeline));
      found += seen ? 1 : 0;
      counts[1] += seen ? 1 : 0;
      counts[2] += bySame ? 1 : 0;
    }
    for (BillFinding finding : findings) {
      if (finding.rows().stream().noneMatch(row -> known.contains(timeline.rows().get(row)))) {
        alarms++;
        counts(finding.rule())[3]++;
      }
    }
  }

  private int[] counts(String rule) {
    return byRule.computeIfAbsent(rule, none -> new int[4]);
  }

  private static boolean names(BillFinding finding, Injections.Case one, Timeline timeline) {
    long named =
        finding.rows().stream()
            .filter(row -> one.rows().contains(timeline.rows().get(row)))
            .count();
    return named * 2 >= one.rows().size();
  }

  private static Statement statement(List<BillRow> rows) {
    BillFile file =
        new BillFile(
            "year",
            "",
            Platform.OTHER,
            "made",
            "",
            BillTotals.NONE,
            BillTotals.of(rows.size(), rows),
            rows.size(),
            List.of(),
            List.of());
    return new Statement(file, rows);
  }

  public double foundShare() {
    return found / (double) cases;
  }

  public double alarmsPerThousand() {
    return alarms * 1000.0 / rows;
  }

  /** Whether both lines are kept. */
  public boolean holds() {
    return foundShare() >= FOUND_MIN && alarmsPerThousand() <= ALARMS_PER_THOUSAND_MAX;
  }

  public void print(Terminal terminal) {
    terminal
        .out()
        .println("| watch | cases | found | by this watch | false alarms |\n|---|---|---|---|---|");
    byRule.forEach(
        (rule, counts) ->
            terminal
                .out()
                .println(
                    "| %s | %d | %d | %d | %d |"
                        .formatted(rule, counts[0], counts[1], counts[2], counts[3])));
    terminal
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%d rows, %d cases, found %.1f %% (line %.0f %%), false alarms %.2f per 1,000 rows"
                    + " (line %.0f)",
                rows,
                cases,
                100 * foundShare(),
                100 * FOUND_MIN,
                alarmsPerThousand(),
                ALARMS_PER_THOUSAND_MAX));
  }
}
