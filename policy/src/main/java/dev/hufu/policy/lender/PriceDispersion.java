package dev.hufu.policy.lender;

import dev.hufu.policy.lender.LenderCase.Offer;
import dev.hufu.policy.pack.LenderPolicy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether applicants of one class of risk were offered different prices by group: the largest gap
 * between the mean rates of two groups of a band, and how often chance alone makes one as large.
 *
 * <p>Rates are shuffled among the offers of each band, a fixed number of times from a fixed start,
 * so the same offers always give the same answer. It tests whether prices depend on the group; it
 * does not tell why.
 *
 * @param gap in percentage points, of the band with the largest one
 * @param ratio the dearer group's mean over the cheaper one's, in percent
 * @param chance how often shuffled offers showed as large a gap, in percent
 */
public record PriceDispersion(
    State state,
    int offers,
    Optional<BigDecimal> gap,
    Optional<BigDecimal> ratio,
    Optional<BigDecimal> chance,
    Optional<String> band,
    Optional<String> dearer,
    Optional<String> cheaper) {

  private static final long START = 0x4855_4655L;
  private static final int DECIMALS = 6;
  private static final double HUNDRED = 100.0;

  /** What can be said. */
  public enum State {
    NOT_ENOUGH,
    ALIKE,
    DIFFER;

    /** As packs write it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The means of two groups of one band. */
  private record Gap(String band, String dearer, String cheaper, double points, double ratio) {
    static final Gap NONE = new Gap("", "", "", 0, 1);
  }

  /** Compares; bands with one group count for nothing. */
  public static PriceDispersion of(List<Offer> offers, LenderPolicy.Dispersion how) {
    Map<String, List<Offer>> bands =
        offers.stream()
            .collect(Collectors.groupingBy(Offer::band, TreeMap::new, Collectors.toList()));
    bands.values().removeIf(band -> band.stream().map(Offer::group).distinct().count() < 2);
    int compared = bands.values().stream().mapToInt(List::size).sum();
    if (compared < how.offersMin()) {
      return new PriceDispersion(
          State.NOT_ENOUGH,
          compared,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    Gap seen = largest(bands);
    int asLarge = 0;
    SplittableRandom random = new SplittableRandom(START);
    for (int round = 0; round < how.rounds(); round++) {
      Map<String, List<Offer>> shuffled = new TreeMap<>();
      bands.forEach((band, own) -> shuffled.put(band, shuffled(own, random)));
      if (largest(shuffled).points() >= seen.points() - 1e-9) {
        asLarge++;
      }
    }
    // the offers as they are count as one of the ways to deal them, so chance is never nothing
    double chance = HUNDRED * (asLarge + 1) / (how.rounds() + 1);
    return new PriceDispersion(
        chance < how.chancePercent() ? State.DIFFER : State.ALIKE,
        compared,
        Optional.of(decimal(seen.points())),
        Optional.of(decimal(HUNDRED * seen.ratio())),
        Optional.of(decimal(chance)),
        Optional.of(seen.band()),
        Optional.of(seen.dearer()),
        Optional.of(seen.cheaper()));
  }

  /** The gap between the dearest and the cheapest offer made to the same person, in points. */
  public static Optional<BigDecimal> mine(List<Offer> offers) {
    List<BigDecimal> rates = offers.stream().filter(Offer::mine).map(Offer::rate).sorted().toList();
    return rates.size() < 2
        ? Optional.empty()
        : Optional.of(rates.getLast().subtract(rates.getFirst()));
  }

  private static Gap largest(Map<String, List<Offer>> bands) {
    Gap largest = Gap.NONE;
    for (var band : bands.entrySet()) {
      Map<String, Double> means =
          band.getValue().stream()
              .collect(
                  Collectors.groupingBy(
                      Offer::group,
                      TreeMap::new,
                      Collectors.averagingDouble(one -> one.rate().doubleValue())));
      var dearest = means.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      var cheapest = means.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
      double points = dearest.getValue() - cheapest.getValue();
      if (points > largest.points() || largest.band().isEmpty()) {
        double ratio = cheapest.getValue() > 0 ? dearest.getValue() / cheapest.getValue() : 1;
        largest = new Gap(band.getKey(), dearest.getKey(), cheapest.getKey(), points, ratio);
      }
    }
    return largest;
  }

  /** The same groups, with the rates dealt out anew. */
  private static List<Offer> shuffled(List<Offer> offers, SplittableRandom random) {
    List<BigDecimal> rates = new ArrayList<>(offers.stream().map(Offer::rate).toList());
    for (int i = rates.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      BigDecimal rate = rates.get(i);
      rates.set(i, rates.get(other));
      rates.set(other, rate);
    }
    List<Offer> dealt = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      dealt.add(new Offer(offer.band(), offer.group(), rates.get(i), offer.limit(), offer.mine()));
    }
    return dealt;
  }

  private static BigDecimal decimal(double number) {
    return new BigDecimal(number, MathContext.DECIMAL64).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
