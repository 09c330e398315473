package dev.hufu.bench.rules;

import dev.hufu.bench.rules.Workload.Part;

/** What one would write by hand without thinking of speed: each rule a list of tests. */
final class LambdaEngine implements RuleEngine {

  private final Part[][] rules;
  private final Transfer[] events;

  LambdaEngine(Workload workload) {
    rules = workload.rules().stream().map(rule -> rule.toArray(Part[]::new)).toArray(Part[][]::new);
    events = workload.events().toArray(Transfer[]::new);
  }

  @Override
  public void evaluate(int event, Fired fired) {
    Transfer transfer = events[event];
    for (int rule = 0; rule < rules.length; rule++) {
      if (holds(rules[rule], transfer)) {
        fired.set(rule);
      }
    }
  }

  private static boolean holds(Part[] parts, Transfer transfer) {
    for (Part part : parts) {
      if (!part.holds(transfer)) {
        return false;
      }
    }
    return true;
  }
}
