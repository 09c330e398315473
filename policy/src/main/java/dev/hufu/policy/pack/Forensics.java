package dev.hufu.policy.pack;

import dev.hufu.kernel.bill.Strength;
import dev.hufu.kernel.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a pack watches for in bills: for each watch how it looks, with which thresholds, and what it
 * says. Thresholds and sentences are the pack's; the looking is a pure function of the timeline.
 */
public record Forensics(List<Watch> watches, List<BillTest> tests) {

  public Forensics {
    watches = List.copyOf(watches);
    tests = List.copyOf(tests);
  }

  /** How a watch looks at a timeline. The name of a pack: {@code probe-then-large}. */
  public enum Look {
    UNUSUAL_HOUR,
    UNKNOWN_MERCHANT,
    PROBE_THEN_LARGE,
    BURST,
    FOREIGN_PLACE,
    WORDS_AGAINST_HABIT,
    STRANGER_GIFTS,
    FIRST_PAYEE_LARGE,
    LIMIT_RAISED,
    DRAINED_BALANCE,
    INFLOW_THEN_OUT,
    NEW_SUBSCRIPTION,
    FAMILY_CARD,
    LOAN_INFLOW,
    GAMBLING_PATTERN;

    /** The name packs use. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One thing to watch for.
   *
   * @param numbers thresholds by name: sums in fen, spans in seconds, counts, parts of a thousand
   * @param words what is looked for in the words of a row; empty where the look needs none
   * @param reason what was seen; {@code {count}}, {@code {sum}}, {@code {who}}, {@code {when}} and
   *     what else the look knows are filled in
   * @param innocent the ordinary explanation to rule out first
   */
  public record Watch(
      String id,
      Look look,
      Strength strength,
      Map<String, Long> numbers,
      List<String> words,
      Wording title,
      Wording reason,
      Wording innocent) {

    public Watch {
      numbers = Map.copyOf(numbers);
      words = List.copyOf(words);
    }

    /** A threshold; a pack that was read has each that its look asks for. */
    public long number(String name) {
      return Objects.requireNonNull(numbers.get(name), name);
    }

    public Duration span(String name) {
      return Duration.ofSeconds(number(name));
    }
  }
}
