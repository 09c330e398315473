package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.yaml.Branch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves {@code source: {law|practice|claim: id}}; a coefficient without a source is a problem.
 */
final class SourcesReader {

  private final Law law;
  private final Map<String, Wording> practices = new HashMap<>();
  private final Problems problems;

  SourcesReader(Law law, Optional<Branch> file, Problems problems) {
    this.law = law;
    this.problems = problems;
    file.ifPresent(
        top ->
            top.list("practices")
                .forEach(item -> practices.put(item.text("id"), item.wording("title"))));
  }

  /**
   * @param decides whether what it founds changes a verdict; then a law entry must be V1 or V2
   */
  Source read(Branch source, boolean decides) {
    String kind = source.names().findFirst().orElseThrow();
    return read(source.get(kind), kind, decides);
  }

  /** The source of that kind whose id the branch is. */
  Source read(Branch named, String kind, boolean decides) {
    String id = named.text();
    Wording none = new Wording(id, id);
    return switch (kind) {
      case "law" -> {
        Law.Entry entry = law.entries().get(id);
        if (entry == null) {
          problems.add(named, "no law entry " + id + " in this pack or those it needs");
        } else if (decides && !entry.confidence().mayDecide()) {
          problems.add(
              named, id + " has confidence " + entry.confidence() + " and must not decide");
        }
        yield new Source(Source.Kind.LAW, id, entry == null ? none : entry.title());
      }
      case "practice" -> {
        if (!practices.containsKey(id)) {
          problems.add(named, "no practice " + id + " in sources.yaml");
        }
        yield new Source(Source.Kind.PRACTICE, id, practices.getOrDefault(id, none));
      }
      default -> {
        Optional<Law.Claim> claim =
            law.claims().stream().filter(item -> item.id().equals(id)).findFirst();
        if (claim.isEmpty()) {
          problems.add(named, "no claim " + id + " in claims.yaml of the needed packs");
        }
        yield new Source(Source.Kind.CLAIM, id, claim.map(Law.Claim::says).orElse(none));
      }
    };
  }
}
