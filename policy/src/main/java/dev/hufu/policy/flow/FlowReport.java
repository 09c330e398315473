package dev.hufu.policy.flow;

import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What bills say about income and commitments, with what was left out.
 *
 * @param covered the months the bill covers whole, as a number
 * @param months every month of the window that the bill touches, the oldest first
 * @param regular what comes or goes about monthly, the largest first
 * @param leftOut rows that count for nothing, by reason
 * @param refusedRows rows of the files that could not be read and may be missed here
 * @param notes what a reader should know besides
 */
public record FlowReport(
    FlowScope scope,
    int covered,
    List<FlowFeature> features,
    List<Month> months,
    List<Regular> regular,
    Map<LeftOut, List<Integer>> leftOut,
    int refusedRows,
    List<Wording> notes) {

  public FlowReport {
    features = List.copyOf(features);
    months = List.copyOf(months);
    regular = List.copyOf(regular);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    notes = List.copyOf(notes);
  }

  /**
   * One month, counted back from the end of the window.
   *
   * @param covered whether the bill covers it whole, so that it counts
   * @param income net of what was given back
   */
  public record Month(
      LocalDate from,
      LocalDate to,
      boolean covered,
      Fen income,
      Fen spent,
      Fen repaid,
      Fen borrowed) {}

  /**
   * What comes from or goes to one party about monthly.
   *
   * @param sum the middle one of its sums
   * @param rows indices of the timeline
   */
  public record Regular(FlowRole role, String who, Fen sum, List<Integer> rows) {

    public Regular {
      rows = List.copyOf(rows);
    }
  }

  public Optional<FlowFeature> find(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }
}
