package dev.hufu.bench.rules;

import dev.hufu.bench.rules.Workload.Part;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.plan.Hits;
import dev.hufu.policy.plan.RowConditions;
import dev.hufu.policy.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;

/** Our plan over rows. */
final class HufuEngine implements RuleEngine {

  static final Columns COLUMNS = columns();

  private final RulePlan plan;
  private final Hits hits;
  private final Row[] rows;

  HufuEngine(Workload workload) {
    plan = publish(sources(workload));
    hits = plan.newHits();
    rows = workload.events().stream().map(HufuEngine::row).toArray(Row[]::new);
  }

  /** From text to a plan, all checks included. */
  static RulePlan publish(List<String> sources) {
    List<RowConditions.Compiled> compiled = new RowConditions(COLUMNS, "yuan").compileAll(sources);
    List<RulePlan.Named> rules = new ArrayList<>();
    for (RowConditions.Compiled one : compiled) {
      rules.add(new RulePlan.Named("r" + rules.size(), one.condition().orElseThrow()));
    }
    return RulePlan.compile(COLUMNS, rules);
  }

  static List<String> sources(Workload workload) {
    return workload.rules().stream()
        .map(rule -> RuleEngine.text(rule, " && ", HufuEngine::part))
        .toList();
  }

  private static Columns columns() {
    List<Column> columns = new ArrayList<>();
    Workload.NUMBERS.forEach(name -> columns.add(new Column("t." + name, FieldKind.COUNT)));
    Workload.FLAGS.forEach(name -> columns.add(new Column("t." + name, FieldKind.FLAG)));
    columns.add(new Column("t.city", FieldKind.WORD));
    columns.add(new Column("t.device", FieldKind.WORD));
    return new Columns(columns);
  }

  private static Row row(Transfer transfer) {
    Row row = new Row(COLUMNS);
    int place = 0;
    for (int i = 0; i < Workload.NUMBERS.size(); i++) {
      row.put(place++, transfer.number(i));
    }
    for (int i = 0; i < Workload.FLAGS.size(); i++) {
      row.put(place++, transfer.flag(i) ? 1 : 0);
    }
    row.put(place++, transfer.getCity());
    row.put(place, transfer.getDevice());
    return row;
  }

  static String part(Part part) {
    return switch (part) {
      case Workload.Below below -> "t." + RuleEngine.number(below.number()) + " < " + below.bound();
      case Workload.AtLeast least ->
          "t." + RuleEngine.number(least.number()) + " >= " + least.bound();
      case Workload.Flag flag -> (flag.wanted() ? "t." : "!t.") + RuleEngine.flag(flag.flag());
      case Workload.City city -> "t.city in [" + RuleEngine.quoted(city.cities()) + "]";
      case Workload.Device device -> "t.device.startsWith(\"" + device.prefix() + "\")";
    };
  }

  @Override
  public void evaluate(int event, Fired fired) {
    plan.evaluate(rows[event], hits);
    for (int word = 0; word < fired.words(); word++) {
      fired.word(word, hits.firedWord(word));
    }
  }
}
