package dev.hufu.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * A run as Markdown: figure, unit, error, and where it was measured.
 *
 * @param date ISO date of the run
 * @param commit that was measured
 * @param options how long and how often
 * @param loadBefore load average of the machine before the run; negative where it is not known
 */
record Report(
    String date,
    String commit,
    String options,
    String cpu,
    double loadBefore,
    double loadAfter,
    Collection<RunResult> results) {

  private static final Map<String, String> WHAT =
      Map.ofEntries(
          Map.entry("DecidingBenchmark.decideNewAccount", "一次判断，新号借一千（红） · a decision, red"),
          Map.entry("DecidingBenchmark.decideRealFriend", "一次判断，三项对上（绿） · a decision, green"),
          Map.entry("DecidingBenchmark.judgeNewAccount", "只到结论和提问 · verdict and questions only"),
          Map.entry("DecidingBenchmark.oneCondition", "一个条件 · one condition (CEL)"),
          Map.entry("CardBenchmark.score", "按卡打分 · a score by a card"),
          Map.entry("CardBenchmark.explained", "按卡打分，带理由 · the same with reasons"),
          Map.entry("ManyRulesBenchmark.judge", "生成的规则，到结论 · verdict, generated rules"),
          Map.entry("PublishBenchmark.publish", "发布两千条规则 · publishing 2,000 rules, cold JVM on"),
          Map.entry("ReadingBenchmark.foldMessage", "折叠一条短信 · folding a message"),
          Map.entry("ReadingBenchmark.detectMessage", "一条短信找线索、打分 · cues and score of a message"),
          Map.entry("ReadingBenchmark.sumsOfMessage", "一条短信里的金额 · sums of a message"),
          Map.entry("ReadingBenchmark.daysOfMessage", "一条短信里的日子 · days of a message"),
          Map.entry("ReadingBenchmark.readChatOf200", "读 200 句的聊天 · a chat of 200 messages"),
          Map.entry("LoadingBenchmark.loadToDecide", "读规则包，够判断用 · loading what a decision takes"),
          Map.entry("LoadingBenchmark.loadToCheck", "读全部规则包和测试 · loading all packs with tests"));

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# 测量 · Measurements ").append(date).append("\n\n");
    text.append("Made by `./hufu bench").append(options.isEmpty() ? "" : " " + options);
    text.append("` (JMH, average time; ± is the 99.9 % interval; ");
    text.append(
        options.isEmpty()
            ? "forked JVMs).\n"
            : "a JVM each only where engines stand side by side; other lanes by their name).\n");
    text.append(
        "Texts and rules are made from a seed; the pack and its stories are the real ones.\n\n");
    text.append("| | |\n|---|---|\n");
    row(text, "commit", commit);
    row(text, "CPU", cpu);
    row(text, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    row(text, "JDK", System.getProperty("java.vendor") + " " + Runtime.version());
    row(text, "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    row(text, "load average before, after", load(loadBefore) + ", " + load(loadAfter));
    row(text, "JVM", ManagementFactory.getRuntimeMXBean().getVmName());
    text.append("\n| what | | figure | ± | unit |\n|---|---|---:|---:|---|\n");
    results.stream()
        .filter(run -> run.getParams().getParam("engine") == null)
        .sorted(Comparator.comparing(Report::name))
        .forEach(run -> figure(text, run));
    text.append(new RatioTable(results).markdown());
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }

  private static String load(double average) {
    return average < 0 ? "?" : String.format(Locale.ROOT, "%.2f", average);
  }

  private static String name(RunResult run) {
    return run.getParams().getBenchmark() + variant(run);
  }

  /** What distinguishes runs of one measurement: the number of rules, the spread of keys. */
  private static String variant(RunResult run) {
    return run.getParams().getParamsKeys().stream()
        .sorted()
        .map(key -> ", " + run.getParams().getParam(key))
        .collect(Collectors.joining());
  }

  private static void figure(StringBuilder text, RunResult run) {
    Result<?> result = run.getPrimaryResult();
    String full = run.getParams().getBenchmark();
    String key = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    String what = WHAT.getOrDefault(key, "") + variant(run);
    figure(text, what, key, result);
    run.getSecondaryResults().forEach((name, more) -> figure(text, what, key + ":" + name, more));
  }

  private static void figure(StringBuilder text, String what, String key, Result<?> result) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | `%s` | %s | %s | %s |%n",
            what,
            key,
            figure(result.getScore()),
            Double.isNaN(result.getScoreError()) ? "" : figure(result.getScoreError()),
            result.getScoreUnit()));
  }

  /** Three figures that count are as many as a run is good for. */
  static String figure(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
