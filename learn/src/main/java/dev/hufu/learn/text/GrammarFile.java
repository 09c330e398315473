package dev.hufu.learn.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Sentences to be put together by chance, as a text file:
 *
 * <pre>{@code
 * # a remark
 * @sum: 500|800|(one|two) thousand
 * [borrow scam 6]
 * Are you there? I need {sum}(, today|).
 * }</pre>
 *
 * <p>{@code @name:} defines a piece by its alternatives; {@code {name}} puts one in; {@code (a|b|)}
 * is one of several, here or nothing; {@code \n} begins a line. {@code [family kind weight]} heads
 * the templates of a family, whose kind is {@code scam} or {@code ordinary}. Pieces of a file of
 * common words may be used, own ones come first.
 */
final class GrammarFile {

  /** Templates that belong together. */
  record Family(String name, boolean scam, int weight, List<Part> templates) {}

  /** A piece of a template. */
  sealed interface Part {
    record Words(String text) implements Part {}

    record Slot(String name) implements Part {}

    record Row(List<Part> parts) implements Part {}

    record OneOf(List<Part> choices) implements Part {}
  }

  private final String name;
  private final Map<String, List<Part>> slots = new HashMap<>();
  private final List<Family> families = new ArrayList<>();

  private GrammarFile(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @param common whose pieces may be used too
   * @throws IllegalArgumentException with file and line, where it is not of this form
   */
  static GrammarFile parse(String name, String text, Map<String, List<Part>> common) {
    GrammarFile file = new GrammarFile(name);
    List<Part> templates = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        templates = new ArrayList<>();
        file.families.add(file.family(line, number, templates));
      } else if (line.startsWith("@")) {
        int colon = line.indexOf(':');
        file.slots.put(
            line.substring(1, colon), new Reading(line.substring(colon + 1).strip()).choices());
      } else {
        templates.addAll(new Reading(line).choices());
      }
    }
    common.forEach(file.slots::putIfAbsent);
    file.check();
    return file;
  }

  Map<String, List<Part>> slots() {
    return slots;
  }

  List<Family> families() {
    return families;
  }

  /** One text by a template. */
  String say(Part template, RandomGenerator chance) {
    StringBuilder said = new StringBuilder();
    say(template, chance, said);
    return said.toString();
  }

  private void say(Part part, RandomGenerator chance, StringBuilder said) {
    switch (part) {
      case Part.Words(String text) -> said.append(text);
      case Part.Slot(String slot) ->
          say(one(slots.getOrDefault(slot, List.of()), chance), chance, said);
      case Part.Row(List<Part> parts) -> parts.forEach(next -> say(next, chance, said));
      case Part.OneOf(List<Part> choices) -> say(one(choices, chance), chance, said);
    }
  }

  private static Part one(List<Part> choices, RandomGenerator chance) {
    return choices.get(chance.nextInt(choices.size()));
  }

  private Family family(String line, int number, List<Part> templates) {
    String[] words = line.replaceAll("[\\[\\]]", "").strip().split(" ");
    if (words.length != 3 || !Set.of("scam", "ordinary").contains(words[1])) {
      throw new IllegalArgumentException(name + ":" + number + ": " + line);
    }
    return new Family(words[0], words[1].equals("scam"), Integer.parseInt(words[2]), templates);
  }

  /** Every piece that is used must be there, and none may contain itself. */
  private void check() {
    Set<String> whole = new HashSet<>();
    families.forEach(family -> family.templates().forEach(part -> check(part, whole, List.of())));
    slots.keySet().forEach(slot -> check(new Part.Slot(slot), whole, List.of()));
  }

  private void check(Part part, Set<String> whole, List<String> within) {
    switch (part) {
      case Part.Words words -> {}
      case Part.Row(List<Part> parts) -> parts.forEach(next -> check(next, whole, within));
      case Part.OneOf(List<Part> choices) -> choices.forEach(next -> check(next, whole, within));
      case Part.Slot(String slot) -> {
        if (!slots.containsKey(slot) || within.contains(slot)) {
          throw new IllegalArgumentException(name + ": {" + slot + "} in " + within);
        }
        if (whole.add(slot)) {
          List<String> deeper = new ArrayList<>(within);
          deeper.add(slot);
          slots.getOrDefault(slot, List.of()).forEach(next -> check(next, whole, deeper));
        }
      }
    }
  }

  /** Reads alternatives, one character after the other. */
  private static final class Reading {
    private final String line;
    private int at;

    Reading(String line) {
      this.line = line;
    }

    List<Part> choices() {
      List<Part> choices = new ArrayList<>();
      choices.add(row());
      while (at < line.length() && line.charAt(at) == '|') {
        at++;
        choices.add(row());
      }
      return List.copyOf(choices);
    }

    private Part row() {
      List<Part> parts = new ArrayList<>();
      StringBuilder words = new StringBuilder();
      while (at < line.length() && "|)".indexOf(line.charAt(at)) < 0) {
        char c = line.charAt(at++);
        if (c == '{' || c == '(') {
          parts.add(new Part.Words(words.toString()));
          words.setLength(0);
          parts.add(c == '{' ? slot() : oneOf());
        } else if (c == '\\' && line.startsWith("n", at)) {
          words.append('\n');
          at++;
        } else {
          words.append(c);
        }
      }
      parts.add(new Part.Words(words.toString()));
      return new Part.Row(List.copyOf(parts));
    }

    private Part slot() {
      int close = line.indexOf('}', at);
      String slot = line.substring(at, close);
      at = close + 1;
      return new Part.Slot(slot);
    }

    private Part oneOf() {
      List<Part> choices = choices();
      at++;
      return new Part.OneOf(choices);
    }
  }
}
