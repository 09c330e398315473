package dev.hufu.bench.rules;

import dev.hufu.bench.rules.Workload.Part;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Drools with its executable model: one session, each event inserted, fired and deleted. */
final class DroolsEngine implements RuleEngine {

  private final KieSession session;
  private final Transfer[] events;

  /** What the rules write to; they see it as a global. */
  private final Outlet outlet = new Outlet();

  DroolsEngine(Workload workload) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/rules/rules.drl", rules(workload));
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().getMessages().toString());
    }
    KieBase base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    session = base.newKieSession();
    session.setGlobal("outlet", outlet);
    events = workload.events().toArray(Transfer[]::new);
  }

  private static String rules(Workload workload) {
    StringBuilder text = new StringBuilder("package rules;\n");
    text.append("import ").append(Transfer.class.getCanonicalName()).append(";\n");
    text.append("global ").append(Outlet.class.getCanonicalName()).append(" outlet;\n");
    List<List<Part>> rules = workload.rules();
    for (int rule = 0; rule < rules.size(); rule++) {
      text.append("rule \"r").append(rule).append("\" when Transfer(");
      text.append(RuleEngine.text(rules.get(rule), ", ", DroolsEngine::part));
      text.append(") then outlet.set(").append(rule).append("); end\n");
    }
    return text.toString();
  }

  private static String part(Part part) {
    return switch (part) {
      case Workload.Below below -> RuleEngine.number(below.number()) + " < " + below.bound() + "L";
      case Workload.AtLeast least ->
          RuleEngine.number(least.number()) + " >= " + least.bound() + "L";
      case Workload.Flag flag -> RuleEngine.flag(flag.flag()) + " == " + flag.wanted();
      case Workload.City city -> "city in (" + RuleEngine.quoted(city.cities()) + ")";
      case Workload.Device device -> "device str[startsWith] \"" + device.prefix() + "\"";
    };
  }

  @Override
  public void evaluate(int event, Fired fired) {
    outlet.into(fired);
    FactHandle handle = session.insert(events[event]);
    session.fireAllRules();
    session.delete(handle);
  }
}
