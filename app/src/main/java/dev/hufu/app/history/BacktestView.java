package dev.hufu.app.history;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.backtest.BacktestReport;
import dev.hufu.policy.backtest.BacktestReport.Arm;
import dev.hufu.policy.backtest.BacktestReport.Difference;
import dev.hufu.policy.backtest.BacktestReport.Example;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.BacktestReport.Turn;
import dev.hufu.policy.backtest.BacktestReport.TypologyLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the page of a backtest shows, in one language. */
public record BacktestView(BacktestRun run, Lang lang, List<Period> periods) {

  private static final List<Integer> WIDTHS = List.of(920, 400);
  private static final List<String> STYLES = List.of("tokens", "base", "backtest");

  /** A picture in two widths, and the words for its colours. */
  public record Chart(String broad, String tall, List<Key> keys) {}

  /** A colour of a picture in words. */
  public record Key(String style, String words) {}

  public static BacktestView of(BacktestRun run, Lang lang) {
    return new BacktestView(run, lang, Period.of(run.report().pack().days()));
  }

  public String say(String zh, String en) {
    return new Wording(zh, en).in(lang);
  }

  public String say(Wording words) {
    return words.in(lang);
  }

  public BacktestReport report() {
    return run.report();
  }

  public boolean labelled() {
    return report().labelled() > 0;
  }

  /** The style sheets of the product, whole, so that the page needs no other file. */
  public String style() {
    StringBuilder css = new StringBuilder("<style>\n");
    for (String name : STYLES) {
      css.append(resource("/static/css/" + name + ".css"));
    }
    return css.append("</style>").toString();
  }

  private static String resource(String path) {
    try (InputStream in = BacktestView.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The pack, then the one it is compared with. */
  public List<Arm> arms() {
    List<Arm> arms = new ArrayList<>(List.of(report().pack()));
    report().against().ifPresent(arms::add);
    return arms;
  }

  public String name(Arm arm) {
    return arm.pack().id() + " " + arm.pack().version();
  }

  public String from() {
    return at(report().firstAt()).toLocalDate().toString();
  }

  public String to() {
    return at(report().lastAt()).toLocalDate().toString();
  }

  private java.time.ZonedDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atZone(run.zone());
  }

  public String moment(Example example) {
    return at(example.at()).truncatedTo(ChronoUnit.SECONDS).toLocalDateTime().toString();
  }

  public String count(long count) {
    return BacktestText.count(count);
  }

  public String share(double share) {
    return BacktestText.share(share);
  }

  public String yuan(long fen) {
    return new Fen(fen).display();
  }

  /** The shape and the colour of a verdict in words. */
  public String verdict(Verdict verdict) {
    return say(verdict.colour());
  }

  /** Red and amber over time. */
  public Chart alerts() {
    return chart(
        List.of(Period::red, Period::amber),
        List.of(
            new Key("p-red", say("红 · 停", "Red · stop")),
            new Key("p-amber", say("黄 · 等", "Amber · wait"))),
        say("每段时间红和黄各多少件，数在下面的表里", "Red and amber over time; the table below has the numbers"));
  }

  /** Fraud that was alerted and fraud that was not, over time. */
  public Chart frauds() {
    return chart(
        List.of(Period::fraudAlerted, Period::missed),
        List.of(
            new Key("p-caught", say("骗，提醒了", "Fraud, alerted")),
            new Key("p-missed", say("骗，没提醒", "Fraud, missed"))),
        say(
            "每段时间里事后知道是骗的，提醒了多少、漏了多少，数在下面的表里",
            "Fraud over time, alerted and missed; the table below has the numbers"));
  }

  private Chart chart(List<Period.Part> parts, List<Key> keys, String label) {
    List<String> styles = keys.stream().map(Key::style).toList();
    List<String> drawn =
        WIDTHS.stream().map(width -> DayChart.of(periods, parts, styles, width, label)).toList();
    return new Chart(drawn.get(0), drawn.get(1), keys);
  }

  /** What a column of the pictures holds. */
  public String columnOf() {
    int days = Period.days(periods);
    return days == 1
        ? say("每根一天", "one column a day")
        : say("每根 " + days + " 天", "one column for " + days + " days");
  }

  /** Rules that fired, the most frequent first. */
  public List<RuleLine> rules() {
    return report().pack().rules().stream()
        .filter(rule -> rule.fired() > 0)
        .sorted(Comparator.comparingLong(RuleLine::fired).reversed())
        .toList();
  }

  public int silentRules() {
    return report().pack().rules().size() - rules().size();
  }

  /** Typologies that led at least once. */
  public List<TypologyLine> typologies() {
    return report().pack().typologies().stream().filter(line -> line.led() > 0).toList();
  }

  /** How long the bar of a rule is, of a hundred. */
  public String length(RuleLine rule) {
    long most = Math.max(1, rules().getFirst().fired());
    return "%.2f".formatted(100.0 * rule.fired() / most);
  }

  public double fraudShare(RuleLine rule) {
    return (double) rule.fraud() / Math.max(1, rule.fraud() + rule.honest());
  }

  /** Without the placeholders, for here it stands for many events. */
  public String seen(RuleLine rule) {
    return say(rule.seen()).replaceAll("\\{[^}]*}", "…");
  }

  /** How many events turned from one verdict to another; those that stayed are counted too. */
  public long turned(Difference difference, Verdict from, Verdict to) {
    long out = 0;
    for (Turn turn : difference.turns()) {
      if (turn.from() == from && turn.to() == to) {
        return turn.events();
      }
      out += turn.from() == from ? turn.events() : 0;
    }
    long all = report().against().map(arm -> arm.count(from)).orElse(0L);
    return from == to ? all - out : 0;
  }

  public String changes(Example example) {
    return BacktestText.changes(example);
  }
}
