package dev.hufu.policy.pack;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a pack says about loans between people: which entry of law stands behind each number, what
 * is checked, the papers, the chain of evidence.
 *
 * @param law ids of entries by the role they play, such as {@code cap}
 * @param words labels that papers and tables use
 * @param sentences short texts to paste or to say
 */
public record LoanPolicy(
    Map<String, String> law,
    Map<String, Wording> words,
    Map<String, Wording> sentences,
    List<Check> checks,
    List<Reminder> reminders,
    Map<String, Form> papers,
    Chain chain,
    List<LoanTest> tests) {

  public LoanPolicy {
    law = Map.copyOf(law);
    words = Map.copyOf(words);
    sentences = Map.copyOf(sentences);
    checks = List.copyOf(checks);
    reminders = List.copyOf(reminders);
    papers = Collections.unmodifiableMap(new LinkedHashMap<>(papers));
    tests = List.copyOf(tests);
  }

  /** The entry in a role; a pack that was read has one for each role that is asked for. */
  public String entry(String role) {
    return Objects.requireNonNull(law.get(role), role);
  }

  /** The label of that name; a pack that was read has every one that is asked for. */
  public Wording word(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  /** How a check is meant. None of them stops anything. */
  public enum Level {
    /** Worth a second thought. */
    WARN,
    /** Not there yet. */
    MISSING,
    /** Good to know. */
    NOTE
  }

  /** Something said when its condition holds. */
  public record Check(
      String id, Level level, Expression when, Wording seen, Wording why, Optional<String> law) {}

  /** What a reminder is counted from. */
  public enum From {
    DUE,
    LIMITATION,
    GUARANTEE
  }

  /** A day on which something is to be done, so many days after (or before) another. */
  public record Reminder(String id, From from, int days, Wording what, Optional<String> law) {}

  /** What proves a loan, link by link. */
  public record Chain(List<Evidence> items, List<Factor> factors, List<Link> links) {
    public Chain {
      items = List.copyOf(items);
      factors = List.copyOf(factors);
      links = List.copyOf(links);
    }
  }

  /**
   * A thing one may have: what it proves, and what to keep of it.
   *
   * @param files the kinds of kept files that are such a thing; none where a person has to say so
   * @param named whether such a file counts only once the full name in it is the borrower's
   */
  public record Evidence(
      String id, Wording title, Wording proves, Wording keep, List<String> files, boolean named) {
    public Evidence {
      files = List.copyOf(files);
    }
  }

  /** A factor of authenticity. */
  public record Factor(String id, Wording title, Optional<String> law) {}

  /**
   * A link of the chain: closed where {@code full} holds, half where {@code part} does.
   *
   * @param closes what closes the gap
   */
  public record Link(
      String id,
      Wording title,
      Expression full,
      Optional<Expression> part,
      Wording closes,
      Optional<String> law) {}
}
