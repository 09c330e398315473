package dev.hufu.app.iou;

import dev.hufu.evidence.document.Paper;
import dev.hufu.evidence.document.SealPlace;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was printed, to be shown again exactly so: the markup, its day, and where each seal goes.
 *
 * <p>Example: {@code Sheet.parse(iou.shown().get()).article()} is the text for a page.
 */
record Sheet(String markup, LocalDate signedOn, Map<String, SealPlace> seals) {

  Sheet {
    seals = Map.copyOf(seals);
  }

  static Sheet of(String markup, LocalDate signedOn, Paper paper) {
    return new Sheet(markup, signedOn, paper.seals());
  }

  Optional<SealPlace> seal(String role) {
    return Optional.ofNullable(seals.get(role));
  }

  /** The text between the ends of the article; everything in it was escaped when it was written. */
  String article() {
    return article(markup);
  }

  static String article(String markup) {
    return markup
        .substring(markup.indexOf("<h1>"), markup.indexOf("</article>"))
        .replace("<h2>", "<h3>")
        .replace("</h2>", "</h3>")
        .replace("<h1>", "<h2>")
        .replace("</h1>", "</h2>");
  }

  String json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("markup", markup).put("signedOn", signedOn.toString());
    ObjectNode places = json.putObject("seals");
    new TreeMap<>(seals)
        .forEach(
            (role, at) -> {
              ArrayNode place = places.putArray(role);
              place.add(at.page()).add(at.x()).add(at.y()).add(at.width()).add(at.height());
            });
    return json.toString();
  }

  static Sheet parse(String text) {
    JsonNode json = JsonMapper.shared().readTree(text);
    Map<String, SealPlace> seals = new TreeMap<>();
    for (var field : json.get("seals").properties()) {
      JsonNode at = field.getValue();
      seals.put(
          field.getKey(),
          new SealPlace(
              at.get(0).asInt(),
              (float) at.get(1).asDouble(),
              (float) at.get(2).asDouble(),
              (float) at.get(3).asDouble(),
              (float) at.get(4).asDouble()));
    }
    return new Sheet(
        json.get("markup").asString(), LocalDate.parse(json.get("signedOn").asString()), seals);
  }
}
