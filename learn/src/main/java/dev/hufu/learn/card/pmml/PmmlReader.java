package dev.hufu.learn.card.pmml;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.CardWriter;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.load.CardFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads a Scorecard of PMML as a card.
 *
 * <p>Example: {@code PmmlReader.read(bytes)}. Refused: what is no XML, has a document type, or is
 * no scorecard ({@code CARD_PMML_BROKEN}); and what a card cannot say ({@code CARD_PMML_BEYOND}):
 * transformations, reckoned partial scores, replacements of missing values, predicates over several
 * fields, values without points.
 */
public final class PmmlReader {

  private static final Set<String> BEYOND =
      Set.of(
          "TransformationDictionary",
          "LocalTransformations",
          "Targets",
          "ComplexPartialScore",
          "MiningModel");

  private final Map<String, Boolean> words = new HashMap<>();

  /** Something in the file that stops the reading. */
  private static final class Stop extends Exception {
    private final Code code;

    Stop(Code code, String what) {
      super(what);
      this.code = code;
    }
  }

  private PmmlReader() {}

  public static Outcome<Scorecard> read(byte[] bytes) {
    if (bytes.length > Limits.CARD_PMML_BYTES_MAX) {
      return Outcome.refused(Code.CARD_PMML_BROKEN, "> " + Limits.CARD_PMML_BYTES_MAX);
    }
    try {
      Element root = parsed(bytes);
      Scorecard card = new PmmlReader().card(root);
      // What the format asks beyond the schema is asked here too: bins that meet, one a value.
      return CardFile.read("pmml", CardWriter.yaml(card))
          .findRefusal()
          .<Outcome<Scorecard>>map(
              refusal -> Outcome.refused(Code.CARD_PMML_BEYOND, refusal.subject()))
          .orElse(Outcome.of(card));
    } catch (Stop stop) {
      return Outcome.refused(stop.code, String.valueOf(stop.getMessage()));
    }
  }

