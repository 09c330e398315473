package dev.hufu.policy.price;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.AtLine;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.EquationApr;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.Rate;
import dev.hufu.kernel.loan.price.RegZApr;
import dev.hufu.policy.pack.Law;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to a {@link PriceQuestion}: the price, the annual rates as laws reckon them, the same
 * loan at the reference lines, and what was seen.
 *
 * <p>Example: {@code PriceReview.of(question, "cn", pack.law())}.
 *
 * @param apr by law: {@code cn} is twelve times the monthly rate, {@code us} Appendix J, {@code eu}
 *     and {@code uk} the equation they share; without those that have no answer
 */
public record PriceReview(
    PriceQuestion question,
    String jurisdiction,
    Law law,
    Price price,
    Map<String, Rate> apr,
    List<AtLine> atLines,
    List<PriceFinding> findings) {

  /** The entry whose value names the rates to compare with. */
  private static final String LINES = "CN-PR-01";

  public PriceReview {
    apr = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(apr));
    atLines = List.copyOf(atLines);
    findings = List.copyOf(findings);
  }

  /**
   * Answers.
   *
   * @param law the entries of that jurisdiction
   * @param lines the entries that hold the reference lines, wherever the loan is
   */
  public static PriceReview of(PriceQuestion question, String jurisdiction, Law law, Law lines) {
    CashFlows flows = question.flows();
    Price price = flows.price();
    List<AtLine> atLines = new ArrayList<>();
    Optional.ofNullable(lines.entries().get(LINES)).stream()
        .flatMap(entry -> Stream.of("first", "second", "third").map(entry::number))
        .flatMapToInt(java.util.OptionalInt::stream)
        .mapToObj(percent -> AtLine.of(flows, AnnualRate.of(Integer.toString(percent))))
        .forEach(line -> line.ifPresent(atLines::add));
    Map<String, Rate> apr = apr(flows, price);
    List<PriceFinding> findings = new PriceChecks(question, price, apr, law).findings();
    return new PriceReview(question, jurisdiction, law, price, apr, atLines, findings);
  }

  private static Map<String, Rate> apr(CashFlows flows, Price price) {
    Map<String, Rate> apr = new LinkedHashMap<>();
    if (price instanceof Price.Known known) {
      apr.put("cn", known.nominal());
    }
    RegZApr.of(flows).ifPresent(rate -> apr.put("us", rate));
    Optional<Rate> equation = EquationApr.DAYS.of(flows).or(() -> EquationApr.MONTHS.of(flows));
    equation.ifPresent(
        rate -> {
          apr.put("eu", rate);
          apr.put("uk", rate);
        });
    return apr;
  }
}
