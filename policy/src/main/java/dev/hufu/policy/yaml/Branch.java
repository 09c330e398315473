package dev.hufu.policy.yaml;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A value in a YAML file together with where it stands. The schema has been checked before a branch
 * is read, so its accessors throw on a wrong shape: that would be a bug.
 *
 * <p>Example: {@code file.top().list("rules").getFirst().text("id")}.
 */
public record Branch(YamlFile file, String pointer, JsonNode json) {

  /** A named branch below this map, if it is there and not null. */
  public Optional<Branch> find(String name) {
    JsonNode value = json.get(name);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new Branch(file, pointer + "/" + escape(name), value));
  }

  public Branch get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException(position() + " has no \"" + name + "\""));
  }

  /** The items of a named list; none if it is not there. */
  public List<Branch> list(String name) {
    return find(name).map(Branch::items).orElse(List.of());
  }

  /** The items of this list. */
  public List<Branch> items() {
    List<Branch> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new Branch(file, pointer + "/" + i, json.get(i)));
    }
    return items;
  }

  /** The names of this map, in the order of the file. */
  public Stream<String> names() {
    return json.propertyNames().stream();
  }

  public String text() {
    return json.isString() ? json.stringValue() : json.toString();
  }

  public String text(String name) {
    return get(name).text();
  }

  public double number() {
    return json.doubleValue();
  }

  public int count() {
    return json.intValue();
  }

  public boolean yes() {
    return json.booleanValue();
  }

  /** This {@code {zh, en}} map. */
  public Wording wording() {
    return new Wording(text("zh"), text("en"));
  }

  public Wording wording(String name) {
    return get(name).wording();
  }

  public List<String> texts(String name) {
    return list(name).stream().map(Branch::text).toList();
  }

  public Position position() {
    return file.position(pointer);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
