package dev.hufu.learn.recipe;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.yaml.Branch;
import dev.hufu.policy.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A recipe: what is learned ({@code task}), under which name and seed, and whatever that task wants
 * to know, in its own part of the file.
 *
 * <pre>{@code
 * name: handbook
 * task: events
 * seed: 1
 * }</pre>
 *
 * @param name what models made by it are called
 * @param task the kind of learning
 * @param seed of all chance in it
 * @param digest of the file's bytes, kept in the model
 * @param body the top of the file
 */
public record Recipe(String name, String task, long seed, Digest digest, Branch body) {

  /** The kinds of learning. */
  public static final Set<String> TASKS = Set.of("events", "texts", "applicants");

  /** Reads a file; refused with the place where it is not right. */
  public static Outcome<Recipe> read(Path file) {
    try {
      if (Files.size(file) > Limits.RECIPE_BYTES_MAX) {
        return Outcome.refused(Code.RECIPE_SHAPE, Integer.toString(Limits.RECIPE_BYTES_MAX));
      }
      return parse(
          String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(file.getFileName()));
    }
  }

  /** Reads a text under the name of its file. */
  public static Outcome<Recipe> parse(String file, String text) {
    try {
      Branch top = YamlFile.parse(file, text).top();
      Optional<Refusal> wrong = wrong(top);
      if (wrong.isPresent()) {
        return Outcome.refused(wrong.get());
      }
      long seed = top.find("seed").map(branch -> branch.json().longValue()).orElse(1L);
      Digest digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
      return Outcome.of(new Recipe(top.text("name"), top.text("task"), seed, digest, top));
    } catch (YamlFile.Malformed malformed) {
      return Outcome.refused(
          Refusal.of(Code.RECIPE_SHAPE, String.valueOf(malformed.getMessage()))
              .at(malformed.position()));
    }
  }

  /** A refusal at a place of the recipe, for the task that reads its part. */
  public static Refusal refusal(Branch at, String what) {
    return Refusal.of(Code.RECIPE_SHAPE, what).at(at.position());
  }

  private static Optional<Refusal> wrong(Branch top) {
    Optional<Refusal> head = RecipeSchema.check("head", top);
    if (head.isPresent()) {
      return head;
    }
    String task = top.text("task");
    return TASKS.contains(task)
        ? RecipeSchema.check(task, top)
        : Optional.of(Refusal.of(Code.RECIPE_TASK, task).at(top.get("task").position()));
  }
}
