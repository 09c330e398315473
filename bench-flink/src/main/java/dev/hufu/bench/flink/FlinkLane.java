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

/**
 * Eight exact sliding features over the same transfers, in Hufu, Flink DataStream and Flink SQL: a
 * table of CPU nanoseconds per event, appended to a report. Equal checksums or no figure.
 *
 * <p>Example: {@code java -jar hufu-bench-flink.jar [--quick] [REPORT.md]}. What is told is the CPU
 * time of the whole process for the last three quarters of the events, collector and compilers
 * included, start of process and job not: the time of a run less that of one over the first
 * quarter.
 */
public final class FlinkLane {

  private static final String FORK = "--fork";

  private FlinkLane() {}

  /** Who computes; the numbers are of events, quick and full. */
  enum Peer {
    HUFU("Hufu profiles", 400_000, 1_000_000),
    DATA_STREAM(
        "Flink 2.3 DataStream, 3 keyed operators, heap state, object reuse", 400_000, 1_000_000),
    SQL("Flink 2.3 SQL, 4 chained OVER windows", 24_000, 100_000);

    final String title;
    final int quick;
    final int full;

    Peer(String title, int quick, int full) {
      this.title = title;
      this.quick = quick;
      this.full = full;
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

  public static void main(String[] args) throws Exception {
    if (args.length == 4 && args[0].equals(FORK)) {
      fork(Peer.valueOf(args[1]), Spread.valueOf(args[2]), Integer.parseInt(args[3]));
      return;
    }
    List<String> words = List.of(args);
    boolean quick = words.contains("--quick");
    String table = table(quick);
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
    text.append(
        " accounts, no two events of one moment; one process each, one thread of work.\n\n");
    text.append("| engine | events | spread | CPU ns/event | × Hufu |\n|---|---:|---|---:|---:|\n");
    for (Spread spread : Spread.values()) {
      double ours = 0;
      for (Peer peer : Peer.values()) {
        int count = quick ? peer.quick : peer.full;
        double nanos = measured(peer, spread, count);
        ours = peer == Peer.HUFU ? nanos : ours;
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %,.0f | %.1f |%n",
                peer.title,
                count,
                spread.name().toLowerCase(Locale.ROOT),
                nanos,
                nanos / ours));
      }
    }
    return text.toString();
  }

  /** The figure of a peer, if it came to the same checksum as Hufu over the same events. */
  private static double measured(Peer peer, Spread spread, int count)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(
        List.of(
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
            peer.name(),
            spread.name(),
            Integer.toString(count)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !said.lines().anyMatch(line -> line.startsWith("nanos "))) {
      throw new IllegalStateException(peer + " " + spread + " did not end well: " + said);
    }
    String line = said.lines().filter(l -> l.startsWith("nanos ")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring("nanos ".length()));
  }

  private static void fork(Peer peer, Spread spread, int count) throws Exception {
    long expected = new ProfilesEngine(spread, count).checksum(count);
    Engine engine = peer.engine(spread, count);
    engine.checksum(count / 4);
    long start = cpu();
    engine.checksum(count / 4);
    long quarter = cpu() - start;
    start = cpu();
    long sum = engine.checksum(count);
    long whole = cpu() - start;
    if (sum != expected) {
      throw new IllegalStateException(peer + ": checksum " + sum + ", expected " + expected);
    }
    System.out.println("nanos " + (whole - quarter) / (double) (count - count / 4));
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
