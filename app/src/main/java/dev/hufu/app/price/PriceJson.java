package dev.hufu.app.price;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.price.AtLine;
import dev.hufu.kernel.loan.price.NoRate;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.Rate;
import dev.hufu.kernel.loan.price.Totals;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.price.PriceFinding;
import dev.hufu.policy.price.PriceReview;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A price as one JSON object. Rates are decimal strings of fractions with ten places ({@code
 * "0.8680479…"} is 86.80 %), sums decimal strings of yuan.
 */
public final class PriceJson {

  private PriceJson() {}

  public static ObjectNode write(PriceReview review, Lang lang) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    rates(json, review.price());
    ObjectNode apr = json.putObject("apr");
    review.apr().forEach((law, rate) -> apr.put(law, text(rate)));
    Totals totals = review.price().totals();
    json.put("totalPaid", totals.paid().yuan().toPlainString())
        .put("received", totals.received().yuan().toPlainString())
        .put("cost", totals.cost().yuan().toPlainString());
    totals
        .perThousandPerMonth()
        .ifPresentOrElse(
            each -> json.put("perThousandPerMonth", each.toPlainString()),
            () -> json.putNull("perThousandPerMonth"));
    json.put("perThousand", totals.perThousand().toPlainString());
    ArrayNode lines = json.putArray("atLines");
    review.atLines().forEach(line -> line(lines.addObject(), line, totals));
    ArrayNode findings = json.putArray("findings");
    List<PriceLine> words = PriceSentences.of(review);
    for (int i = 0; i < words.size(); i++) {
      finding(findings.addObject(), review.findings().get(i), words.get(i), lang);
    }
    json.put("law", review.jurisdiction()).put("at", review.question().formed().toString());
    refusal(review.price())
        .ifPresent(
            refusal ->
                json.putObject("noRate")
                    .put("code", refusal.code().id())
                    .put("message", refusal.wording().in(lang)));
    return json;
  }

  private static void rates(ObjectNode json, Price price) {
    switch (price) {
      case Price.Known known ->
          json.put("nominal", text(known.nominal()))
              .put("effective", text(known.effective()))
              .put("nominalPercent", known.nominal().percent(2).toPlainString())
              .put("effectivePercent", known.effective().percent(2).toPlainString());
      case Price.Several several -> {
        json.putNull("nominal").putNull("effective");
        ArrayNode all = json.putArray("effectiveRates");
        several.growths().forEach(growth -> all.add(text(growth.effective())));
      }
      case Price.None _ -> json.putNull("nominal").putNull("effective");
    }
  }

  private static String text(Rate rate) {
    return rate.decimal().toPlainString();
  }

  private static void line(ObjectNode json, AtLine line, Totals totals) {
    json.put("line", text(Rate.of(line.line())))
        .put("totalPaid", line.totalPaid().yuan().toPlainString())
        .put("less", totals.paid().minus(line.totalPaid()).yuan().toPlainString());
    line.each().ifPresent(each -> json.put("each", each.yuan().toPlainString()));
  }

  private static void finding(ObjectNode json, PriceFinding finding, PriceLine words, Lang lang) {
    json.put("id", finding.id());
    finding.law().ifPresent(law -> json.put("law", law));
    switch (finding) {
      case PriceFinding.Rebased it ->
          json.put("face", it.face().yuan().toPlainString())
              .put("principal", it.received().yuan().toPlainString())
              .put("kept", it.kept().yuan().toPlainString());
      case PriceFinding.Instalment it ->
          json.put("expected", it.expected().yuan().toPlainString())
              .put("actual", it.actual().yuan().toPlainString())
              .put("fits", it.fits());
      case PriceFinding.Reported it -> json.put("reproduced", it.way().isPresent());
      case PriceFinding.Claimed it -> json.put("sum", it.sum().yuan().toPlainString());
      case PriceFinding.Judicial it -> {
        standing(json, finding);
        it.cap().ifPresent(cap -> cap(json, cap));
        json.put("above", it.above().yuan().toPlainString());
      }
      case PriceFinding.WhoLends _ -> json.put("standing", "unknown");
      case PriceFinding.Clock it ->
          json.put("simpleDays", it.simple())
              .put("complexDays", it.complex())
              .put("longestDays", it.complex() + it.more());
      case PriceFinding.Attention _,
          PriceFinding.TableDuty _,
          PriceFinding.Hard _,
          PriceFinding.Tolerance _ ->
          standing(json, finding);
    }
    json.put("title", words.title().in(lang))
        .put("seen", words.detail().in(lang))
        .put("state", words.state().in(lang));
  }

  private static void standing(ObjectNode json, PriceFinding finding) {
    json.put("standing", finding.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static void cap(ObjectNode json, JudicialCap cap) {
    json.put("cap", text(Rate.of(cap.rate())))
        .put("lprSince", cap.lprSince().toString())
        .put("knownThrough", cap.knownThrough().toString());
  }

  /** Why there is no rate, as a code and a sentence; empty where there is one. */
  public static Optional<Refusal> refusal(Price price) {
    return switch (price) {
      case Price.Known _ -> Optional.empty();
      case Price.Several(var growths, var _, var _) ->
          Optional.of(
              Refusal.of(
                  Code.PRICE_SEVERAL,
                  growths.stream()
                      .map(growth -> growth.effective().percent(2).toPlainString() + " %")
                      .collect(Collectors.joining(" / "))));
      case Price.None(NoRate why, var _, var _) -> Optional.of(Refusal.of(code(why), ""));
    };
  }

  private static Code code(NoRate why) {
    return switch (why) {
      case ONE_WAY -> Code.PRICE_NO_REPAYMENT;
      case NO_TIME -> Code.PRICE_NO_TIME;
      case BEYOND -> Code.PRICE_RATE_BEYOND;
      case NONE_FITS -> Code.PRICE_NONE_FITS;
      case TANGLED -> Code.PRICE_TANGLED;
    };
  }
}
