package dev.hufu.bench.flink;

import com.sun.management.OperatingSystemMXBean;
import dev.hufu.bench.TallyEvents.Spread;
import dev.hufu.kernel.event.EventValues;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Eight exact sliding features over the same transfers, in Hufu, Flink DataStream and Flink SQL: a
 * table of CPU nanoseconds per event, appended to a report. Equal checksums or no figure.
 *
 * <p>Example: {@code java -jar hufu-bench-flink.jar [--quick] [REPORT.md]}. What is told is the CPU
 * time of the whole process for a second run over the same events, collector, compilers and the
 * start of the job included; in a full run the best of three. A quick run is good to a factor of
 * two at most, and leaves SQL out where keys are hot.
 */
public final class FlinkLane {

  private static final String FORK = "--fork";
  private static final String QUICK = "--quick";

  private FlinkLane() {}

  /** Who computes; the numbers are of events, quick and full. */
  enum Peer {
    HUFU("Hufu profiles", 200_000, 1_000_000),
    DATA_STREAM(
        "Flink 2.3 DataStream, 3 keyed operators, heap state, object reuse", 200_000, 1_000_000),
    SQL("Flink 2.3 SQL, 4 chained OVER windows", 10_000, 100_000);

    final String title;
    final int quick;
    final int full;

    Peer(String title, int quick, int full) {
      this.title = title;
      this.quick = quick;
      this.full = full;
    }

    int events(boolean quickly) {
      return quickly ? quick : full;
    }

    Engine engine(Spread spread, int count) {
      if (this == HUFU) {
        return new ProfilesEngine(spread, count);
      }
      Transfer[] transfers = new Transfer[count];
      EventValues[] events = Workload.events(spread, count);
      for (int i = 0; i < count; i++) {
        transfers[i] = Transfer.of(events[i]);
      }
      FlinkTotals.transfers = transfers;
      return this == SQL ? new SqlEngine() : new DataStreamEngine();
    }
  }

  private record Measured(Peer peer, Spread spread, double nanos) {}

  public static void main(String[] args) throws Exception {
    if (args.length == 4 && args[0].equals(FORK)) {
      for (String spread : args[2].split(",")) {
        for (String peer : args[1].split(",")) {
          if (args[3].equals(QUICK) && peer.equals("SQL") && spread.equals("ZIPF")) {
            continue;
          }
          fork(Peer.valueOf(peer), Spread.valueOf(spread), args[3].equals(QUICK));
        }
      }
      return;
    }
    List<String> words = List.of(args);
    String table = table(words.contains(QUICK));
    System.out.println(table);
    for (String word : words) {
      if (!word.startsWith("--")) {
        Files.writeString(
            Path.of(word), table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
  }

  private static String table(boolean quick) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    text.append("\n## 时间窗 · Windows beside Flink\n\n");
    text.append("Eight exact features over payer, payee and device, one hour and one day, 200,000");
    text.append(" accounts, no two events of one moment; one thread of work, ");
    text.append(quick ? "all in one process.\n\n" : "each in a process of its own.\n\n");
    text.append("| engine | events | spread | CPU ns/event | × Hufu |\n|---|---:|---|---:|---:|\n");
    double ours = 1;
    for (Measured one : quick ? inOneProcess() : eachInItsOwn()) {
      ours = one.peer == Peer.HUFU ? one.nanos : ours;
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %s | %,.0f | %.1f |%n",
              one.peer.title,
              one.peer.events(quick),
              one.spread.name().toLowerCase(Locale.ROOT),
              one.nanos,
              one.nanos / ours));
    }
    return text.toString();
  }

  /** Flink is loaded and compiled but once, which is most of the time of a quick run. */
  private static List<Measured> inOneProcess() throws IOException, InterruptedException {
    return measured(names(Peer.values()), names(Spread.values()), QUICK);
  }

  private static List<Measured> eachInItsOwn() throws IOException, InterruptedException {
    List<Measured> all = new ArrayList<>();
    for (Spread spread : Spread.values()) {
      for (Peer peer : Peer.values()) {
        all.addAll(measured(peer.name(), spread.name(), "full"));
      }
    }
    return all;
  }

  private static String names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.joining(","));
  }

  /** The figures of peers that came to the same checksum as Hufu over the same events. */
  private static List<Measured> measured(String peers, String spreads, String pace)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms2g",
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FlinkLane.class.getName(),
            FORK,
            peers,
            spreads,
            pace);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(peers + " " + spreads + " did not end well: " + said);
    }
    return said.lines()
        .filter(line -> line.startsWith(FORK))
        .map(line -> line.split(" "))
        .map(
            word ->
                new Measured(
                    Peer.valueOf(word[1]), Spread.valueOf(word[2]), Double.parseDouble(word[3])))
        .toList();
  }

  private static void fork(Peer peer, Spread spread, boolean quick) throws Exception {
    int count = peer.events(quick);
    long expected = new ProfilesEngine(spread, count).checksum(count);
    Engine engine = peer.engine(spread, count);
    long sum = engine.checksum(count); // warms the machine up
    long least = Long.MAX_VALUE;
    for (int time = 0; time < (quick ? 1 : 3); time++) {
      long start = cpu();
      engine.checksum(count);
      least = Math.min(least, cpu() - start);
    }
    if (sum != expected) {
      System.err.println(peer + ": checksum " + sum + ", expected " + expected);
      System.exit(1);
    }
    double nanos = least / (double) count;
    System.out.println(String.join(" ", FORK, peer.name(), spread.name(), nanos + ""));
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
