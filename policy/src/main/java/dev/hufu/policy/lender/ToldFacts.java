package dev.hufu.policy.lender;

import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what is reckoned, each with where it is to be seen. What the pack does not declare is
 * left out.
 */
final class ToldFacts {

  private static final int WORDS_MAX = 400;
  private static final int RATE_DECIMALS = 6;

  private final Map<String, FactType> declared;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, List<Pointer>> pointers = new LinkedHashMap<>();

  ToldFacts(Map<String, FactType> declared) {
    this.declared = declared;
  }

  Facts facts() {
    return Facts.of(facts);
  }

  /** Where each fact is to be seen. */
  Map<String, List<Pointer>> pointers() {
    return pointers;
  }

  ToldFacts amount(String name, Fen sum, List<Pointer> seen) {
    return add(name, FactKind.AMOUNT, new FactValue.Amount(sum), seen);
  }

  /** A rate in percent; below nothing there is none to tell. */
  ToldFacts rate(String name, BigDecimal percent, List<Pointer> seen) {
    return percent.signum() < 0
        ? this
        : add(
            name,
            FactKind.RATE,
            new FactValue.Rate(percent.setScale(RATE_DECIMALS, RoundingMode.HALF_UP)),
            seen);
  }

  ToldFacts count(String name, long count, List<Pointer> seen) {
    return add(name, FactKind.COUNT, new FactValue.Count(count), seen);
  }

  ToldFacts flag(String name, boolean yes, List<Pointer> seen) {
    return add(name, FactKind.FLAG, new FactValue.Flag(yes), seen);
  }

  ToldFacts choice(String name, String id, List<Pointer> seen) {
    return add(name, FactKind.CHOICE, new FactValue.Choice(id), seen);
  }

  ToldFacts day(String name, LocalDate day, List<Pointer> seen) {
    return add(name, FactKind.DAY, new FactValue.Day(day), seen);
  }

  ToldFacts elapsed(String name, Duration length, List<Pointer> seen) {
    return add(name, FactKind.ELAPSED, new FactValue.Elapsed(length), seen);
  }

  ToldFacts words(String name, Optional<String> words) {
    return words
        .filter(text -> !text.isBlank())
        .map(
            text ->
                add(
                    name,
                    FactKind.WORDS,
                    new FactValue.Words(
                        text.length() <= WORDS_MAX ? text : text.substring(0, WORDS_MAX) + "…"),
                    List.of()))
        .orElse(this);
  }

  /** Words in both languages, as two facts. */
  ToldFacts both(String name, Optional<Wording> words) {
    return words(name, words.map(Wording::zh))
        .words(name + LenderNames.ENGLISH, words.map(Wording::en));
  }

  private ToldFacts add(String name, FactKind kind, FactValue value, List<Pointer> seen) {
    if (LenderNames.kind(name).filter(kind::equals).isEmpty()) {
      throw new IllegalStateException(name + " is not a reckoned fact of kind " + kind);
    }
    if (declared.containsKey(name)) {
      facts.add(new Fact(name, value, Provenance.DERIVED));
      if (!seen.isEmpty()) {
        pointers.put(name, List.copyOf(seen));
      }
    }
    return this;
  }
}
