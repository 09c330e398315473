package dev.hufu.bench.rules;

import dev.hufu.bench.rules.Workload.Part;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One engine with the rules of a workload, ready to be asked. One thread asks. */
interface RuleEngine {

  /** Fills in the rules that hold for the event with this number. */
  void evaluate(int event, Fired fired);

  /** The engines by the names a report gives them. */
  enum Kind {
    HUFU(HufuEngine::new),
    JAVA(LambdaEngine::new),
    CEL(CelEngine::new),
    AVIATOR(AviatorEngine::new),
    QLEXPRESS(QlEngine::new),
    DROOLS(DroolsEngine::new),
    EVRETE(EvreteEngine::new);

    private final Function<Workload, RuleEngine> start;

    Kind(Function<Workload, RuleEngine> start) {
      this.start = start;
    }

    /**
     * Builds it, and compares its answers with plain Java on every event.
     *
     * @throws IllegalStateException if they differ
     */
    RuleEngine start(Workload workload) {
      RuleEngine engine = start.apply(workload);
      RuleEngine plain = new LambdaEngine(workload);
      Fired wanted = new Fired(workload.rules().size());
      Fired given = new Fired(workload.rules().size());
      for (int event = 0; event < workload.events().size(); event++) {
        wanted.clear();
        given.clear();
        plain.evaluate(event, wanted);
        engine.evaluate(event, given);
        if (wanted.checksum() != given.checksum()) {
          throw new IllegalStateException(
              "%s: event %d fires %d rules, not %d"
                  .formatted(name(), event, given.count(), wanted.count()));
        }
      }
      return engine;
    }
  }

  /** A rule as text, its parts joined. */
  static String text(List<Part> rule, String and, Function<Part, String> part) {
    return rule.stream().map(part).collect(Collectors.joining(and));
  }

  static String number(int index) {
    return Workload.NUMBERS.get(index);
  }

  static String flag(int index) {
    return Workload.FLAGS.get(index);
  }

  static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
  }
}
