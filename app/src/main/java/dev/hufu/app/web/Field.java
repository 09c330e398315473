package dev.hufu.app.web;

import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * One question as it stands on a form.
 *
 * @param name the fact; the field is posted as {@code f.} and this name
 * @param options answers as buttons, for {@link Input#CHOICE}
 * @param value what is filled in: an option's value, or what was typed
 * @param fromChat whether the value was read in the chat and not typed
 * @param problem why what was typed cannot be used
 * @param unit shown inside the field
 */
public record Field(
    String name,
    Input input,
    Wording question,
    Optional<Wording> help,
    List<FactType.Option> options,
    String value,
    boolean fromChat,
    Optional<Wording> problem,
    Optional<Wording> unit) {

  /** How a fact is typed or tapped in. */
  public enum Input {
    CHOICE,
    MONEY,
    NUMBER,
    DAYS,
    PERCENT,
    DAY,
    WORDS
  }

  public Field {
    options = List.copyOf(options);
  }

  /** The same question with fewer answers. */
  Field without(List<String> values) {
    List<FactType.Option> fewer =
        options.stream().filter(option -> !values.contains(option.value())).toList();
    return new Field(name, input, question, help, fewer, value, fromChat, problem, unit);
  }

  /** The name under which a browser posts it. */
  public String posted() {
    return AnswerForm.PREFIX + name;
  }

  /** For {@code id}, labels and error links: {@code f-request-amount}. */
  public String id() {
    return "f-" + name.replace('.', '-');
  }

  /** Whether all words of the options are short enough to stand in two columns. */
  public boolean shortOptions() {
    return options.stream().allMatch(option -> option.label().zh().length() <= 12);
  }

  /** Whether two options fit side by side on a phone. */
  public boolean pairedOptions() {
    return options.size() > 1
        && options.stream()
            .allMatch(o -> o.label().zh().length() <= 8 && o.label().en().length() <= 20);
  }
}
