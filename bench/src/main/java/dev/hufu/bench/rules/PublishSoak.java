package dev.hufu.bench.rules;

import dev.hufu.policy.plan.RulePlan;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Publishes plans over and over and looks at what stays behind in heap and metaspace.
 *
 * <p>Its own process: {@code java … dev.hufu.bench.rules.PublishSoak [quick]} prints rows of a
 * table and ends with an error where heap or metaspace grew.
 */
public final class PublishSoak {

  private static final int RULES = 40;
  private static final int WARM = 300;
  private static final int PUBLISHES = 10_000;
  private static final int PUBLISHES_QUICK = 1_000;
  private static final int ROWS = 4;
  private static final double MIB = 1024 * 1024;

  /** What compiled code and caches of the JVM itself may add; a leak of plans adds far more. */
  private static final double GROWTH_MAX = 4;

  private PublishSoak() {}

  public static void main(String[] args) {
    int publishes = args.length > 0 ? PUBLISHES_QUICK : PUBLISHES;
    List<String> sources = HufuEngine.sources(new Workload(RULES, Workload.Profile.DENSE));
    AtomicReference<RulePlan> live = new AtomicReference<>(HufuEngine.publish(sources));
    for (int i = 0; i < WARM; i++) {
      live.set(HufuEngine.publish(sources));
    }
    double heap = heap();
    double metaspace = metaspace();
    tell(0, 0, heap, metaspace);
    double grown = 0;
    for (int row = 1; row <= ROWS; row++) {
      long start = System.nanoTime();
      for (int i = 0; i < publishes / ROWS; i++) {
        live.set(HufuEngine.publish(sources));
      }
      double each = (System.nanoTime() - start) / 1e6 / (publishes / ROWS);
      double heapNow = heap();
      double metaspaceNow = metaspace();
      tell(publishes / ROWS * row, each, heapNow, metaspaceNow);
      grown = Math.max(heapNow - heap, metaspaceNow - metaspace);
    }
    System.out.printf(
        Locale.ROOT, "%nA plan of %d rules takes %,d bytes.%n", RULES, live.get().bytes());
    if (grown > GROWTH_MAX) {
      throw new IllegalStateException("grown by MiB: " + grown);
    }
  }

  private static void tell(int publishes, double millis, double heap, double metaspace) {
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %.1f | %.1f |%n",
        publishes,
        publishes == 0 ? "" : String.format(Locale.ROOT, "%.1f ms", millis),
        heap,
        metaspace);
  }

  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }

  private static double metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / MIB;
  }
}
