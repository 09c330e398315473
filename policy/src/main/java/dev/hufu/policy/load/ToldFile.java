package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.yaml.Branch;
import dev.hufu.policy.yaml.YamlFile;
import java.util.function.BiFunction;

/**
 * A YAML file in which a person tells of one case, as against the files of a pack: read whole, or
 * refused with the place of its first mistake.
 *
 * @param schema the name of its part of the schema, {@code loan-file}
 * @param broken the code of a refusal
 * @param charsMax how long it may be
 */
record ToldFile(String schema, Code broken, int charsMax) {

  /**
   * Reads a file.
   *
   * @param name as it is called in refusals
   * @param reader takes a branch that fits the schema, and tells what is wrong beyond it
   */
  <T> Outcome<T> read(String name, String text, BiFunction<Branch, Problems, T> reader) {
    if (text.length() > charsMax) {
      return Outcome.refused(broken, "> " + charsMax);
    }
    Problems problems = new Problems();
    try {
      YamlFile file = YamlFile.parse(name, text);
      if (PackSchema.check(schema, file, problems)) {
        T read = reader.apply(file.top(), problems);
        if (problems.isEmpty()) {
          return Outcome.of(read);
        }
      }
      PackProblem first = problems.sorted().getFirst();
      return Outcome.refused(Refusal.of(broken, first.message()).at(first.position()));
    } catch (YamlFile.Malformed malformed) {
      return Outcome.refused(
          Refusal.of(broken, String.valueOf(malformed.getMessage())).at(malformed.position()));
    }
  }
}
