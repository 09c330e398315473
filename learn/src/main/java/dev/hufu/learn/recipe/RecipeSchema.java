package dev.hufu.learn.recipe;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.yaml.Branch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of recipes ({@code recipe.schema.json}), one definition a task. */
final class RecipeSchema {

  private RecipeSchema() {}

  /** The first place that does not have the shape of a definition. */
  static Optional<Refusal> check(String definition, Branch top) {
    return schema(definition).validate(top.json()).stream()
        .findFirst()
        .map(
            error -> {
              String pointer = String.valueOf(error.getInstanceLocation());
              return Refusal.of(Code.RECIPE_SHAPE, pointer + " " + error.getMessage())
                  .at(top.file().position(pointer));
            });
  }

  private static Schema schema(String definition) {
    try (InputStream in =
        RecipeSchema.class.getResourceAsStream("/dev/hufu/learn/recipe.schema.json")) {
      ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in));
      schema.put("$id", "urn:hufu:recipe:" + definition);
      schema.put("$ref", "#/$defs/" + definition);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
