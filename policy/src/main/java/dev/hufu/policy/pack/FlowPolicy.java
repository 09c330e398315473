package dev.hufu.policy.pack;

import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a pack wants to know of somebody's bills: the words and lines by which rows are told apart,
 * and the features with their definitions. The reckoning is a pure function of the rows.
 */
public record FlowPolicy(Words words, Lines lines, List<Feature> features) {

  public FlowPolicy {
    features = List.copyOf(features);
  }

  /**
   * Words that are looked for in a row, all in small letters.
   *
   * @param lender names and words of those who lend for a living
   * @param late a charge for paying late
   * @param gamblingType bets and lotteries; a word, never a verdict
   * @param takings what a shop takes in
   */
  public record Words(
      List<String> lender, List<String> late, List<String> gamblingType, List<String> takings) {

    public Words {
      lender = List.copyOf(lender);
      late = List.copyOf(late);
      gamblingType = List.copyOf(gamblingType);
      takings = List.copyOf(takings);
    }
  }

  /**
   * Where lines are drawn.
   *
   * @param months how far back is looked, at most
   * @param monthsLeast months below which what varies is not told
   * @param edgeDays days by which a bill may begin late or end early and still cover a month
   * @param nearZero a balance below it is near zero
   * @param unnamedPermille income without a name up to which shares of payers are told
   * @param regularTimes how often something comes before it is regular
   * @param regularGapLeast days between two of them, at least
   * @param regularGapMost and at most
   * @param regularApartPermille how far a sum may be from the usual one
   * @param nightFrom first hour of the night
   * @param nightTo first hour after it
   */
  public record Lines(
      int months,
      int monthsLeast,
      int edgeDays,
      Fen nearZero,
      int unnamedPermille,
      int regularTimes,
      int regularGapLeast,
      int regularGapMost,
      int regularApartPermille,
      int nightFrom,
      int nightTo) {}

  /** What a value is counted in. */
  public enum Unit {
    MONTHS("个月", "months"),
    YUAN_A_MONTH("元/月", "yuan a month"),
    RATIO("比值", "ratio"),
    COUNT("次", "times"),
    PAYERS("个", "payers"),
    DAYS_A_MONTH("天/月", "days a month");

    private final Wording title;

    Unit(String zh, String en) {
      title = new Wording(zh, en);
    }

    public Wording title() {
      return title;
    }

    /** The name JSON uses: {@code yuan-a-month}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How a feature is reckoned; the definition in the pack says it in words. */
  public enum Measure {
    MONTHS(Unit.MONTHS),
    NET_INFLOW(Unit.YUAN_A_MONTH),
    SURPLUS(Unit.YUAN_A_MONTH),
    REGULAR_INCOME(Unit.YUAN_A_MONTH),
    REGULAR_SHARE(Unit.RATIO),
    INFLOW_CV(Unit.RATIO),
    OUTFLOW_CV(Unit.RATIO),
    PAYER_SHARE(Unit.RATIO),
    PAYERS(Unit.PAYERS),
    REPAYMENT_RATIO(Unit.RATIO),
    CARD_REPAYMENT_RATIO(Unit.RATIO),
    FIXED_RATIO(Unit.RATIO),
    LATE(Unit.COUNT),
    NEW_LOANS(Unit.COUNT),
    NEAR_ZERO_DAYS(Unit.DAYS_A_MONTH),
    GAMBLING_TYPE_SHARE(Unit.RATIO),
    NIGHT_SHARE(Unit.RATIO),
    TURNOVER(Unit.YUAN_A_MONTH),
    TURNOVER_CV(Unit.RATIO),
    TURNOVER_PEAK(Unit.RATIO),
    SEASON_STRENGTH(Unit.RATIO),
    CUSTOMER_SHARE(Unit.RATIO),
    TRADING_DAYS(Unit.DAYS_A_MONTH);

    private final Unit unit;

    Measure(Unit unit) {
      this.unit = unit;
    }

    public Unit unit() {
      return unit;
    }

    /** The name packs use: {@code near-zero-days}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it looks at the last days only, and how many must be said. */
    public boolean wantsDays() {
      return this == LATE || this == NEW_LOANS;
    }
  }

  /**
   * A feature.
   *
   * @param name as models and cards name it: {@code netInflow}
   * @param days how many of the last days it looks at; 0 for whole months
   * @param also classes of data it asks for beside those of the rows
   * @param definition how it is reckoned, in a sentence a person understands
   */
  public record Feature(
      String name,
      Measure measure,
      int days,
      Set<DataClass> also,
      Wording title,
      Wording definition) {

    public Feature {
      also = Set.copyOf(also);
    }
  }

  public Optional<Feature> find(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }
}
