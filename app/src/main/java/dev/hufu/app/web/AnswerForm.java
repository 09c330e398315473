package dev.hufu.app.web;

import dev.hufu.app.web.words.RequestWords;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.text.Wording;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers between a form and the desk: what a person types ({@code 1,000}, {@code 2万}, a tapped
 * option) and the written value with its unit ({@code 1000 yuan}). A field left empty is not an
 * answer; a field that only repeats what was read in the chat is not one either, so the fact keeps
 * where it came from.
 *
 * @param written fact name to written value, all of them usable
 * @param typed fact name to what was typed, usable or not
 * @param problems fact name to why it cannot be used
 */
record AnswerForm(
    SortedMap<String, String> written,
    SortedMap<String, String> typed,
    SortedMap<String, Wording> problems) {

  static final String PREFIX = "f.";

  private static final List<FactType.Option> YES_NO =
      List.of(
          new FactType.Option("true", new Wording("是", "Yes")),
          new FactType.Option("false", new Wording("不是", "No")));

  /** Reads every posted field whose name is a declared fact. */
  static AnswerForm read(
      Map<String, FactType> types, Map<String, String[]> posted, Facts readInChat) {
    TreeMap<String, String> written = new TreeMap<>();
    TreeMap<String, String> typed = new TreeMap<>();
    TreeMap<String, Wording> problems = new TreeMap<>();
    types.forEach(
        (name, type) -> {
          String[] values = posted.get(PREFIX + name);
          String text = values == null || values.length == 0 ? "" : values[values.length - 1];
          if (text.isBlank()) {
            return;
          }
          typed.put(name, text.strip());
          String value = written(type, text.strip());
          switch (type.parse(value)) {
            case Outcome.Ok<FactValue>(var parsed) -> {
              if (!readInChat.findValue(name).equals(Optional.of(parsed))) {
                written.put(name, value);
              }
            }
            case Outcome.Refused<FactValue>(var refusal) ->
                problems.put(name, problem(type, refusal));
          }
        });
    return new AnswerForm(written, typed, problems);
  }

  /** The form as it stands for answers given before. */
  static AnswerForm of(Map<String, FactType> types, Map<String, String> answers) {
    TreeMap<String, String> typed = new TreeMap<>();
    answers.forEach(
        (name, value) -> {
          FactType type = types.get(name);
          if (type != null) {
            typed.put(name, typed(type, value));
          }
        });
    return new AnswerForm(new TreeMap<>(answers), typed, new TreeMap<>());
  }

  /** The answers as facts, over what was read in the chat. */
  Facts facts(Map<String, FactType> types, Facts readInChat) {
    Facts facts = readInChat;
    for (Map.Entry<String, String> answer : written.entrySet()) {
      FactType type = types.get(answer.getKey());
      Optional<FactValue> value =
          type == null ? Optional.empty() : type.parse(answer.getValue()).findValue();
      if (value.isPresent()) {
        facts = facts.with(new Fact(answer.getKey(), value.get(), Provenance.SAID));
      }
    }
    return facts;
  }

  /** The question of {@code type} with what is known so far filled in. */
  Field field(FactType type, Facts readInChat) {
    String value = typed.getOrDefault(type.name(), "");
    Optional<FactValue> read = readInChat.findValue(type.name());
    boolean fromChat = value.isEmpty() && read.isPresent();
    return new Field(
        type.name(),
        input(type),
        type.question().orElse(new Wording(type.name(), type.name())),
        type.help(),
        type.kind() == FactKind.FLAG && type.options().isEmpty() ? YES_NO : type.options(),
        fromChat ? typed(type, type.write(read.orElseThrow())) : value,
        fromChat,
        Optional.ofNullable(problems.get(type.name())),
        unit(type));
  }

  private static Field.Input input(FactType type) {
    if (!type.options().isEmpty() && type.kind() != FactKind.AMOUNT) {
      return Field.Input.CHOICE;
    }
    return switch (type.kind()) {
      case FLAG, CHOICE -> Field.Input.CHOICE;
      case AMOUNT -> Field.Input.MONEY;
      case COUNT -> Field.Input.NUMBER;
      case ELAPSED -> Field.Input.DAYS;
      case RATE -> Field.Input.PERCENT;
      case DAY -> Field.Input.DAY;
      case WORDS -> Field.Input.WORDS;
    };
  }

  private static Optional<Wording> unit(FactType type) {
    return switch (input(type)) {
      case MONEY ->
          Optional.of(
              type.unit().equals("yuan")
                  ? RequestWords.UNIT_YUAN
                  : new Wording(type.unit(), type.unit()));
      case DAYS -> Optional.of(RequestWords.UNIT_DAYS);
      case PERCENT -> Optional.of(new Wording("%", "%"));
      case CHOICE, NUMBER, DAY, WORDS -> Optional.empty();
    };
  }

  private static String written(FactType type, String typed) {
    return switch (input(type)) {
      case MONEY -> sum(typed) + " " + type.unit();
      case DAYS -> plain(typed) + " d";
      case PERCENT -> plain(typed).replace("%", "") + " %";
      case NUMBER -> plain(typed);
      case CHOICE, DAY, WORDS -> typed;
    };
  }

  /** Full-width digits, a currency word and 万 are how people write sums. */
  private static String sum(String typed) {
    String digits = plain(typed).replaceAll("[元块¥￥,，\\s]|钱$|(?i)yuan", "");
    if (digits.matches("\\d{1,9}(\\.\\d{1,4})?[万wW]")) {
      return new BigDecimal(digits.substring(0, digits.length() - 1))
          .movePointRight(4)
          .toPlainString();
    }
    return digits;
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  private static String typed(FactType type, String written) {
    String number = written.replaceFirst("\\s*[\\p{L}%]*$", "");
    return switch (input(type)) {
      case MONEY, PERCENT, NUMBER ->
          type.parse(written)
              .findValue()
              .map(value -> value instanceof FactValue.Amount(var fen) ? fen.display() : number)
              .orElse(number);
      case DAYS ->
          type.parse(written)
              .findValue()
              .map(
                  value ->
                      value instanceof FactValue.Elapsed(var length)
                          ? String.valueOf(length.toDays())
                          : number)
              .orElse(number);
      case CHOICE -> option(type, written);
      case DAY, WORDS -> written;
    };
  }

  /** The option that means the same, even if it is written in another unit. */
  private static String option(FactType type, String written) {
    Optional<FactValue> value = type.parse(written).findValue();
    return type.options().stream()
        .map(FactType.Option::value)
        .filter(one -> value.isPresent() && type.parse(one).findValue().equals(value))
        .findFirst()
        .orElse(written);
  }

  private static Wording problem(FactType type, Refusal refusal) {
    if (refusal.code() == Code.AMOUNT_BELOW_FEN || refusal.code() == Code.AMOUNT_NOT_A_NUMBER) {
      return refusal.wording();
    }
    return switch (input(type)) {
      case MONEY -> RequestWords.BAD_SUM;
      case NUMBER, DAYS, PERCENT -> RequestWords.BAD_NUMBER;
      case DAY -> RequestWords.BAD_DAY;
      case WORDS -> RequestWords.BAD_WORDS;
      case CHOICE -> RequestWords.BAD_CHOICE;
    };
  }
}
