package dev.hufu.bench.rules;

import dev.hufu.bench.rules.Workload.Part;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete with conditions it compiles to Java; a stateless session for each event. */
final class EvreteEngine implements RuleEngine {

  private final Knowledge knowledge;
  private final Transfer[] events;
  private Fired now = new Fired(0);

  EvreteEngine(Workload workload) {
    RuleSetBuilder<Knowledge> builder = new KnowledgeService().newKnowledge().builder();
    List<List<Part>> rules = workload.rules();
    for (int i = 0; i < rules.size(); i++) {
      int rule = i;
      LhsBuilder<Knowledge> left = builder.newRule("r" + i).forEach("$t", Transfer.class);
      for (Part part : rules.get(i)) {
        left.where(part(part));
      }
      left.execute(context -> now.set(rule));
    }
    knowledge = builder.build();
    events = workload.events().toArray(Transfer[]::new);
  }

  private static String part(Part part) {
    return switch (part) {
      case Workload.Below below ->
          "$t." + RuleEngine.number(below.number()) + " < " + below.bound() + "L";
      case Workload.AtLeast least ->
          "$t." + RuleEngine.number(least.number()) + " >= " + least.bound() + "L";
      case Workload.Flag flag -> (flag.wanted() ? "$t." : "!$t.") + RuleEngine.flag(flag.flag());
      case Workload.City city ->
          "java.util.Set.of(" + RuleEngine.quoted(city.cities()) + ").contains($t.city)";
      case Workload.Device device -> "$t.device.startsWith(\"" + device.prefix() + "\")";
    };
  }

  @Override
  public void evaluate(int event, Fired fired) {
    now = fired;
    knowledge.newStatelessSession().insertAndFire(events[event]);
  }
}