  private static Element parsed(byte[] bytes) throws Stop {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    } catch (SAXException | IOException notXml) {
      throw new Stop(Code.CARD_PMML_BROKEN, String.valueOf(notXml.getMessage()));
    } catch (ParserConfigurationException missing) {
      throw new IllegalStateException("every JDK has this parser", missing);
    }
  }

  private Scorecard card(Element root) throws Stop {
    if (!root.getLocalName().equals("PMML")) {
      throw new Stop(Code.CARD_PMML_BROKEN, root.getLocalName());
    }
    beyond(root);
    for (Element field : children(first(root, "DataDictionary"), "DataField")) {
      words.put(field.getAttribute("name"), !field.getAttribute("optype").equals("continuous"));
    }
    Element model = first(root, "Scorecard");
    replacements(model);
    Scorecard.Better better =
        model.getAttribute("reasonCodeAlgorithm").equals("pointsAbove")
            ? Scorecard.Better.LOWER
            : Scorecard.Better.HIGHER;
    List<Characteristic> all = new ArrayList<>();
    for (Element each : children(first(model, "Characteristics"), "Characteristic")) {
      all.add(characteristic(each, model, all.size() + 1, better));
    }
    Map<String, String> said = extensions(model);
    String name = model.getAttribute("modelName");
    String title = name.isBlank() ? "scorecard" : name;
    Optional<Element> header =
        children(root, "Header").stream().filter(h -> h.hasAttribute("description")).findFirst();
    return new Scorecard(
        id(title),
        said.getOrDefault("version", "1"),
        new Wording(
            said.getOrDefault("title.zh", title),
            header.map(h -> h.getAttribute("description")).filter(t -> !t.isBlank()).orElse(title)),
        better,
        Optional.empty(),
        model.hasAttribute("initialScore") ? number(model, "initialScore") : 0,
        said.containsKey("cutoff")
            ? OptionalDouble.of(number(said.getOrDefault("cutoff", "")))
            : OptionalDouble.empty(),
        List.of(),
        List.of(),
        all);
  }

  private static String id(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/._-]", "-");
    return plain.matches("[a-z0-9].*") ? plain : "card-" + plain;
  }

  private static void beyond(Element element) throws Stop {
    if (BEYOND.contains(element.getLocalName()) && element.getFirstChild() != null) {
      throw new Stop(Code.CARD_PMML_BEYOND, element.getLocalName());
    }
    for (Element child : children(element, "")) {
      beyond(child);
    }
  }

  private static void replacements(Element model) throws Stop {
    for (Element schema : children(model, "MiningSchema")) {
      for (Element field : children(schema, "MiningField")) {
        boolean bounded =
            field.hasAttribute("outliers") && !field.getAttribute("outliers").equals("asIs");
        if (field.hasAttribute("missingValueReplacement") || bounded) {
          throw new Stop(Code.CARD_PMML_BEYOND, "MiningField " + field.getAttribute("name"));
        }
      }
    }
  }

  private Characteristic characteristic(
      Element element, Element model, int index, Scorecard.Better better) throws Stop {
    String id = element.hasAttribute("name") ? element.getAttribute("name") : "c" + index;
    List<Element> attributes = children(element, "Attribute");
    String field = field(attributes, id);
    boolean named = words.getOrDefault(field, false);
    List<Bin> bins = named ? PmmlBins.words(read(attributes)) : PmmlBins.numbers(read(attributes));
    if (bins.isEmpty()) {
      throw new Stop(Code.CARD_PMML_BEYOND, id);
    }
    Map<String, String> said = extensions(element);
    String code = element.getAttribute("reasonCode");
    String reason = code.isBlank() ? id : code;
    return new Characteristic(
        id.replaceAll("[^A-Za-z0-9_.-]", "_"),
        field,
        new Wording(said.getOrDefault("title.zh", id), said.getOrDefault("title.en", id)),
        reason,
        new Wording(said.getOrDefault("reason.zh", reason), said.getOrDefault("reason.en", reason)),
        Boolean.parseBoolean(said.getOrDefault("changeable", "true")),
        Optional.empty(),
        baseline(element, model, bins, better),
        OptionalDouble.empty(),
        bins);
  }

  /** What reasons are measured from: said here, or for all; else the best points there are. */
  private static double baseline(
      Element element, Element model, List<Bin> bins, Scorecard.Better better) throws Stop {
    if (element.hasAttribute("baselineScore")) {
      return number(element, "baselineScore");
    }
    if (model.hasAttribute("baselineScore")) {
      return number(model, "baselineScore");
    }
    if (!model.getAttribute("useReasonCodes").equals("false")) {
      throw new Stop(Code.CARD_PMML_BROKEN, "baselineScore");
    }
    double best = bins.stream().mapToDouble(b -> better.sign() * b.points()).max().orElse(0);
    return better.sign() * best;
  }

  /** The one field that all predicates of a characteristic are about. */
  private static String field(List<Element> attributes, String id) throws Stop {
    Set<String> fields = new HashSet<>();
    for (Element attribute : attributes) {
      collect(attribute, fields);
    }
    if (fields.size() != 1) {
      throw new Stop(Code.CARD_PMML_BEYOND, id + ": " + fields.size() + " fields");
    }
    return fields.iterator().next();
  }

  private static void collect(Element element, Set<String> fields) {
    if (element.hasAttribute("field")) {
      fields.add(element.getAttribute("field"));
    }
    children(element, "").forEach(child -> collect(child, fields));
  }

  private static List<PmmlBins.Said> read(List<Element> attributes) throws Stop {
    List<PmmlBins.Said> all = new ArrayList<>();
    for (Element attribute : attributes) {
      if (!attribute.hasAttribute("partialScore")) {
        throw new Stop(Code.CARD_PMML_BEYOND, "Attribute without partialScore");
      }
      Element predicate =
          children(attribute, "").stream()
              .filter(child -> !child.getLocalName().equals("Extension"))
              .findFirst()
              .orElseThrow(() -> new Stop(Code.CARD_PMML_BROKEN, "Attribute"));
      Map<String, String> said = extensions(attribute);
      String zh = said.getOrDefault("label.zh", "");
      String en = said.getOrDefault("label.en", "");
      String code = attribute.getAttribute("reasonCode");
      all.add(
          new PmmlBins.Said(
              predicate(predicate),
              number(attribute, "partialScore"),
              code.isBlank() ? Optional.empty() : Optional.of(code),
              zh.isBlank() || en.isBlank() ? Optional.empty() : Optional.of(new Wording(zh, en))));
    }
    return all;
  }

  private static PmmlBins.Test predicate(Element element) throws Stop {
    switch (element.getLocalName()) {
      case "True" -> {
        return new PmmlBins.Any();
      }
      case "SimplePredicate" -> {
        return simple(element);
      }
      case "SimpleSetPredicate" -> {
        if (element.getAttribute("booleanOperator").equals("isIn")) {
          return new PmmlBins.In(PmmlBins.array(first(element, "Array").getTextContent()));
        }
      }
      case "CompoundPredicate" -> {
        List<Element> parts = children(element, "SimplePredicate");
        boolean and = element.getAttribute("booleanOperator").equals("and");
        if (and && parts.size() == 2 && children(element, "").size() == 2) {
          Optional<PmmlBins.Test> both =
              PmmlBins.both(simple(parts.getFirst()), simple(parts.getLast()));
          if (both.isPresent()) {
            return both.get();
          }
        }
      }
      default -> {}
    }
    throw new Stop(Code.CARD_PMML_BEYOND, element.getLocalName());
  }

  private static PmmlBins.Test simple(Element element) throws Stop {
    String value = element.getAttribute("value");
    return switch (element.getAttribute("operator")) {
      case "isMissing" -> new PmmlBins.Nothing();
      case "isNotMissing" -> PmmlBins.Range.ALL;
      case "equal" -> new PmmlBins.In(List.of(value));
      case "lessThan" -> PmmlBins.Range.below(number(value), false);
      case "lessOrEqual" -> PmmlBins.Range.below(number(value), true);
      case "greaterThan" -> PmmlBins.Range.above(number(value), false);
      case "greaterOrEqual" -> PmmlBins.Range.above(number(value), true);
      default ->
          throw new Stop(Code.CARD_PMML_BEYOND, "operator " + element.getAttribute("operator"));
    };
  }

  private static double number(Element element, String attribute) throws Stop {
    return number(element.getAttribute(attribute));
  }

  private static double number(String text) throws Stop {
    try {
      double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new Stop(Code.CARD_PMML_BROKEN, "\"" + text + "\"");
    }
    throw new Stop(Code.CARD_PMML_BROKEN, "\"" + text + "\"");
  }

  private static Map<String, String> extensions(Element element) {
    Map<String, String> said = new HashMap<>();
    for (Element extension : children(element, "Extension")) {
      if (extension.getAttribute("extender").equals(PmmlWriter.EXTENDER)
          && !extension.getAttribute("value").isBlank()) {
        said.put(extension.getAttribute("name"), extension.getAttribute("value"));
      }
    }
    return said;
  }

  private static Element first(Element parent, String name) throws Stop {
    return children(parent, name).stream()
        .findFirst()
        .orElseThrow(() -> new Stop(Code.CARD_PMML_BROKEN, name));
  }

  /** Elements right below, of a name, or of any where it is empty. */
  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name.isEmpty() || name.equals(element.getLocalName()))) {
        found.add(element);
      }
    }
    return found;
  }
}
