package dev.hufu.app.web;

import dev.hufu.app.price.PriceDesk;
import dev.hufu.app.price.PriceJson;
import dev.hufu.app.price.PriceLine;
import dev.hufu.app.price.PriceSentences;
import dev.hufu.app.web.words.PriceWords;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.loan.price.AtLine;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.Ticks;
import dev.hufu.kernel.loan.price.Totals;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.price.LenderKind;
import dev.hufu.policy.price.PriceFinding;
import dev.hufu.policy.price.PriceReview;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page of a price.
 *
 * @param typed what was typed, by field
 * @param offers the other offers, answered
 */
public record PriceView(
    Map<String, String> typed,
    List<Problem> problems,
    Optional<PriceReview> review,
    List<PriceReview> offers) {

  /** Offers that stand side by side, the loan itself among them. */
  public static final int OFFERS = 3;

  static final List<String> FIELDS =
      List.of(
          "face",
          "received",
          "payments",
          "every",
          "drawn",
          "law",
          "rate",
          "reported",
          "claimed",
          "at",
          "lender",
          "received2",
          "payments2",
          "received3",
          "payments3");

  public PriceView {
    typed = Map.copyOf(typed);
    problems = List.copyOf(problems);
    offers = List.copyOf(offers);
  }

  static PriceView empty() {
    return new PriceView(Map.of(), List.of(), Optional.empty(), List.of());
  }

  public String typed(String name) {
    return typed.getOrDefault(name, "");
  }

  public boolean wrong(String name) {
    return problems.stream().anyMatch(problem -> problem.field().equals("i-" + name));
  }

  public boolean chosen(LenderKind kind) {
    return typed("lender").isEmpty()
        ? kind == LenderKind.UNKNOWN
        : typed("lender").equals(kind.id());
  }

  public List<LenderKind> lenders() {
    return List.of(LenderKind.values());
  }

  /** Whose law is held against it, as a choice. */
  public List<String> laws() {
    return List.of("cn", "us", "eu", "uk", "sg");
  }

  /** What the page of lenders is handed, by the names of its own fields. */
  public Map<String, String> handed() {
    Map<String, String> handed = new TreeMap<>();
    Map.of(
            "promised", "face",
            "received", "received",
            "payments", "payments",
            "rate", "rate",
            "demanded", "claimed",
            "signed", "at",
            "drawn", "drawn")
        .forEach(
            (theirs, ours) -> {
              if (!typed(ours).isBlank()) {
                handed.put(theirs, typed(ours));
              }
            });
    return handed;
  }

  /** Whether the second step was used, so that it stays open. */
  public boolean deeper() {
    return List.of("rate", "reported", "claimed", "at", "received2", "received3").stream()
            .anyMatch(name -> !typed(name).isBlank())
        || !typed("law").isEmpty() && !typed("law").equals(PriceDesk.HOME);
  }

  public Totals totals() {
    return review.orElseThrow().price().totals();
  }

  /** Why there is no rate. */
  public Optional<Refusal> noRate() {
    return review.flatMap(answered -> PriceJson.refusal(answered.price()));
  }

  public Optional<Price.Known> known() {
    return review
        .map(PriceReview::price)
        .filter(Price.Known.class::isInstance)
        .map(Price.Known.class::cast);
  }

  public static String percent(dev.hufu.kernel.loan.price.Rate rate) {
    return rate.percent(2).toPlainString() + " %";
  }

  /** Whether the term is long enough for a figure by the month. */
  public boolean byMonth() {
    return totals().ticks() >= Ticks.MONTH;
  }

  public String perThousand() {
    return byMonth()
        ? totals()
            .perThousandPerMonth()
            .orElseThrow()
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString()
        : totals().perThousand().setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  public Optional<PriceFinding.Rebased> rebased() {
    return review.stream()
        .flatMap(answered -> answered.findings().stream())
        .filter(PriceFinding.Rebased.class::isInstance)
        .map(PriceFinding.Rebased.class::cast)
        .findFirst();
  }

  public List<PriceLine> lines() {
    return review.map(PriceSentences::of).orElse(List.of());
  }

  /** A complaint with the figures in; only where something does not fit. */
  public Optional<Wording> draft() {
    return review
        .filter(_answered -> lines().stream().anyMatch(l -> l.tone() == PriceLine.Tone.NO))
        .map(PriceSentences::draft);
  }

  public static String tally(PriceLine.Tone tone) {
    return switch (tone) {
      case NO -> "no";
      case OPEN -> "open";
      case YES -> "ok";
    };
  }

  /** A part of a bar, or a bar: where it begins, how long it is, what it stands for. */
  public record Part(String style, Wording words, Fen sum, double from, double length) {

    public String x(int width) {
      return number(from * width);
    }

    public String width(int width) {
      return number(Math.max(length * width, 1));
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }

  /** What was paid as one bar: what arrived, what was kept back, and the rest; none for a gift. */
  public List<Part> where() {
    Fen paid = totals().paid();
    if (totals().cost().fen() <= 0) {
      return List.of();
    }
    Fen kept =
        rebased()
            .map(PriceFinding.Rebased::kept)
            .filter(sum -> sum.compareTo(totals().cost()) <= 0)
            .orElse(Fen.ZERO);
    List<Part> parts = new ArrayList<>();
    add(parts, "s4", PriceWords.W_RECEIVED, totals().received(), paid);
    if (kept.fen() > 0) {
      add(parts, "s2", PriceWords.W_KEPT, kept, paid);
    }
    Fen rest = totals().cost().minus(kept);
    if (rest.fen() > 0) {
      add(parts, "s1", PriceWords.W_INTEREST, rest, paid);
    }
    return parts;
  }

  private static void add(List<Part> parts, String style, Wording words, Fen sum, Fen whole) {
    double from = parts.stream().mapToDouble(Part::length).sum();
    parts.add(new Part(style, words, sum, from, (double) sum.fen() / whole.fen()));
  }

  /** Each payment, or where they differ all of them, beside those at the lines; dearest first. */
  public List<Part> bars() {
    List<AtLine> lines = review.map(PriceReview::atLines).orElse(List.of());
    if (lines.isEmpty()) {
      return List.of();
    }
    boolean each = lines.getFirst().each().isPresent();
    Fen own =
        each
            ? Fen.ZERO.minus(review.orElseThrow().question().flows().sums().get(1))
            : totals().paid();
    double most = own.fen();
    List<Part> bars = new ArrayList<>();
    for (AtLine line : lines.reversed()) {
      Fen sum = line.each().filter(_sum -> each).orElse(line.totalPaid());
      most = Math.max(most, sum.fen());
      bars.add(
          new Part(
              "s2",
              PriceWords.AT.map(text -> text.replace("{0}", line.line().toString())),
              sum,
              0,
              sum.fen()));
    }
    bars.addFirst(new Part("s1", PriceWords.THIS, own, 0, own.fen()));
    double whole = most;
    return bars.stream()
        .map(bar -> new Part(bar.style(), bar.words(), bar.sum(), 0, bar.length() / whole))
        .toList();
  }

  /** A picture in words. */
  public static String spoken(Page page, List<Part> parts) {
    return parts.stream()
        .map(part -> page.say(part.words()) + " " + part.sum().display())
        .collect(java.util.stream.Collectors.joining("; "));
  }

  /** The loan and the other offers, where there are any. */
  public List<PriceReview> compared() {
    List<PriceReview> all = new ArrayList<>();
    if (review.isPresent() && !offers.isEmpty()) {
      all.add(review.get());
      all.addAll(offers);
    }
    return all;
  }

  /** Whether no other offer is cheaper for each yuan received and month. */
  public boolean cheapest(PriceReview offer) {
    return compared().stream()
        .allMatch(other -> perThousand(other).compareTo(perThousand(offer)) >= 0);
  }

  private static java.math.BigDecimal perThousand(PriceReview offer) {
    Totals totals = offer.price().totals();
    return totals.perThousandPerMonth().orElse(totals.perThousand());
  }

  /** A rate of an offer, or a dash. */
  public static String rate(PriceReview offer, boolean effective) {
    return offer.price() instanceof Price.Known known
        ? percent(effective ? known.effective() : known.nominal())
        : "—";
  }
}
