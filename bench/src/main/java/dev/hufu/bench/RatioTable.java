package dev.hufu.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * Measurements of several engines on the same work, each with how many times ours it takes. A
 * measurement belongs here if it has a parameter {@code engine}; ours is called {@code HUFU}.
 */
record RatioTable(Collection<RunResult> results) {

  private static final String ENGINE = "engine";
  private static final String OURS = "HUFU";

  /** Nothing if no engines were compared. */
  String markdown() {
    Map<String, List<RunResult>> works =
        results.stream()
            .filter(run -> run.getParams().getParam(ENGINE) != null)
            .collect(Collectors.groupingBy(RatioTable::work, TreeMap::new, Collectors.toList()));
    if (works.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n## 并排比较 · Side by side\n\n");
    text.append("| work | engine | figure | ± | unit | × ours |\n|---|---|---:|---:|---|---:|\n");
    works.forEach((work, runs) -> rows(text, work, runs));
    return text.toString();
  }

  private static void rows(StringBuilder text, String work, List<RunResult> runs) {
    double ours =
        runs.stream()
            .filter(run -> OURS.equals(run.getParams().getParam(ENGINE)))
            .mapToDouble(RatioTable::score)
            .findFirst()
            .orElse(Double.NaN);
    runs.stream()
        .sorted(Comparator.comparingDouble(RatioTable::score))
        .forEach(
            run ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s | %s |%n",
                        work,
                        run.getParams().getParam(ENGINE).toLowerCase(Locale.ROOT),
                        Report.figure(score(run)),
                        Report.figure(run.getPrimaryResult().getScoreError()),
                        run.getPrimaryResult().getScoreUnit(),
                        Double.isNaN(ours) ? "" : Report.figure(score(run) / ours))));
  }

  private static double score(RunResult run) {
    return run.getPrimaryResult().getScore();
  }

  /** The benchmark and its other parameters. */
  private static String work(RunResult run) {
    String name = run.getParams().getBenchmark();
    String short_ = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    return run.getParams().getParamsKeys().stream()
        .filter(key -> !key.equals(ENGINE))
        .sorted()
        .map(key -> key + " " + run.getParams().getParam(key).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", short_ + ", ", ""));
  }
}
