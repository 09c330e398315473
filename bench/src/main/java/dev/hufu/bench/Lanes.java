package dev.hufu.bench;

import dev.hufu.bench.rules.PublishSoak;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measurements that are whole programs, each in a process of its own so that none warms another up:
 * features over windows, decisions with planned arrivals, a backtest.
 */
enum Lanes {
  WINDOWS(
      WindowsLane.class,
      List.of("-XX:+UseSerialGC", "-Xmx10g"),
      """
      ## 二十个特征，四种键 · Twenty features over four keys (one thread, its CPU time)

      | stream | time | active keys | memory | |
      |---|---|---|---|---|
      """),
  DECISION(
      DecisionLane.class,
      // Memory that is touched for the first time makes a decision wait for the system.
      List.of("-XX:+UseZGC", "-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"),
      """
      ## 一次完整的判断，在进程里 · A whole decision in process: 20 features, 500 rules, scoring

      Arrivals are planned and do not wait; a time runs from the planned arrival. What the machine
      itself takes away, with nothing to decide, stands in the last row.

      | load | rate | p50 | p99 | p99.9 |
      |---|---|---|---|---|
      """),
  BACKTEST(
      BacktestLane.class,
      List.of("-XX:+UseParallelGC", "-Xmx12g"),
      """
      ## 回测 · A backtest of two versions beside a live run

      | what | time | rate | turned | beside live | memory |
      |---|---|---|---|---|---|
      """),
  EVIDENCE(
      EvidenceLane.class,
      List.of("-XX:+UseSerialGC", "-Xmx2g"),
      """
      ## 存证日志 · The evidence log, PostgreSQL on the same machine, durable commits

      | what | figure | |
      |---|---|---|
      """),
  PRICE(
      PriceLane.class,
      List.of("-XX:+UseSerialGC", "-Xmx256m"),
      """
      ## 一笔借款的价钱，36 笔钱 · The price of a loan of 36 sums (JMH, one core)

      | what | a million | each | allocated |
      |---|---:|---:|---:|
      """),
  BILL(
      BillLane.class,
      List.of("-XX:+UseSerialGC", "-Xmx256m"),
      """
      ## 十万行的账单，从文件到 JSON · A bill of 100,000 rows, the whole `./hufu bill FILE --json`

      `whole` is the command from outside, with the start of the JVM; packs are loaded while the
      file is read.

      | form | part | time | processor |
      |---|---|---:|---:|
      """),
  MODEL(
      ModelLane.class,
      List.of("-XX:+UseSerialGC", "-Xmx256m"),
      """
      ## 三百棵树打一个分 · A score by 300 trees over 32 inputs (JMH, one core)

      | what | each | against flat arrays | allocated |
      |---|---:|---:|---:|
      """),
  SOAK(
      PublishSoak.class,
      List.of("-XX:+UseSerialGC", "-Xmx2g"),
      """
      ## 一万次发布 · Ten thousand publishes

      Forty rules each time; heap and metaspace after a full collection, 300 publishes before the
      first row.

      | publishes | each | heap, MiB | metaspace, MiB |
      |---:|---:|---:|---:|
      """);

  private final Class<?> program;
  private final List<String> options;
  private final String head;

  Lanes(Class<?> program, List<String> options, String head) {
    this.program = program;
    this.options = options;
    this.head = head;
  }

  /** The lane of that name, {@code windows}. */
  static Optional<Lanes> find(String name) {
    return List.of(values()).stream()
        .filter(lane -> lane.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Those of a report: a quick one has the lanes of streams, the others are asked by name. */
  static List<Lanes> of(boolean quick) {
    return quick ? List.of(WINDOWS, DECISION, BACKTEST) : List.of(values());
  }

  /** Asks for large pages where the system has them; elsewhere the JVM would only warn. */
  private static List<String> largePages() throws IOException {
    Path offered = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    boolean there = Files.isReadable(offered) && !Files.readString(offered).contains("[never]");
    return there ? List.of("-XX:+UseTransparentHugePages") : List.of();
  }

  /** Runs it and gives its section of the report. */
  String run(boolean quick) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(options);
    if (this == BACKTEST) {
      command.addAll(largePages()); // as the launcher does for a backtest
    }
    command.add("-Dhufu.packs=" + Samples.packs());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    if (quick) {
      command.add("quick");
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String rows = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(program.getSimpleName() + " ended with an error");
      }
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
    return "\n" + head + rows;
  }
}
