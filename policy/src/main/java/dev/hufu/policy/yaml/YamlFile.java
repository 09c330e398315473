package dev.hufu.policy.yaml;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.limit.Limits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.constructor.BaseConstructor;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One YAML file as a JSON tree beside the positions of its values, so that a schema or a type error
 * can be told as {@code rules.yaml:12:7}.
 *
 * <p>Anchors and aliases are refused: a pack must read the same everywhere it is printed.
 */
public final class YamlFile {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String path;
  private final ObjectNode root;
  private final Map<String, Place> places;

  /** Where a value starts, and how its characters map to the file. */
  private record Place(int line, int column, boolean block) {}

  /** A file that is not well-formed; {@code position} says where. */
  public static final class Malformed extends Exception {
    private final transient Position position;

    Malformed(Position position, String message) {
      super(message);
      this.position = position;
    }

    public Position position() {
      return position;
    }
  }

  private YamlFile(String path, ObjectNode root, Map<String, Place> places) {
    this.path = path;
    this.root = root;
    this.places = places;
  }

  /**
   * Parses one document whose top is a map.
   *
   * @throws Malformed with the position where reading stopped
   */
  public static YamlFile parse(String path, String text) throws Malformed {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(path)
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(Limits.PACK_BYTES_MAX)
            .setUseMarks(true)
            .build();
    try {
      Optional<Node> top = new Compose(settings).composeString(text);
      if (top.isEmpty() || !(top.get() instanceof MappingNode map)) {
        throw new Malformed(new Position(path, 1, 1), "the file must be a map of names to values");
      }
      Map<String, Place> places = new HashMap<>();
      Reader reader = new Reader(path, places, new StandardConstructor(settings));
      return new YamlFile(path, (ObjectNode) reader.read(map, "", 0), places);
    } catch (MarkedYamlEngineException bad) {
      throw new Malformed(position(path, bad.getProblemMark()), String.valueOf(bad.getProblem()));
    } catch (YamlEngineException bad) {
      throw new Malformed(new Position(path, 1, 1), String.valueOf(bad.getMessage()));
    }
  }

  private static Position position(String path, Optional<Mark> mark) {
    return mark.map(m -> new Position(path, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> new Position(path, 1, 1));
  }

  public String path() {
    return path;
  }

  public JsonNode json() {
    return root;
  }

  /** The top of the file. */
  public Branch top() {
    return new Branch(this, "", root);
  }

  /** Where the value behind a JSON pointer starts; of its nearest ancestor if it has no place. */
  public Position position(String pointer) {
    String at = pointer;
    while (!places.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    Place place = places.getOrDefault(at, new Place(1, 1, false));
    return new Position(path, place.line, place.column);
  }

  /**
   * Where a character inside a text value stands; line and column count from 0 within the value.
   */
  public Position positionWithin(String pointer, int line, int column) {
    Place place = places.getOrDefault(pointer, new Place(1, 1, false));
    return place.block
        ? new Position(path, place.line + 1 + line, column + 1)
        : line == 0
            ? new Position(path, place.line, place.column + column)
            : new Position(path, place.line + line, column + 1);
  }

  /** Walks the node tree once, building JSON and the map of places side by side. */
  private record Reader(String path, Map<String, Place> places, BaseConstructor scalars) {

    JsonNode read(Node node, String pointer, int depth) throws Malformed {
      remember(node, pointer);
      if (depth > Limits.YAML_DEPTH_MAX) {
        throw refuse(node, "nested deeper than " + Limits.YAML_DEPTH_MAX);
      }
      return switch (node) {
        case MappingNode map -> readMap(map, pointer, depth);
        case SequenceNode list -> {
          ArrayNode array = JSON.arrayNode();
          int index = 0;
          for (Node item : list.getValue()) {
            array.add(read(item, pointer + "/" + index++, depth + 1));
          }
          yield array;
        }
        case ScalarNode scalar -> readScalar(scalar);
        default -> throw refuse(node, "anchors and aliases are not used in packs");
      };
    }

    private ObjectNode readMap(MappingNode map, String pointer, int depth) throws Malformed {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple tuple : map.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw refuse(tuple.getKeyNode(), "a name must be plain text");
        }
        if (object.has(key.getValue())) {
          throw refuse(key, "the name \"" + key.getValue() + "\" stands here twice");
        }
        String below = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
        object.set(key.getValue(), read(tuple.getValueNode(), below, depth + 1));
      }
      return object;
    }

    private JsonNode readScalar(ScalarNode scalar) throws Malformed {
      if (scalar.getTag().equals(Tag.STR)) {
        return JSON.stringNode(scalar.getValue());
      }
      Object value;
      try {
        value = scalars.constructSingleDocument(Optional.of(scalar));
      } catch (YamlEngineException bad) {
        throw refuse(scalar, String.valueOf(bad.getMessage()));
      }
      return switch (value) {
        case null -> JSON.nullNode();
        case Boolean flag -> JSON.booleanNode(flag);
        case Integer number -> JSON.numberNode(number);
        case Long number -> JSON.numberNode(number);
        case java.math.BigInteger number -> JSON.numberNode(number);
        case Double number when Double.isFinite(number) -> JSON.numberNode(number);
        default -> throw refuse(scalar, "a value of this type is not used in packs");
      };
    }

    private void remember(Node node, String pointer) {
      Mark mark = node.getStartMark().orElse(null);
      if (mark == null) {
        return;
      }
      boolean quoted = false;
      boolean block = false;
      if (node instanceof ScalarNode scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        quoted = style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.SINGLE_QUOTED;
        block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
      }
      int column = mark.getColumn() + 1 + (quoted ? 1 : 0);
      places.put(pointer, new Place(mark.getLine() + 1, column, block));
    }

    private Malformed refuse(Node node, String message) {
      return new Malformed(position(path, node.getStartMark()), message);
    }
  }
}
