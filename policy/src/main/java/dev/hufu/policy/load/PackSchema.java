package dev.hufu.policy.load;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hufu.policy.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of each file of a pack ({@code pack.schema.json}), with errors at their place.
 */
final class PackSchema {

  private static final JsonNode DEFINITIONS = read();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private PackSchema() {}

  /** Checks a file against the schema of its kind; whether it may be read further. */
  static boolean check(String kind, YamlFile file, Problems problems) {
    boolean fits = true;
    for (Error error : SCHEMAS.computeIfAbsent(kind, PackSchema::schema).validate(file.json())) {
      String pointer = String.valueOf(error.getInstanceLocation());
      problems.add(file.position(pointer), pointer + " " + error.getMessage());
      fits = false;
    }
    return fits;
  }

  private static Schema schema(String kind) {
    ObjectNode schema = ((ObjectNode) DEFINITIONS).deepCopy();
    schema.put("$id", "urn:hufu:pack:" + kind);
    schema.put("$ref", "#/$defs/" + kind);
    return REGISTRY.getSchema(schema);
  }

  private static JsonNode read() {
    try (InputStream in =
        PackSchema.class.getResourceAsStream("/dev/hufu/policy/pack.schema.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
