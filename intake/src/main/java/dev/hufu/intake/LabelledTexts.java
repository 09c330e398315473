package dev.hufu.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Public collections of messages with a label, to measure a detector on: those files of a folder
 * that are known by their name, each in the form its authors publish.
 *
 * <p>Example: {@code LabelledTexts.read(folder)} finds {@code fbs-sms/fbs.tsv}, {@code
 * telecom-fraud-texts-5/tft5.csv}, {@code nus-sms-zh/nus_sms_zh.tsv.gz}, {@code
 * fraud-dialogues/dialogues.csv}, {@code teleantifraud-dialogues/dialogues.jsonl.gz} and {@code
 * fraud-r1-base/fp-base-….jsonl.gz} and {@code sms_spam.tsv}; files that are not there are passed
 * over. Rows without a label are left out.
 */
public final class LabelledTexts {

  /** What a label means for a detector of scams. */
  public enum Kind {
    SCAM,
    ORDINARY,
    /** Neither: illegal offers that cheat nobody, and the like. */
    OTHER
  }

  /**
   * A message.
   *
   * @param corpus the file without its ending, {@code fbs}
   * @param label as the authors call it
   */
  public record Labelled(String corpus, String label, Kind kind, String text) {}

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Labelled> texts = new ArrayList<>();

  private LabelledTexts() {}

  /**
   * All messages of the known files of a folder.
   *
   * @throws IOException where a file cannot be read or is not in its authors' form
   */
  public static List<Labelled> read(Path folder) throws IOException {
    LabelledTexts found = new LabelledTexts();
    try {
      found.fakeBaseStations(folder.resolve("fbs-sms/fbs.tsv"));
      found.telecomFraud(folder.resolve("telecom-fraud-texts-5/tft5.csv"));
      found.privateMessages(folder.resolve("nus-sms-zh/nus_sms_zh.tsv.gz"));
      found.calls(folder.resolve("fraud-dialogues/dialogues.csv"));
      found.agentCalls(folder.resolve("teleantifraud-dialogues/dialogues.jsonl.gz"));
      found.madeFraud(folder.resolve("fraud-r1-base/fp-base-chinese.jsonl.gz"), "fraud-r1-zh");
      found.madeFraud(folder.resolve("fraud-r1-base/fp-base-english.jsonl.gz"), "fraud-r1-en");
      found.shortMessages(folder.resolve("sms_spam.tsv"));
    } catch (UncheckedIOException unreadable) {
      throw new IOException(unreadable);
    } catch (RuntimeException otherForm) {
      throw new IOException(String.valueOf(otherForm.getMessage()), otherForm);
    }
    return List.copyOf(found.texts);
  }

  private void add(String corpus, String label, Kind kind, String text) {
    if (!text.isBlank()) {
      texts.add(new Labelled(corpus, label, kind, text));
    }
  }

  private void fakeBaseStations(Path file) throws IOException {
    for (List<String> row : tabbed(file)) {
      String label = row.getFirst();
      Kind kind =
          label.startsWith("FR:")
              ? Kind.SCAM
              : label.startsWith("IL:") ? Kind.OTHER : Kind.ORDINARY;
      add("fbs", label, kind, row.getLast());
    }
  }

  private void telecomFraud(Path file) throws IOException {
    for (NamedCsvRecord row : comma(file)) {
      String label = row.getField("label");
      add("tft5", label, label.equals("0") ? Kind.ORDINARY : Kind.SCAM, row.getField("content"));
    }
  }

  private void privateMessages(Path file) throws IOException {
    for (List<String> row : tabbed(file)) {
      add("nus-sms-zh", "sms", Kind.ORDINARY, row.getLast());
    }
  }

  private void shortMessages(Path file) throws IOException {
    for (List<String> row : tabbed(file)) {
      add("sms-spam-en", row.getFirst(), kind(row.getFirst().equals("spam")), row.getLast());
    }
  }

  private void calls(Path file) throws IOException {
    for (NamedCsvRecord row : comma(file)) {
      String fraud = row.getField("is_fraud");
      if (!fraud.isEmpty()) {
        boolean scam = fraud.equalsIgnoreCase("true");
        String label = scam ? row.getField("fraud_type") : "normal";
        add("dialogues", label, kind(scam), row.getField("specific_dialogue_content"));
      }
    }
  }

  private void agentCalls(Path file) throws IOException {
    for (Map<String, String> row : json(file)) {
      boolean scam = row.getOrDefault("is_fraud", "").equals("true");
      String label = scam ? row.getOrDefault("fraud_type", "?") : "normal";
      add("teleantifraud", label, kind(scam), row.getOrDefault("dialogue", ""));
    }
  }

  private void madeFraud(Path file, String corpus) throws IOException {
    for (Map<String, String> row : json(file)) {
      String category = row.getOrDefault("category", "?");
      String part = row.getOrDefault("subcategory", category);
      String label = part.equals(category) ? category : category + ": " + part;
      add(corpus, label, Kind.SCAM, row.getOrDefault("text", ""));
    }
  }

  private static Kind kind(boolean scam) {
    return scam ? Kind.SCAM : Kind.ORDINARY;
  }

  private static Optional<BufferedReader> open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    InputStream in = Packed.open(file);
    return Optional.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
  }

  /** Rows of two columns below a header; quotation marks are characters like others. */
  private static List<List<String>> tabbed(Path file) throws IOException {
    Optional<BufferedReader> reader = open(file);
    if (reader.isEmpty()) {
      return List.of();
    }
    try (BufferedReader lines = reader.get()) {
      return lines
          .lines()
          .skip(1)
          .filter(line -> line.indexOf('\t') >= 0)
          .map(line -> List.of(line.split("\t", 2)))
          .toList();
    }
  }

  private static List<NamedCsvRecord> comma(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return rows.stream().toList();
    }
  }

  private static List<Map<String, String>> json(Path file) throws IOException {
    Optional<BufferedReader> reader = open(file);
    if (reader.isEmpty()) {
      return List.of();
    }
    try (BufferedReader lines = reader.get()) {
      return lines.lines().filter(line -> !line.isBlank()).map(LabelledTexts::scalars).toList();
    }
  }

  /** The fields of an object that are neither objects nor lists. */
  private static Map<String, String> scalars(String line) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken().isScalarValue()) {
          fields.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
    }
    return fields;
  }
}
