package dev.hufu.app.request;

import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of a pack that pages show besides a decision.
 *
 * @param asOf shown as 规则截至
 * @param zone whose clock the pages show
 * @param facts every declared fact by name
 * @param cueMoves cue id to what that move does to the reader
 * @param scripts script id to its words
 * @param questions the 5W1H, to ask the borrower
 * @param rules in the pack's order, for the page that explains the rules
 * @param laws the entries of law with a day on which they are to be looked over
 */
public record PackView(
    String id,
    String version,
    LocalDate asOf,
    ZoneId zone,
    SortedMap<String, FactType> facts,
    Map<String, Wording> cueMoves,
    Map<String, ScriptText> scripts,
    List<AskQuestion> questions,
    List<Channel> channels,
    Challenges challenges,
    List<RuleText> rules,
    List<ClaimText> claims,
    List<LawText> laws) {

  /** A scam script in words: its name, how it goes on, what defeats it. */
  public record ScriptText(Wording title, List<Wording> nextMoves, Wording defeats) {
    public ScriptText {
      nextMoves = List.copyOf(nextMoves);
    }
  }

  /** One of the 5W1H: what to ask, and what the answer tells. */
  public record AskQuestion(String id, Wording ask, Wording why) {}

  /** A way of paying, and what is known of calling the money back. */
  public record Channel(String id, Wording title, List<ChannelRow> rows) {
    public Channel {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One thing known of a channel.
   *
   * @param topic delay, recall, limit or receipt, in words
   * @param certain false where it must be shown as "not certain"
   */
  public record ChannelRow(
      Wording topic, Wording says, Source source, LocalDate seenOn, boolean certain) {}

  /** What to draw a challenge for a live call from, and how to run it. */
  public record Challenges(List<Wording> phrases, List<Wording> gestures, List<Wording> how) {
    public Challenges {
      phrases = List.copyOf(phrases);
      gestures = List.copyOf(gestures);
      how = List.copyOf(how);
    }
  }

  /**
   * A rule as people read it.
   *
   * @param effect in words: 停, 分量 0.78, 要先知道
   */
  public record RuleText(
      String id, Stage stage, Wording effect, Wording seen, Wording why, Optional<Source> source) {}

  /** A claim of a seed document, and what was found of it. */
  public record ClaimText(String id, String seed, Wording says, Wording found, Wording status) {}

  /** An entry of law, and the last day on which nobody need have looked it over again. */
  public record LawText(String id, Wording title, LocalDate reviewBy) {}

  /** The entries that were to be looked over before this day. */
  public List<LawText> overdue(LocalDate day) {
    return laws.stream().filter(law -> day.isAfter(law.reviewBy())).toList();
  }

  public PackView {
    laws = List.copyOf(laws);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    cueMoves = Map.copyOf(cueMoves);
    scripts = Map.copyOf(scripts);
    questions = List.copyOf(questions);
    channels = List.copyOf(channels);
    rules = List.copyOf(rules);
    claims = List.copyOf(claims);
  }
}
