package dev.hufu.app.cli;

import dev.hufu.app.history.TextTable;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.price.PriceLine;
import dev.hufu.app.price.PriceSentences;
import dev.hufu.kernel.loan.price.AtLine;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.Totals;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.price.PriceReview;
import java.math.RoundingMode;
import java.util.Locale;

/** A price on a terminal: four lines, the same loan at other rates, what was seen. */
final class PricePrint {

  private final Terminal terminal;

  PricePrint(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(PriceReview review) {
    four(review.price());
    if (!review.atLines().isEmpty()) {
      terminal.out().println();
      lines(review);
    }
    if (!review.apr().isEmpty()) {
      terminal.out().println();
      TextTable table = new TextTable(1);
      table.row(word("各地的算法", "as laws reckon it"), word("年利率", "a year"));
      review
          .apr()
          .forEach(
              (law, rate) ->
                  table.row(law.toUpperCase(Locale.ROOT), rate.percent(2).toPlainString() + " %"));
      table.print(terminal.out());
    }
    if (!review.findings().isEmpty()) {
      terminal.out().println();
    }
    for (PriceLine line : PriceSentences.of(review)) {
      String pointer = line.pointer().isEmpty() ? "" : " [" + line.pointer() + "]";
      terminal.say(
          "- " + line.title().zh() + "：" + line.state().zh() + "。" + line.detail().zh() + pointer,
          "- "
              + line.title().en()
              + ": "
              + line.state().en()
              + ". "
              + line.detail().en()
              + pointer);
    }
  }

  private void four(Price price) {
    TextTable table = new TextTable(1);
    if (price instanceof Price.Known known) {
      table.row(word("名义年利率", "nominal, a year"), known.nominal().percent(2) + " %");
      table.row(word("实际年利率", "effective, a year"), known.effective().percent(2) + " %");
    }
    Totals totals = price.totals();
    table.row(word("一共要还", "paid in total"), totals.paid().display());
    table.row(word("到手", "received"), totals.received().display());
    table.row(word("多付", "cost"), totals.cost().display());
    totals
        .perThousandPerMonth()
        .ifPresent(
            each ->
                table.row(
                    word("每 1,000 元每月", "per 1,000 and month"),
                    each.setScale(1, RoundingMode.HALF_UP).toPlainString()));
    table.print(terminal.out());
  }

  private void lines(PriceReview review) {
    TextTable table = new TextTable(1);
    table.row(
        word("同样的钱，年利率", "the same loan at"),
        word("每期", "each"),
        word("一共", "in total"),
        word("少付", "less"));
    Fen paid = review.price().totals().paid();
    for (AtLine line : review.atLines()) {
      table.row(
          line.line().toString(),
          line.each().map(Fen::toString).orElse("—"),
          line.totalPaid().toString(),
          paid.minus(line.totalPaid()).toString());
    }
    table.print(terminal.out());
  }

  private String word(String zh, String en) {
    return new Wording(zh, en).in(terminal.lang());
  }
}
