package dev.hufu.bench.rules;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Expression;
import com.googlecode.aviator.Options;
import dev.hufu.bench.rules.Workload.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Aviator compiled to bytecode, optimised for evaluation, over maps that are made beforehand. */
final class AviatorEngine implements RuleEngine {

  private final Expression[] rules;
  private final List<Map<String, Object>> events;

  AviatorEngine(Workload workload) {
    AviatorEvaluatorInstance aviator = AviatorEvaluator.newInstance();
    aviator.setOption(Options.OPTIMIZE_LEVEL, AviatorEvaluator.EVAL);
    rules =
        workload.rules().stream()
            .map(rule -> RuleEngine.text(rule, " && ", AviatorEngine::part))
            .map(text -> aviator.compile(text, false))
            .toArray(Expression[]::new);
    events = workload.events().stream().map(transfer -> CelEngine.values(transfer, "")).toList();
  }

  private static String part(Part part) {
    return switch (part) {
      case Workload.Below below -> RuleEngine.number(below.number()) + " < " + below.bound();
      case Workload.AtLeast least -> RuleEngine.number(least.number()) + " >= " + least.bound();
      case Workload.Flag flag -> (flag.wanted() ? "" : "!") + RuleEngine.flag(flag.flag());
      case Workload.City city ->
          city.cities().stream()
              .map(name -> "city == '" + name + "'")
              .collect(Collectors.joining(" || ", "(", ")"));
      case Workload.Device device -> "string.startsWith(device, '" + device.prefix() + "')";
    };
  }

  @Override
  public void evaluate(int event, Fired fired) {
    Map<String, Object> values = events.get(event);
    for (int rule = 0; rule < rules.length; rule++) {
      if (Boolean.TRUE.equals(rules[rule].execute(values))) {
        fired.set(rule);
      }
    }
  }
}
