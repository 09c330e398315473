package dev.hufu.app.price;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.Totals;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.price.PriceFinding;
import dev.hufu.policy.price.PriceFinding.Way;
import dev.hufu.policy.price.PriceReview;
import dev.hufu.policy.price.Standing;
import java.util.List;
import java.util.Optional;

/** Findings about a price in plain words: what was seen, never a judgement. */
public final class PriceSentences {

  private static final Wording FITS = new Wording("对得上", "fits");
  private static final Wording FITS_NOT = new Wording("对不上", "does not fit");
  private static final Wording ABOVE = new Wording("超过这条线", "above the line");
  private static final Wording WITHIN = new Wording("没有超过", "within the line");
  private static final Wording NOT_HERE = new Wording("管不到这一笔", "not about this loan");
  private static final Wording NOT_KNOWN = new Wording("还不知道", "not known yet");

  private PriceSentences() {}

  /** All findings of a review, in its order. */
  public static List<PriceLine> of(PriceReview review) {
    return review.findings().stream().map(PriceSentences::of).toList();
  }

  static PriceLine of(PriceFinding finding) {
    return switch (finding) {
      case PriceFinding.Rebased it -> rebased(it);
      case PriceFinding.Instalment it -> instalment(it);
      case PriceFinding.Reported it -> reported(it);
      case PriceFinding.Claimed it -> claimed(it);
      case PriceFinding.WhoLends it ->
          open(
              it,
              new Wording("放款的是谁？", "Who lends?"),
              new Wording(
                  "有牌照的机构和个人，适用的规则不同：民间借贷的上限只管个人和没有牌照的放款人。",
                  "Licensed lenders and persons fall under different rules: the cap on private"
                      + " loans is only about persons and lenders without a licence."),
              NOT_KNOWN);
      case PriceFinding.Judicial it -> judicial(it);
      case PriceFinding.Attention it -> attention(it);
      case PriceFinding.TableDuty it -> table(it);
      case PriceFinding.Hard it -> hard(it);
      case PriceFinding.Tolerance it -> tolerance(it);
      case PriceFinding.Clock it -> clock(it);
    };
  }

  private static PriceLine line(
      PriceFinding finding, Wording title, Wording detail, Wording state, PriceLine.Tone tone) {
    return new PriceLine(finding.id(), title, detail, state, tone, finding.law());
  }

  private static PriceLine open(
      PriceFinding finding, Wording title, Wording detail, Wording state) {
    return line(finding, title, detail, state, PriceLine.Tone.OPEN);
  }

  private static PriceLine rebased(PriceFinding.Rebased it) {
    String received = it.received().display();
    String kept = it.kept().display();
    return line(
        it,
        new Wording(
            "写的是 " + it.face().display() + " 元，到手 " + received + " 元",
            it.face().display() + " on paper, " + received + " arrived"),
        new Wording(
            "本金按到手的 " + received + " 元算，先扣的 " + kept + " 元不算本金。",
            "The principal is what arrived, " + received + "; the " + kept + " kept back is not."),
        new Wording("先扣了 " + kept + " 元", kept + " kept back"),
        PriceLine.Tone.NO);
  }

  private static PriceLine instalment(PriceFinding.Instalment it) {
    String rate = percent(it.stated());
    String expected = it.expected().display();
    String actual = it.actual().display();
    String face = it.face().display();
    Wording title = new Wording("合同写 " + rate, "The contract says " + rate);
    if (it.fits()) {
      return line(
          it,
          title,
          new Wording(
              face + " 元、" + it.count() + " 期、" + rate + "，每期就是 " + actual + " 元。",
              face + ", " + it.count() + " payments, " + rate + ": " + actual + " each."),
          FITS,
          PriceLine.Tone.YES);
    }
    String flatZh = it.flat() ? "只有一直按最初的本金收息，才是这个数。" : "";
    String flatEn = it.flat() ? " Only interest on the first principal throughout gives it." : "";
    return line(
        it,
        title,
        new Wording(
            face
                + " 元、"
                + it.count()
                + " 期、"
                + rate
                + "，每期应是 "
                + expected
                + " 元，不是 "
                + actual
                + " 元。"
                + flatZh,
            face
                + ", "
                + it.count()
                + " payments, "
                + rate
                + " would be "
                + expected
                + " each, not "
                + actual
                + "."
                + flatEn),
        FITS_NOT,
        PriceLine.Tone.NO);
  }

