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
 * <p>Its own process: {@code java … dev.hufu.bench.rules.PublishSoak} says before and after, in
 * MiB.
 */
public final class PublishSoak {

  private static final int RULES = 40;
  private static final int WARM = 300;
  private static final double MIB = 1024 * 1024;

  private static final int PUBLISHES = 10_000;

  private PublishSoak() {}

  public static void main(String[] args) {
    System.out.println(run(PUBLISHES));
  }

  /** How many plans, heap and metaspace before and after. */
  private static String run(int publishes) {
    List<String> sources = HufuEngine.sources(new Workload(RULES, Workload.Profile.DENSE));
    AtomicReference<RulePlan> live = new AtomicReference<>(HufuEngine.publish(sources));
    for (int i = 0; i < WARM; i++) {
      live.set(HufuEngine.publish(sources));
    }
    double heap = heap();
    double metaspace = metaspace();
    long start = System.nanoTime();
    for (int i = 0; i < publishes; i++) {
      live.set(HufuEngine.publish(sources));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d publishes of %d rules in %.0f s: heap %.1f → %.1f MiB, metaspace %.1f → %.1f MiB, a"
            + " plan of %d bytes",
        publishes,
        RULES,
        seconds,
        heap,
        heap(),
        metaspace,
        metaspace(),
        live.get().bytes());
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
