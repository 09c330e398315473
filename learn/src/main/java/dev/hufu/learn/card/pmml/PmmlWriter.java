package dev.hufu.learn.card.pmml;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.ClassUse;
import dev.hufu.policy.card.Scorecard;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a card as PMML. Titles, reasons and the cut-off go into extensions, which other programs
 * may pass over without scoring otherwise.
 *
 * <p>Example: {@code PmmlWriter.write(card)}. Refused ({@code CARD_PMML_BEYOND}): numbers reckoned
 * before the look-up, since PMML passes over missing parts of a sum; and an optional class of data
 * whose refusal scores otherwise than a missing value, since PMML knows one kind of nothing.
 */
public final class PmmlWriter {

  static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";
  static final String EXTENDER = "hufu";

  private final Scorecard card;
  private final XMLStreamWriter xml;

  private PmmlWriter(Scorecard card, XMLStreamWriter xml) {
    this.card = card;
    this.xml = xml;
  }

  public static Outcome<String> write(Scorecard card) {
    Optional<String> beyond = beyond(card);
    if (beyond.isPresent()) {
      return Outcome.refused(Code.CARD_PMML_BEYOND, beyond.get());
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new PmmlWriter(card, xml).document();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return Outcome.of(text.toString());
  }

  private static Optional<String> beyond(Scorecard card) {
    if (!card.derived().isEmpty()) {
      return Optional.of("derived " + card.derived().getFirst().name());
    }
    return card.characteristics().stream()
        .filter(each -> optional(card, each))
        .filter(each -> each.neutral().orElse(0) != nothing(each))
        .findFirst()
        .map(each -> "neutral of " + each.id());
  }

  private static boolean optional(Scorecard card, Characteristic each) {
    return each.data().isPresent()
        && card.classes().stream()
            .anyMatch(c -> each.data().get().equals(c.id()) && c.use() == ClassUse.Use.OPTIONAL);
  }

  /** The points of a value that is missing although it may be used. */
  private static double nothing(Characteristic each) {
    return each.bins().stream()
        .filter(bin -> bin.where() instanceof Bin.Missing)
        .findFirst()
        .map(Bin::points)
        .orElse(each.neutral().orElse(0));
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("PMML", "version", "4.4");
    xml.writeDefaultNamespace(NAMESPACE);
    start("Header", "description", card.title().en());
    xml.writeEndElement();
    List<Characteristic> all = card.characteristics();
    start("DataDictionary");
    for (String field : all.stream().map(Characteristic::feature).distinct().toList()) {
      boolean words = all.stream().anyMatch(each -> each.feature().equals(field) && each.words());
      empty(
          "DataField",
          "name",
          field,
          "optype",
          words ? "categorical" : "continuous",
          "dataType",
          words ? "string" : "double");
    }
    empty("DataField", "name", "score", "optype", "continuous", "dataType", "double");
    xml.writeEndElement();
    scorecard();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void scorecard() throws XMLStreamException {
    start(
        "Scorecard",
        "modelName",
        card.id(),
        "functionName",
        "regression",
        "useReasonCodes",
        "true",
        "reasonCodeAlgorithm",
        card.better() == Scorecard.Better.HIGHER ? "pointsBelow" : "pointsAbove",
        "initialScore",
        Bin.number(card.start()),
        "baselineMethod",
        "other");
    extension("version", card.version());
    extension("title.zh", card.title().zh());
    if (card.cutoff().isPresent()) {
      extension("cutoff", Bin.number(card.cutoff().getAsDouble()));
    }
    start("MiningSchema");
    for (String field :
        card.characteristics().stream().map(Characteristic::feature).distinct().toList()) {
      empty("MiningField", "name", field, "usageType", "active");
    }
    empty("MiningField", "name", "score", "usageType", "target");
    xml.writeEndElement();
    start("Output");
    empty(
        "OutputField",
        "name",
        "points",
        "feature",
        "predictedValue",
        "dataType",
        "double",
        "optype",
        "continuous");
    for (int rank = 1; rank <= 4; rank++) {
      empty(
          "OutputField",
          "name",
          "reason" + rank,
          "feature",
          "reasonCode",
          "rank",
          Integer.toString(rank),
          "dataType",
          "string",
          "optype",
          "categorical");
    }
    xml.writeEndElement();
    start("Characteristics");
    for (Characteristic each : card.characteristics()) {
      characteristic(each);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void characteristic(Characteristic each) throws XMLStreamException {
    start(
        "Characteristic",
        "name",
        each.id(),
        "reasonCode",
        each.code(),
        "baselineScore",
        Bin.number(each.mean()));
    extension("title.zh", each.title().zh());
    extension("title.en", each.title().en());
    extension("reason.zh", each.reason().zh());
    extension("reason.en", each.reason().en());
    extension("changeable", Boolean.toString(each.changeable()));
    // The first attribute that fits counts: signs lie inside intervals, so they come before them.
    for (Bin bin : each.bins()) {
      if (bin.where() instanceof Bin.Special(var values)) {
        for (double value : values) {
          attribute(bin);
          predicate(each.feature(), "equal", Bin.number(value));
          xml.writeEndElement();
        }
      }
    }
    missing(each);
    for (Bin bin : each.bins()) {
      if (bin.where() instanceof Bin.Interval interval) {
        attribute(bin);
        interval(each.feature(), interval);
        xml.writeEndElement();
      } else if (bin.where() instanceof Bin.Words(var words)) {
        attribute(bin);
        words(each.feature(), words);
        xml.writeEndElement();
      }
    }
    if (each.words()) {
      other(each);
    }
    xml.writeEndElement();
  }

  private void missing(Characteristic each) throws XMLStreamException {
    Bin bin =
        each.bins().stream()
            .filter(b -> b.where() instanceof Bin.Missing)
            .findFirst()
            .orElse(Bin.of(new Bin.Missing(), nothing(each)));
    attribute(bin);
    empty("SimplePredicate", "field", each.feature(), "operator", "isMissing");
    xml.writeEndElement();
  }

  private void other(Characteristic each) throws XMLStreamException {
    attribute(
        each.bins().stream()
            .filter(b -> b.where() instanceof Bin.Other)
            .findFirst()
            .orElse(Bin.of(new Bin.Other(), nothing(each))));
    empty("True");
    xml.writeEndElement();
  }

  private void attribute(Bin bin) throws XMLStreamException {
    start("Attribute", "partialScore", Bin.number(bin.points()));
    if (bin.reason().isPresent()) {
      xml.writeAttribute("reasonCode", bin.reason().get());
    }
    if (bin.label().isPresent()) {
      extension("label.zh", bin.label().get().zh());
      extension("label.en", bin.label().get().en());
    }
  }

  private void interval(String field, Bin.Interval interval) throws XMLStreamException {
    OptionalDouble from = interval.from();
    OptionalDouble to = interval.to();
    String low = interval.fromIncluded() ? "greaterOrEqual" : "greaterThan";
    String high = interval.toIncluded() ? "lessOrEqual" : "lessThan";
    if (from.isEmpty() && to.isEmpty()) {
      empty("SimplePredicate", "field", field, "operator", "isNotMissing");
      return;
    }
    boolean both = from.isPresent() && to.isPresent();
    if (both) {
      start("CompoundPredicate", "booleanOperator", "and");
    }
    if (from.isPresent()) {
      predicate(field, low, Bin.number(from.getAsDouble()));
    }
    if (to.isPresent()) {
      predicate(field, high, Bin.number(to.getAsDouble()));
    }
    if (both) {
      xml.writeEndElement();
    }
  }

  private void predicate(String field, String operator, String value) throws XMLStreamException {
    empty("SimplePredicate", "field", field, "operator", operator, "value", value);
  }

  private void words(String field, List<String> words) throws XMLStreamException {
    start("SimpleSetPredicate", "field", field, "booleanOperator", "isIn");
    start("Array", "n", Integer.toString(words.size()), "type", "string");
    StringBuilder all = new StringBuilder();
    for (String word : words) {
      all.append(all.isEmpty() ? "" : " ");
      all.append('"').append(word.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    xml.writeCharacters(all.toString());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void extension(String name, String value) throws XMLStreamException {
    empty("Extension", "extender", EXTENDER, "name", name, "value", value);
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    start(name, attributes);
    xml.writeEndElement();
  }
}