  private static PriceLine reported(PriceFinding.Reported it) {
    String rate = percent(it.rate());
    Wording title = new Wording("有人说是 " + rate, "Somebody says " + rate);
    return it.way()
        .map(
            way ->
                line(
                    it,
                    title,
                    way(way).map(text -> text + " " + rate),
                    new Wording("算得出", "comes out"),
                    PriceLine.Tone.YES))
        .orElseGet(
            () ->
                line(
                    it,
                    title,
                    new Wording(
                        "用这些数算不出 " + rate + "：名义、实际、单利，按到手按合同都试过。",
                        "These sums do not give "
                            + rate
                            + ": nominal, effective and simple were tried, on what arrived and on"
                            + " paper."),
                    new Wording("算不出", "does not come out"),
                    PriceLine.Tone.NO));
  }

  private static Wording way(Way way) {
    return switch (way) {
      case NOMINAL -> new Wording("一期的利率乘一年的期数，是", "The rate of a period times periods a year:");
      case EFFECTIVE -> new Wording("利滚利算满一年，是", "Compounded over a year:");
      case NOMINAL_ON_PAPER ->
          new Wording("把合同上的数当成到手，一期的利率乘一年的期数，是", "As if the sum on paper had arrived, nominal:");
      case EFFECTIVE_ON_PAPER ->
          new Wording("把合同上的数当成到手，利滚利算满一年，是", "As if the sum on paper had arrived, compounded:");
      case SIMPLE -> new Wording("多付的钱除以到手的钱再除以年数，是", "Cost over what arrived, a year:");
      case SIMPLE_ON_PAPER ->
          new Wording("账面利息除以合同上的数再除以年数，是", "Interest over the sum on paper, a year:");
      case COST_OVER_PAPER ->
          new Wording("多付的钱除以合同上的数再除以年数，是", "Cost over the sum on paper, a year:");
    };
  }

  private static PriceLine claimed(PriceFinding.Claimed it) {
    String sum = it.sum().display();
    return open(
        it,
        new Wording("还要你多付 " + sum + " 元", sum + " more is demanded"),
        new Wording(
            "请对方拿出明细：每一项是什么、谁收、合同哪一条写的。",
            "Ask for the items: what each is, who collects it, and where the contract says so."),
        new Wording("要对方拿明细", "ask for the items"));
  }

  private static PriceLine judicial(PriceFinding.Judicial it) {
    Wording title = new Wording("民间借贷的上限：一年期 LPR 的四倍", "Cap on private loans: four times LPR");
    return switch (it.standing()) {
      case NOT_COVERED ->
          open(
              it,
              title,
              new Wording(
                  "只管个人和没有牌照的放款人，不管持牌机构（CN-PL-17）。",
                  "Only about persons and lenders without a licence (CN-PL-17)."),
              NOT_HERE);
      case UNKNOWN -> open(it, title, unknownCap(it.cap()), NOT_KNOWN);
      case ABOVE, WITHIN -> {
        String figures = it.cap().map(PriceSentences::figures).orElse("");
        boolean above = it.standing() == Standing.ABOVE;
        String sum = it.above().display();
        yield line(
            it,
            title,
            above
                ? new Wording(
                    "签约那天是 " + figures + "，这一笔超过了。按这条线算，多出的约 " + sum + " 元，请法院或律师看。",
                    "On the day of the contract "
                        + figures
                        + "; this loan is above it, by about "
                        + sum
                        + " reckoned at the line. Have a court or lawyer look.")
                : new Wording(
                    "签约那天是 " + figures + "，没有超过。",
                    "On the day of the contract " + figures + "; this loan is not above it."),
            above ? ABOVE : WITHIN,
            above ? PriceLine.Tone.NO : PriceLine.Tone.YES);
      }
    };
  }

