package dev.hufu.bench.rules;

import com.alibaba.qlexpress4.Express4Runner;
import com.alibaba.qlexpress4.InitOptions;
import com.alibaba.qlexpress4.QLOptions;
import dev.hufu.bench.rules.Workload.Part;
import java.util.List;
import java.util.Map;

/** QLExpress 4 with its cache of parsed scripts, over maps that are made beforehand. */
final class QlEngine implements RuleEngine {

  private static final QLOptions CACHED =
      QLOptions.builder().cache(true).polluteUserContext(false).build();

  private final Express4Runner runner = new Express4Runner(InitOptions.DEFAULT_OPTIONS);
  private final String[] rules;
  private final List<Map<String, Object>> events;

  QlEngine(Workload workload) {
    rules =
        workload.rules().stream()
            .map(rule -> RuleEngine.text(rule, " && ", QlEngine::part))
            .toArray(String[]::new);
    events = workload.events().stream().map(transfer -> CelEngine.values(transfer, "")).toList();
  }

  private static String part(Part part) {
    return switch (part) {
      case Workload.Below below -> RuleEngine.number(below.number()) + " < " + below.bound();
      case Workload.AtLeast least -> RuleEngine.number(least.number()) + " >= " + least.bound();
      case Workload.Flag flag -> (flag.wanted() ? "" : "!") + RuleEngine.flag(flag.flag());
      case Workload.City city -> "(city in [" + RuleEngine.quoted(city.cities()) + "])";
      case Workload.Device device -> "(device like \"" + device.prefix() + "%\")";
    };
  }

  @Override
  public void evaluate(int event, Fired fired) {
    Map<String, Object> values = events.get(event);
    for (int rule = 0; rule < rules.length; rule++) {
      if (Boolean.TRUE.equals(runner.execute(rules[rule], values, CACHED).getResult())) {
        fired.set(rule);
      }
    }
  }
}
