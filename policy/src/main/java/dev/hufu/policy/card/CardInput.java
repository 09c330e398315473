package dev.hufu.policy.card;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What an applicant wrote, as the values a card is scored with. Columns of a class that is withheld
 * are not even read.
 *
 * <p>Example: {@code new CardInput(scorer).read(row::get, 0)}.
 */
public final class CardInput {

  /** Texts that mean: no value. */
  public static final Set<String> NOTHING = Set.of("", "NA", "NaN", "nan", "null", "NULL", "N/A");

  private final CardScorer scorer;
  private final Map<String, Derived> derived = new HashMap<>();
  private final List<String> columns;

  public CardInput(CardScorer scorer) {
    this.scorer = scorer;
    scorer.card().derived().forEach(each -> derived.put(each.name(), each));
    Set<String> all = new LinkedHashSet<>();
    for (Characteristic each : scorer.card().characteristics()) {
      Optional.ofNullable(derived.get(each.feature()))
          .ifPresentOrElse(from -> all.addAll(from.parts()), () -> all.add(each.feature()));
    }
    this.columns = List.copyOf(all);
  }

  /** The columns the card reads, those behind derived numbers too. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Reads the values.
   *
   * @param raw the text of a column; empty for none
   * @param withheld classes that may not be used, from {@link CardScorer#mask}
   * @return the values; or {@code CARD_CLASS_NEEDED} where a needed class is withheld or nothing of
   *     it is told, {@code CARD_VALUE} where a number is none, or nothing takes a missing value
   */
  public Outcome<double[]> read(UnaryOperator<String> raw, long withheld) {
    List<Characteristic> all = scorer.card().characteristics();
    Optional<ClassUse> needed = neededButWithheld(withheld);
    if (needed.isPresent()) {
      return Outcome.refused(Code.CARD_CLASS_NEEDED, needed.get().title().zh());
    }
    double[] values = new double[all.size()];
    for (int i = 0; i < values.length; i++) {
      if (scorer.withheld(i, withheld)) {
        values[i] = Double.NaN;
        continue;
      }
      Characteristic each = all.get(i);
      Outcome<Double> value = each.words() ? Outcome.of(word(i, each, raw)) : number(each, raw);
      Optional<Refusal> refusal = value.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      values[i] = value.orThrow();
      if (scorer.bin(i, values[i]) == CardScorer.NEUTRAL && each.neutral().isEmpty()) {
        return Outcome.refused(Code.CARD_VALUE, each.feature());
      }
    }
    Optional<ClassUse> untold = neededButUntold(values);
    return untold.isPresent()
        ? Outcome.refused(Code.CARD_CLASS_NEEDED, untold.get().title().zh())
        : Outcome.of(values);
  }

  /** A needed class of which nothing at all is known: neutral points would be a score of nobody. */
  private Optional<ClassUse> neededButUntold(double[] values) {
    for (ClassUse each : scorer.card().classes()) {
      long bit = scorer.mask(List.of(each.id()));
      int[] asked =
          IntStream.range(0, values.length).filter(i -> scorer.withheld(i, bit)).toArray();
      boolean told =
          Arrays.stream(asked).anyMatch(i -> scorer.bin(i, values[i]) != CardScorer.NEUTRAL);
      if (each.use() == ClassUse.Use.NEEDED && asked.length > 0 && !told) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Optional<ClassUse> neededButWithheld(long withheld) {
    for (int i = 0; i < scorer.card().characteristics().size(); i++) {
      if (scorer.withheld(i, withheld)) {
        String name = scorer.card().characteristics().get(i).data().orElseThrow();
        Optional<ClassUse> found =
            scorer.card().classes().stream()
                .filter(c -> c.id().equals(name) && c.use() == ClassUse.Use.NEEDED)
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private double word(int index, Characteristic each, UnaryOperator<String> raw) {
    String text = raw.apply(each.feature()).strip();
    return NOTHING.contains(text) ? Double.NaN : scorer.word(index, text);
  }

  private Outcome<Double> number(Characteristic each, UnaryOperator<String> raw) {
    Derived from = derived.get(each.feature());
    List<String> parts = from == null ? List.of(each.feature()) : from.parts();
    List<Double> read = new ArrayList<>();
    for (String part : parts) {
      String text = raw.apply(part).strip();
      if (NOTHING.contains(text)) {
        read.add(Double.NaN);
        continue;
      }
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException notANumber) {
        return Outcome.refused(Code.CARD_VALUE, part);
      }
      if (!Double.isFinite(value)) {
        return Outcome.refused(Code.CARD_VALUE, part);
      }
      read.add(value);
    }
    double[] values = read.stream().mapToDouble(Double::doubleValue).toArray();
    return Outcome.of(from == null ? values[0] : from.of(values));
  }
}
