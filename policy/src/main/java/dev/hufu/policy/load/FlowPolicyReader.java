package dev.hufu.policy.load;

import dev.hufu.kernel.consent.DataClass;
import dev.hufu.policy.pack.FlowPolicy;
import dev.hufu.policy.pack.FlowPolicy.Feature;
import dev.hufu.policy.pack.FlowPolicy.Lines;
import dev.hufu.policy.pack.FlowPolicy.Measure;
import dev.hufu.policy.pack.FlowPolicy.Words;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code flows.yaml}: words, lines, and features with their definitions. */
final class FlowPolicyReader {

  private final Figures figures;
  private final Problems problems;

  FlowPolicyReader(String currency, Problems problems) {
    this.figures = new Figures(currency, problems);
    this.problems = problems;
  }

  FlowPolicy read(Branch file) {
    List<Feature> features = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Branch branch : file.list("features")) {
      if (!seen.add(branch.text("name"))) {
        problems.add(
            branch.get("name"), "the feature " + branch.text("name") + " stands here twice");
      }
      feature(branch).ifPresent(features::add);
    }
    return new FlowPolicy(words(file.get("words")), lines(file.get("lines")), features);
  }

  private static Words words(Branch branch) {
    return new Words(
        small(branch, "lender"),
        small(branch, "late"),
        small(branch, "gambling-type"),
        small(branch, "takings"));
  }

  private static List<String> small(Branch branch, String name) {
    return branch.texts(name).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private Lines lines(Branch branch) {
    Lines lines =
        new Lines(
            branch.get("months").count(),
            branch.get("months-least").count(),
            branch.get("edge-days").count(),
            figures.sum(branch.get("near-zero")),
            branch.get("unnamed-permille").count(),
            branch.get("regular-times").count(),
            branch.get("regular-gap-least").count(),
            branch.get("regular-gap-most").count(),
            branch.get("regular-apart-permille").count(),
            branch.get("night-from").count(),
            branch.get("night-to").count());
    if (lines.regularGapLeast() > lines.regularGapMost()) {
      problems.add(branch.get("regular-gap-least"), "the least gap is larger than the most");
    }
    if (lines.nightFrom() >= lines.nightTo()) {
      problems.add(branch.get("night-from"), "the night ends before it begins");
    }
    return lines;
  }

  private Optional<Feature> feature(Branch branch) {
    Optional<Measure> measure =
        Arrays.stream(Measure.values())
            .filter(one -> one.id().equals(branch.text("measure")))
            .findFirst();
    if (measure.isEmpty()) {
      problems.add(
          branch.get("measure"),
          "no such measure; there are "
              + String.join(", ", Arrays.stream(Measure.values()).map(Measure::id).toList()));
      return Optional.empty();
    }
    Optional<Branch> days = branch.find("days");
    if (days.isPresent() != measure.get().wantsDays()) {
      problems.add(
          branch,
          measure.get().wantsDays()
              ? "the measure " + measure.get().id() + " asks for days"
              : "the measure " + measure.get().id() + " looks at months, not at days");
    }
    return Optional.of(
        new Feature(
            branch.text("name"),
            measure.get(),
            days.map(Branch::count).orElse(0),
            also(branch),
            branch.wording("title"),
            branch.wording("definition")));
  }

  private Set<DataClass> also(Branch branch) {
    Set<DataClass> also = EnumSet.noneOf(DataClass.class);
    for (Branch named : branch.list("also")) {
      Optional<DataClass> found = DataClass.find(named.text());
      if (found.isEmpty()) {
        problems.add(named, "no such class of data: " + named.text());
      }
      found.ifPresent(also::add);
    }
    return also;
  }
}
