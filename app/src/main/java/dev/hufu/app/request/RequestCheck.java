package dev.hufu.app.request;

import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.intake.TextSniffer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.script.Reading;
import dev.hufu.language.turns.ChatTurns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A request for money from words to decision, without keeping anything: what the page and the
 * command line have in common. A pure function of its arguments.
 *
 * <p>What the person says outweighs what the chat shows; what was checked elsewhere outweighs both.
 */
public final class RequestCheck {

  /** A decision with all that led to it. */
  public record Checked(Reading reading, Inputs inputs, Decision decision) {}

  private RequestCheck() {}

  /** Reads a chat, possibly empty; refused where it is too long or no text. */
  public static Outcome<Reading> read(ReadyPack pack, String chat, Instant at) {
    return (chat.isBlank() ? Outcome.of("") : withinLimits(chat))
        .map(text -> pack.reader().read(text, at, pack.pack().zone()));
  }

  private static Outcome<String> withinLimits(String chat) {
    return TextSniffer.check(chat).then(text -> ChatTurns.cutWithinLimits(text).map(cut -> text));
  }

  /**
   * Decides.
   *
   * @param told what the person said
   * @param checked what other people confirmed
   */
  public static Outcome<Checked> decide(
      ReadyPack pack, String chat, Facts told, Facts checked, Instant at) {
    if (chat.isBlank() && told.size() == 0) {
      return Outcome.refused(Code.TEXT_EMPTY, "");
    }
    return read(pack, chat, at)
        .map(
            reading -> {
              Facts facts = checked.over(told).over(reading.facts());
              Inputs inputs =
                  new Inputs(
                      at, pack.pack().zone(), facts, reading.detection(), reading.detector());
              return new Checked(reading, inputs, pack.decider().decide(inputs));
            });
  }

  /** Written answers as facts that the person said; blank ones are left out. */
  public static Outcome<Facts> told(
      Map<String, FactType> types, SortedMap<String, String> answers) {
    if (answers.size() > Limits.FACTS_MAX) {
      return Outcome.refused(Code.FACT_TOO_MANY, Integer.toString(Limits.FACTS_MAX));
    }
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (answer.getValue().isBlank()) {
        continue;
      }
      FactType type = types.get(answer.getKey());
      if (type == null) {
        return Outcome.refused(Code.FACT_UNKNOWN, answer.getKey());
      }
      Outcome<FactValue> value = type.parse(answer.getValue());
      Optional<Refusal> refusal = value.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      facts.add(new Fact(type.name(), value.orThrow(), Provenance.SAID));
    }
    return Outcome.of(Facts.of(facts));
  }
}
