package dev.hufu.app.bill;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of a command went, part by part: by the clock on the wall and by the processor. On
 * a machine that does other things, too, only the second tells.
 *
 * <p>Example: {@code laps.end("reading")} closes the part that began with the last one's end; the
 * first begins with the JVM.
 */
public final class Laps {

  private static final double NANOS_PER_MS = 1_000_000;

  /** What a part took, in nanoseconds. */
  private record Lap(long wall, long processor) {

    Lap plus(Lap other) {
      return new Lap(wall + other.wall, processor + other.processor);
    }
  }

  private final Map<String, Lap> parts = new LinkedHashMap<>();
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private Lap last;

  private Laps() {
    long sinceStart = ManagementFactory.getRuntimeMXBean().getUptime() * (long) NANOS_PER_MS;
    last = new Lap(System.nanoTime() - sinceStart, 0);
  }

  /** Laps that begin with the JVM; what was until now is the part {@code start}. */
  public static Laps sinceStart() {
    Laps laps = new Laps();
    laps.end("start");
    return laps;
  }

  /** Ends a part; parts of the same name are added up. */
  public void end(String part) {
    Lap now = new Lap(System.nanoTime(), machine.getProcessCpuTime());
    Lap took = new Lap(now.wall - last.wall, now.processor - last.processor);
    parts.merge(part, took, Lap::plus);
    last = now;
  }

  /** One line a part and one for all: {@code reading 612 ms, processor 590 ms}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    Lap all = new Lap(0, 0);
    for (var part : parts.entrySet()) {
      all = all.plus(part.getValue());
      line(text, part.getKey(), part.getValue());
    }
    line(text, "all", all);
    return text.toString();
  }

  private static void line(StringBuilder text, String part, Lap lap) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-9s %6.0f ms, processor %6.0f ms%n",
            part,
            lap.wall / NANOS_PER_MS,
            lap.processor / NANOS_PER_MS));
  }
}
