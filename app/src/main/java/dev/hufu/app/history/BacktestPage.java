package dev.hufu.app.history;

import dev.hufu.kernel.text.Lang;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * The outcome of a backtest as one page that carries its style and its pictures with it and asks
 * nobody for anything.
 */
public final class BacktestPage {

  private final Lang lang;

  public BacktestPage(Lang lang) {
    this.lang = lang;
  }

  public String of(BacktestRun run) {
    StringOutput output = new StringOutput(65_536);
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("report/backtest.jte", Map.of("view", BacktestView.of(run, lang)), output);
    return output.toString();
  }
}
