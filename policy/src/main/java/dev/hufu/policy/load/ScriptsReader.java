package dev.hufu.policy.load;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.Script;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code scripts.yaml}. */
final class ScriptsReader {

  private final Map<String, FactType> facts;
  private final FactsReader values;
  private final Problems problems;

  ScriptsReader(Map<String, FactType> facts, FactsReader values, Problems problems) {
    this.facts = facts;
    this.values = values;
    this.problems = problems;
  }

  ScriptBook read(Branch file) {
    List<Branch> cues = file.list("cues");
    List<Branch> scripts = file.list("scripts");
    if (cues.size() > Limits.PACK_CUES_MAX || scripts.size() > Limits.PACK_SCRIPTS_MAX) {
      problems.add(
          file,
          "at most " + Limits.PACK_CUES_MAX + " cues and " + Limits.PACK_SCRIPTS_MAX + " scripts");
    }
    Set<String> ids = new HashSet<>();
    List<Cue> readCues = new ArrayList<>();
    for (Branch cue : cues) {
      if (!ids.add(cue.text("id"))) {
        problems.add(cue.get("id"), "the cue " + cue.text("id") + " stands here twice");
      }
      readCues.add(cue(cue));
    }
    Set<String> scriptIds = new HashSet<>();
    List<Script> readScripts = new ArrayList<>();
    for (Branch script : scripts) {
      if (!scriptIds.add(script.text("id"))) {
        problems.add(script.get("id"), "the script " + script.text("id") + " stands here twice");
      }
      readScripts.add(script(script, ids));
    }
    return new ScriptBook(readCues, readScripts);
  }

  private Cue cue(Branch branch) {
    for (Branch pattern : branch.list("patterns")) {
      try {
        Pattern.compile(pattern.text());
      } catch (PatternSyntaxException broken) {
        problems.add(pattern, "not a pattern: " + broken.getMessage());
      }
    }
    if (branch.list("phrases").isEmpty() && branch.list("patterns").isEmpty()) {
      problems.add(branch, "a cue needs phrases or patterns");
    }
    Map<String, String> sets = new LinkedHashMap<>();
    branch
        .find("sets")
        .ifPresent(
            set ->
                set.names()
                    .forEach(
                        name -> {
                          FactType type = facts.get(name);
                          if (type == null) {
                            problems.add(set.get(name), "no such fact: " + name);
                          } else {
                            values.parse(type, set.get(name));
                          }
                          sets.put(name, set.get(name).text());
                        }));
    return new Cue(
        branch.text("id"),
        branch.wording("move"),
        branch.texts("phrases"),
        branch.texts("patterns"),
        sets);
  }

  private Script script(Branch branch, Set<String> cues) {
    List<List<String>> needs = new ArrayList<>();
    for (Branch group : branch.list("needs")) {
      group.items().forEach(cue -> expect(cue, cue.text(), cues));
      needs.add(group.items().stream().map(Branch::text).toList());
    }
    return new Script(
        branch.text("id"),
        branch.wording("title"),
        weights(branch, "weights", cues),
        needs,
        weights(branch, "against", cues),
        branch.list("nextMoves").stream().map(Branch::wording).toList(),
        branch.wording("defeats"));
  }

  private Map<String, Double> weights(Branch script, String name, Set<String> cues) {
    Map<String, Double> weights = new LinkedHashMap<>();
    script
        .find(name)
        .ifPresent(
            map ->
                map.names()
                    .forEach(
                        cue -> {
                          expect(map.get(cue), cue, cues);
                          weights.put(cue, map.get(cue).number());
                        }));
    return weights;
  }

  private void expect(Branch at, String cue, Set<String> cues) {
    if (!cues.contains(cue)) {
      problems.add(at, "no such cue: " + cue);
    }
  }
}