  private static String figures(JudicialCap cap) {
    return cap.multiple() + " × " + percent(cap.lpr()) + " = " + percent(cap.rate());
  }

  private static Wording unknownCap(Optional<JudicialCap> cap) {
    if (cap.isEmpty()) {
      return new Wording(
          "签约那天的规则或 LPR 这里没有收录，不下结论。",
          "The rule or the LPR of the day of the contract is not on file here; nothing is said.");
    }
    JudicialCap known = cap.get();
    return known.assumed()
        ? new Wording(
            "LPR 表只到 " + known.knownThrough() + "；那时是 " + figures(known) + "。请查签约那天的 LPR。",
            "The LPR is on file through "
                + known.knownThrough()
                + ", then "
                + figures(known)
                + ". Look up the LPR of the day of the contract.")
        : new Wording(
            "签约那天是 " + figures(known) + "。管不管这一笔，要先知道放款的是谁。",
            "On the day of the contract "
                + figures(known)
                + ". Whether it is about this loan depends on who lends.");
  }

  private static PriceLine attention(PriceFinding.Attention it) {
    String rate = percent(it.line());
    Wording title = new Wording(rate + " 的提醒线", "The " + rate + " line for attention");
    Wording about =
        new Wording(
            "只对 " + it.from() + " 起、银行通过平台放的款，只用来提醒。",
            "Only about bank loans through platforms from "
                + it.from()
                + " on; only for attention.");
    return switch (it.standing()) {
      case ABOVE -> line(it, title, about, ABOVE, PriceLine.Tone.NO);
      case WITHIN -> line(it, title, about, WITHIN, PriceLine.Tone.YES);
      case UNKNOWN -> open(it, title, about, NOT_KNOWN);
      case NOT_COVERED -> open(it, title, about, NOT_HERE);
    };
  }

  private static PriceLine table(PriceFinding.TableDuty it) {
    Wording title = new Wording("综合融资成本明示表", "Table of all-in costs");
    return switch (it.standing()) {
      case WITHIN, ABOVE ->
          open(
              it,
              title,
              new Wording(
                  "签约前应当给过你一张表。拿来和这里的数对一对。",
                  "You should have been given one before signing. Hold it against these figures."),
              new Wording("应当有", "should exist"));
      case UNKNOWN ->
          open(
              it,
              title,
              new Wording(
                  "放款的是持牌机构，签约前就应当给过你这张表。",
                  "A licensed lender should have given you one before signing."),
              NOT_KNOWN);
      case NOT_COVERED ->
          open(
              it,
              title,
              new Wording(
                  "这张表从 " + it.from() + " 起才要给，而且只对持牌机构。",
                  "It is due from " + it.from() + " on only, and from licensed lenders."),
              NOT_HERE);
    };
  }

  private static PriceLine hard(PriceFinding.Hard it) {
    Wording title = new Wording("持牌放贷人的上限", "Cap for licensed lenders");
    String rate = it.cap().percent().toPlainString() + " %";
    Wording about =
        new Wording(
            "每期 " + rate + "，全部费用不超过到手的 " + it.cap().totalPercent() + " %。",
            rate + " a period, and all charges at most " + it.cap().totalPercent() + " %.");
    return switch (it.standing()) {
      case ABOVE ->
          line(
              it,
              title,
              about.map(
                  text ->
                      text
                          + " (+"
                          + it.above().rate().display()
                          + " / +"
                          + it.above().total().display()
                          + ")"),
              ABOVE,
              PriceLine.Tone.NO);
      case WITHIN -> line(it, title, about, WITHIN, PriceLine.Tone.YES);
      case UNKNOWN -> open(it, title, about, NOT_KNOWN);
      case NOT_COVERED -> open(it, title, about, NOT_HERE);
    };
  }

