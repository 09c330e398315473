package dev.hufu.policy.flow;

import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.flow.FlowReport.Regular;
import dev.hufu.policy.pack.FlowPolicy.Lines;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds what comes from or goes to one party about monthly: the longest chain of days on which a
 * similar sum moved, each about a month after the one before, that has not stopped; and not what
 * comes more than twice as often as that.
 */
final class RegularFlows {

  private final Lines lines;
  private final FlowBook book;

  RegularFlows(FlowBook book) {
    this.lines = book.policy().lines();
    this.book = book;
  }

  /** All of that role, the largest sums first. */
  List<Regular> find(FlowRole role) {
    Map<String, List<Flow>> parties = new TreeMap<>();
    for (Flow flow : book.counted()) {
      if (flow.role() == role && !flow.who().isEmpty()) {
        parties.computeIfAbsent(flow.who(), none -> new ArrayList<>()).add(flow);
      }
    }
    List<Regular> found = new ArrayList<>();
    parties.forEach(
        (who, flows) -> {
          List<Flow> similar = similar(flows);
          List<Flow> chain = chain(similar);
          // Who pays every few days is a customer, not a wage.
          boolean monthly = similar.size() <= 2 * chain.size();
          if (monthly && chain.size() >= lines.regularTimes()) {
            Fen sum = new Fen(middle(chain.stream().map(Flow::fen).toList()));
            found.add(new Regular(role, who, sum, chain.stream().map(Flow::row).toList()));
          }
        });
    found.sort(Comparator.comparing(Regular::sum).reversed().thenComparing(Regular::who));
    return found;
  }

  /** The largest of each day, if it is near the middle one of the largest of each month. */
  private List<Flow> similar(List<Flow> flows) {
    Map<LocalDate, Flow> days = new TreeMap<>();
    Map<Integer, Flow> months = new HashMap<>();
    for (Flow flow : flows) {
      days.merge(flow.day(), flow, RegularFlows::larger);
      months.merge(flow.month(), flow, RegularFlows::larger);
    }
    long usual = middle(months.values().stream().map(Flow::fen).toList());
    return days.values().stream()
        .filter(
            flow ->
                Math.abs(flow.fen() - usual) * 1000.0 <= 1.0 * usual * lines.regularApartPermille())
        .toList();
  }

  private static Flow larger(Flow one, Flow other) {
    return other.fen() > one.fen() ? other : one;
  }

  /** The middle one, the smaller of two. */
  private static long middle(Collection<Long> sums) {
    List<Long> sorted = sums.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** The longest chain that reaches the end; of several, that with the earliest days. */
  private List<Flow> chain(List<Flow> days) {
    int count = days.size();
    int[] length = new int[count];
    int[] next = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      length[i] = gap(days.get(i).day(), book.scope().end()) <= lines.regularGapMost() ? 1 : 0;
      next[i] = -1;
      for (int j = i + 1; j < count; j++) {
        long gap = gap(days.get(i).day(), days.get(j).day());
        if (gap > lines.regularGapMost()) {
          break;
        }
        if (gap >= lines.regularGapLeast() && length[j] > 0 && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          next[i] = j;
        }
      }
    }
    return longest(length)
        .map(
            first -> {
              List<Flow> chain = new ArrayList<>();
              for (int at = first; at >= 0; at = next[at]) {
                chain.add(days.get(at));
              }
              return chain;
            })
        .orElse(List.of());
  }

  private static Optional<Integer> longest(int[] length) {
    int best = -1;
    for (int i = 0; i < length.length; i++) {
      if (length[i] > 0 && (best < 0 || length[i] > length[best])) {
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private static long gap(LocalDate one, LocalDate other) {
    return ChronoUnit.DAYS.between(one, other);
  }
}
