package dev.hufu.language.chat;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Reading;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.script.Turn;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.language.extract.AccountReader;
import dev.hufu.language.extract.BankReader;
import dev.hufu.language.extract.FoundAccount;
import dev.hufu.language.turns.ChatTurns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pasted chats with a {@link CueDetector}.
 *
 * <p>Cues are looked for in the turns of the other side, turn by turn, and add up over the chat.
 * Facts: what the cues seen {@code set} (of two cues that set the same fact the one seen first in
 * the chat wins; a fact name no type declares is passed over, since packs are checked on load), and
 * what types {@code extract}: the sum as {@link AskedSum} finds it, the day as {@link RepayDay}
 * does.
 *
 * <p>Example: {@code LanguageChatReader.of(book, types).orThrow().read(chat, at, zone)}.
 */
public final class LanguageChatReader implements ChatReader {

  private final CueDetector detector;
  private final Map<String, Cue> cues = new HashMap<>();
  private final Map<String, FactType> types = new LinkedHashMap<>();

  private LanguageChatReader(
      CueDetector detector, ScriptBook book, Collection<FactType> factTypes) {
    this.detector = detector;
    book.cues().forEach(cue -> cues.put(cue.id(), cue));
    factTypes.forEach(type -> types.put(type.name(), type));
  }

  /** Builds a reader, or refuses as {@link CueDetector#of} does. */
  public static Outcome<LanguageChatReader> of(ScriptBook book, Collection<FactType> types) {
    return CueDetector.of(book).map(detector -> new LanguageChatReader(detector, book, types));
  }

  /** The detector that this reader reads with. */
  public CueDetector detector() {
    return detector;
  }

  @Override
  public Reading read(String chat, Instant at, ZoneId zone) {
    List<Turn> turns = ChatTurns.cut(chat).turns();
    List<Turn> theirs = turns.stream().filter(turn -> turn.side() != Turn.Side.SELF).toList();
    List<CueHit> hits = new ArrayList<>();
    for (Turn turn : theirs) {
      hits.addAll(detector.hits(turn.text(), turn.span().start()));
    }
    Facts facts = extracted(theirs, at, zone).over(shownBy(hits));
    return new Reading(turns, facts, detector.weigh(hits), detector.version());
  }

  private Facts shownBy(List<CueHit> hits) {
    Map<String, Fact> shown = new HashMap<>();
    for (CueHit hit : hits) {
      Optional.ofNullable(cues.get(hit.cue()))
          .ifPresent(
              cue ->
                  cue.sets()
                      .forEach(
                          (name, written) ->
                              fact(name, written).ifPresent(f -> shown.putIfAbsent(name, f))));
    }
    return Facts.of(shown.values());
  }

  private Optional<Fact> fact(String name, String written) {
    return Optional.ofNullable(types.get(name))
        .flatMap(type -> type.parse(written).findValue())
        .map(value -> new Fact(name, value, Provenance.SHOWN));
  }

  private Facts extracted(List<Turn> theirs, Instant at, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    for (FactType type : types.values()) {
      Optional<FactValue> value =
          switch (type.extract().orElse(null)) {
            case SUM -> type.kind() == FactKind.AMOUNT ? sum(theirs) : Optional.empty();
            case REPAY_DAY ->
                type.kind() == FactKind.DAY ? day(theirs, at, zone) : Optional.empty();
            case ACCOUNT -> type.kind() == FactKind.FLAG ? given(theirs, false) : Optional.empty();
            case PHONE -> type.kind() == FactKind.FLAG ? given(theirs, true) : Optional.empty();
            case BANK -> type.kind() == FactKind.WORDS ? bank(theirs) : Optional.empty();
            case null -> Optional.empty();
          };
      value.ifPresent(v -> facts.add(new Fact(type.name(), v, Provenance.SHOWN)));
    }
    return Facts.of(facts);
  }

  private static Optional<FactValue> sum(List<Turn> theirs) {
    Optional<Fen> sum = AskedSum.of(theirs);
    return sum.map(FactValue.Amount::new);
  }

  private static Optional<FactValue> day(List<Turn> theirs, Instant at, ZoneId zone) {
    Optional<LocalDate> day = RepayDay.of(theirs, at, zone);
    return day.map(FactValue.Day::new);
  }

  /** Whether a number to call, or one to pay to, stands in what they wrote. */
  private static Optional<FactValue> given(List<Turn> theirs, boolean phone) {
    boolean found =
        theirs.stream()
            .flatMap(turn -> AccountReader.read(turn.text()).stream())
            .anyMatch(account -> (account.kind() == FoundAccount.Kind.MOBILE) == phone);
    return found ? Optional.of(new FactValue.Flag(true)) : Optional.empty();
  }

  private static Optional<FactValue> bank(List<Turn> theirs) {
    return theirs.stream()
        .flatMap(turn -> BankReader.read(turn.text()).stream())
        .findFirst()
        .map(bank -> new FactValue.Words(bank.name()));
  }
}