  private static PriceLine tolerance(PriceFinding.Tolerance it) {
    String computed = it.apr().percent(2).toPlainString() + " %";
    Wording title =
        new Wording("合同写 " + percent(it.stated()), "The contract says " + percent(it.stated()));
    Wording about =
        new Wording(
            "按规定的算法是 " + computed + "，允许差 " + percent(it.tolerance()) + "（百分点）。",
            "By the method of the rule it is "
                + computed
                + "; "
                + percent(it.tolerance())
                + " apart is allowed.");
    return switch (it.standing()) {
      case ABOVE -> line(it, title, about, FITS_NOT, PriceLine.Tone.NO);
      case WITHIN -> line(it, title, about, FITS, PriceLine.Tone.YES);
      case UNKNOWN, NOT_COVERED -> open(it, title, about, NOT_HERE);
    };
  }

  private static PriceLine clock(PriceFinding.Clock it) {
    int longest = it.complex() + it.more();
    String days = it.simple() + " / " + it.complex() + " / " + longest;
    return open(
        it,
        new Wording("投诉的时限：" + days + " 天", "Time limits of a complaint: " + days + " days"),
        new Wording(
            "向银行、保险机构投诉：简单的 "
                + it.simple()
                + " 天，复杂的 "
                + it.complex()
                + " 天，特别的再加 "
                + it.more()
                + " 天，要告诉你。",
            "A complaint to a bank or insurer: "
                + it.simple()
                + " days if simple, "
                + it.complex()
                + " if complex, "
                + it.more()
                + " more in special cases, and they tell you."),
        new Wording("从收到那天算", "from the day they have it"));
  }

  /** A complaint with the figures in, to be changed and sent by whoever has the loan. */
  public static Wording draft(PriceReview review) {
    Totals totals = review.price().totals();
    StringBuilder zh = new StringBuilder("投诉：一笔借款的收费对不上，请书面说明。\n");
    StringBuilder en =
        new StringBuilder("Complaint: the charges of a loan do not add up; please explain.\n");
    zh.append("实际到手 ").append(totals.received().display()).append(" 元，一共要还 ");
    zh.append(totals.paid().display()).append(" 元，多付 ").append(totals.cost().display());
    zh.append(" 元。\n");
    en.append(totals.received().display()).append(" arrived, ").append(totals.paid().display());
    en.append(" is paid in total, ").append(totals.cost().display()).append(" on top.\n");
    if (review.price() instanceof Price.Known known) {
      String nominal = known.nominal().percent(2) + " %";
      String effective = known.effective().percent(2) + " %";
      zh.append("按到手的钱算，名义年利率 ").append(nominal).append("，实际年利率 ");
      zh.append(effective).append("。\n");
      en.append("On what arrived this is ").append(nominal).append(" nominal and ");
      en.append(effective).append(" effective a year.\n");
    }
    for (PriceFinding finding : review.findings()) {
      boolean told =
          finding instanceof PriceFinding.Rebased
              || finding instanceof PriceFinding.Instalment
              || finding instanceof PriceFinding.Claimed;
      if (told && of(finding).tone() != PriceLine.Tone.YES) {
        zh.append(of(finding).title().zh()).append("。").append(of(finding).detail().zh());
        zh.append('\n');
        en.append(of(finding).title().en()).append(". ").append(of(finding).detail().en());
        en.append('\n');
      }
    }
    zh.append("请写明每一项收费的名称、金额、谁收、依据合同哪一条，并书面答复。");
    en.append("Please state each charge, its sum, who collects it and its clause, in writing.");
    return new Wording(zh.toString(), en.toString());
  }

  private static String percent(AnnualRate rate) {
    return rate.toString();
  }
}
