package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.flow.FlowFeature.Missing;
import dev.hufu.policy.flow.FlowFeature.Reading;
import dev.hufu.policy.flow.FlowFeature.Why;
import dev.hufu.policy.flow.FlowReport.Month;
import dev.hufu.policy.flow.FlowReport.Regular;
import dev.hufu.policy.pack.FlowPolicy;
import dev.hufu.policy.pack.FlowPolicy.Feature;
import dev.hufu.policy.pack.FlowPolicy.Lines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reckons the features of a pack from somebody's bills.
 *
 * <p>Example: {@code FlowFeatures.of(policy, timeline, FlowScope.of(lastDay, 12, zone))}. The same
 * rows and the same scope give the same report; what is not allowed is not read.
 */
public final class FlowFeatures {

  private final FlowPolicy policy;
  private final FlowScope scope;
  private final FlowBook book;
  private final FlowMeasures measures;

  private FlowFeatures(FlowPolicy policy, Timeline timeline, FlowScope scope) {
    this.policy = policy;
    this.scope = scope;
    this.book = new FlowBook(policy, timeline, scope);
    this.measures = new FlowMeasures(book);
  }

  public static FlowReport of(FlowPolicy policy, Timeline timeline, FlowScope scope) {
    return new FlowFeatures(policy, timeline, scope).report();
  }

  private FlowReport report() {
    List<Regular> regular = new ArrayList<>(measures.regular(FlowRole.INCOME));
    regular.addAll(measures.regular(FlowRole.REPAID));
    regular.addAll(measures.regular(FlowRole.SPENT));
    return new FlowReport(
        scope,
        book.covered().size(),
        policy.features().stream().map(this::feature).toList(),
        months(),
        regular,
        leftOut(),
        book.timeline().files().stream().mapToInt(file -> file.refused().size()).sum(),
        notes());
  }

  private FlowFeature feature(Feature told) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    classes.addAll(book.sorting().classes());
    classes.addAll(told.also());
    Reading reading = withheld(told);
    return new FlowFeature(
        told,
        told.title().map(text -> filled(text, told)),
        told.definition().map(text -> filled(text, told)),
        classes,
        reading);
  }

  private Reading withheld(Feature told) {
    for (DataClass wanted : told.also()) {
      if (!scope.allowed().contains(wanted)) {
        return withheld(wanted.title().zh(), wanted.title().en());
      }
    }
    if (!book.sorting().readable().isEmpty()) {
      return measures.of(told);
    }
    return book.sorting().leftOut().containsKey(LeftOut.NOT_ALLOWED)
        ? withheld("账单流水", "the flow of the bills")
        : Readings.NO_MONTH;
  }

  private static Missing withheld(String zh, String en) {
    return new Missing(
        Why.WITHHELD,
        new Wording(
            "没有被允许看「%s」".formatted(zh), "\"%s\" was not allowed to be looked at".formatted(en)));
  }

  private String filled(String text, Feature told) {
    Lines lines = policy.lines();
    return text.replace("{days}", Integer.toString(told.days()))
        .replace("{near-zero}", lines.nearZero().display())
        .replace("{regular-times}", Integer.toString(lines.regularTimes()))
        .replace("{night-from}", Integer.toString(lines.nightFrom()))
        .replace("{night-to}", Integer.toString(lines.nightTo()));
  }

  private List<Month> months() {
    Map<Integer, long[]> sums = new TreeMap<>((one, other) -> Integer.compare(other, one));
    book.covered().forEach(month -> sums.put(month, new long[FlowRole.values().length]));
    for (Flow flow : book.sorting().flows()) {
      sums.computeIfAbsent(flow.month(), none -> new long[FlowRole.values().length])[
              flow.role().ordinal()] +=
          flow.fen();
    }
    return sums.entrySet().stream().map(one -> month(one.getKey(), one.getValue())).toList();
  }

  private Month month(int month, long[] sums) {
    return new Month(
        scope.from(month),
        scope.to(month).minusDays(1),
        book.covered().contains(month),
        new Fen(sums[FlowRole.INCOME.ordinal()] - sums[FlowRole.GIVEN_BACK.ordinal()]),
        new Fen(sums[FlowRole.SPENT.ordinal()]),
        new Fen(sums[FlowRole.REPAID.ordinal()]),
        new Fen(sums[FlowRole.BORROWED.ordinal()]));
  }

  private Map<LeftOut, List<Integer>> leftOut() {
    Map<LeftOut, List<Integer>> leftOut = new EnumMap<>(LeftOut.class);
    leftOut.putAll(book.sorting().leftOut());
    Predicate<Flow> part = flow -> !book.covered().contains(flow.month());
    List<Integer> rows = book.sorting().flows().stream().filter(part).map(Flow::row).toList();
    if (!rows.isEmpty()) {
      leftOut.put(LeftOut.PART_MONTH, rows);
    }
    return leftOut;
  }

  private List<Wording> notes() {
    List<Wording> notes = new ArrayList<>();
    book.lastDay()
        .filter(day -> day.plusDays(policy.lines().edgeDays()).isBefore(scope.last()))
        .ifPresent(
            day ->
                notes.add(
                    new Wording(
                        "账单到 %s 为止，之后到 %s 的事这里不知道".formatted(day, scope.last()),
                        "The bill ends on %s; nothing is known from then to %s"
                            .formatted(day, scope.last()))));
    int refused = 0;
    for (BillFile file : book.timeline().files()) {
      refused += file.refused().size();
    }
    if (refused > 0) {
      notes.add(
          new Wording(
              "有 %d 行没能读出来，算的时候没有它们".formatted(refused),
              "%d rows could not be read and are in no figure".formatted(refused)));
    }
    return notes;
  }
}
