package dev.hufu.bench.rules;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CEL with its planner; values are looked up in a map that is made beforehand. */
final class CelEngine implements RuleEngine {

  private final CelRuntime.Program[] programs;
  private final CelVariableResolver[] events;

  CelEngine(Workload workload) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
    Workload.NUMBERS.forEach(name -> builder.addVar("t." + name, SimpleType.INT));
    Workload.FLAGS.forEach(name -> builder.addVar("t." + name, SimpleType.BOOL));
    builder.addVar("t.city", SimpleType.STRING).addVar("t.device", SimpleType.STRING);
    CelCompiler compiler = builder.build();
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
    try {
      List<String> sources = HufuEngine.sources(workload);
      programs = new CelRuntime.Program[sources.size()];
      for (int rule = 0; rule < programs.length; rule++) {
        programs[rule] = runtime.createProgram(compiler.compile(sources.get(rule)).getAst());
      }
    } catch (CelValidationException | CelEvaluationException wrong) {
      throw new IllegalStateException(wrong);
    }
    events =
        workload.events().stream()
            .map(transfer -> values(transfer, "t."))
            .map(values -> (CelVariableResolver) name -> Optional.ofNullable(values.get(name)))
            .toArray(CelVariableResolver[]::new);
  }

  static Map<String, Object> values(Transfer transfer, String prefix) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < Workload.NUMBERS.size(); i++) {
      values.put(prefix + RuleEngine.number(i), transfer.number(i));
    }
    for (int i = 0; i < Workload.FLAGS.size(); i++) {
      values.put(prefix + RuleEngine.flag(i), transfer.flag(i));
    }
    values.put(prefix + "city", transfer.getCity());
    values.put(prefix + "device", transfer.getDevice());
    return values;
  }

  @Override
  public void evaluate(int event, Fired fired) {
    try {
      for (int rule = 0; rule < programs.length; rule++) {
        if (Boolean.TRUE.equals(programs[rule].eval(events[event]))) {
          fired.set(rule);
        }
      }
    } catch (CelEvaluationException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
