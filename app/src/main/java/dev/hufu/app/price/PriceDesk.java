package dev.hufu.app.price;

import dev.hufu.intake.price.FlowsCsv;
import dev.hufu.intake.price.RepaymentText;
import dev.hufu.intake.price.SumText;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.plan.Roll;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Flow;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.load.PackHead;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.price.LenderKind;
import dev.hufu.policy.price.PriceQuestion;
import dev.hufu.policy.price.PriceReview;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what was typed and answers it with the law packs.
 *
 * <p>Example: {@code new PriceDesk(library, today).answer(PriceForm.of("42500", "14×4928"))}.
 * Payments may be dated rows too; then the day the money arrived must be told, or stand among them.
 *
 * @param today the day a contract counts as made where none is told
 */
public record PriceDesk(PackLibrary library, LocalDate today) {

  /** The law where none is chosen; its entries hold the lines to compare with, too. */
  public static final String HOME = "cn";

  private static final Map<String, Pace> PACES =
      Map.of(
          "", Pace.MONTH,
          "month", Pace.MONTH,
          "week", Pace.WEEK,
          "2weeks", new Pace.Days(14),
          "halfmonth", new Pace.HalfMonths(),
          "quarter", new Pace.Months(3),
          "year", new Pace.Months(12));

  private static final Pattern COUNTED = Pattern.compile("(\\d{1,4})\\s*(days?|weeks?|months?)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,6}(\\.\\d{1,6})?)\\s*%?");
  private static final int WEEK_DAYS = 7;
  private static final int YEAR_MONTHS = 12;

  /** Which packs are needed to answer. */
  public static boolean wanted(PackHead head) {
    return head.matter().equals("law");
  }

  /** The answer to a form. */
  public Outcome<PriceReview> answer(PriceForm form) {
    return flows(form).then(flows -> answer(form, flows));
  }

  /** The answer to dated sums; of the form everything but the sums counts. */
  public Outcome<PriceReview> answer(PriceForm form, FlowsCsv file) {
    Optional<String> every = said(form.every());
    return every
        .map(PriceDesk::pace)
        .orElseGet(() -> Outcome.of(Pace.MONTH))
        .then(pace -> CashFlows.dated(file.flows(), every.map(_every -> pace)))
        .then(flows -> answer(form, flows));
  }

  private Outcome<PriceReview> answer(PriceForm form, CashFlows flows) {
    String jurisdiction = said(form.law()).orElse(HOME).toLowerCase(Locale.ROOT);
    Optional<Law> law = law(jurisdiction);
    Optional<Law> home = law(HOME);
    if (law.isEmpty() || home.isEmpty()) {
      return Outcome.refused(Code.PACK_NOT_FOUND, jurisdiction + "/law");
    }
    return question(form, flows)
        .map(question -> PriceReview.of(question, jurisdiction, law.get(), home.get()));
  }

  private Optional<Law> law(String jurisdiction) {
    return library.find(jurisdiction + "/law").map(pack -> pack.law());
  }

  private Outcome<PriceQuestion> question(PriceForm form, CashFlows flows) {
    Outcome<Optional<Fen>> face = optional(form.face(), PriceDesk::sum);
    Outcome<Optional<AnnualRate>> stated = optional(form.rate(), PriceDesk::percent);
    Outcome<Optional<AnnualRate>> reported = optional(form.reported(), PriceDesk::percent);
    Outcome<Optional<Fen>> claimed = optional(form.claimed(), PriceDesk::sum);
    Outcome<LenderKind> lender =
        LenderKind.of(said(form.lender()).orElse(LenderKind.UNKNOWN.id()))
            .map(Outcome::of)
            .orElseGet(() -> Outcome.refused(Code.PRICE_QUESTION, form.lender()));
    Outcome<LocalDate> formed =
        day(said(form.at()).or(() -> said(form.drawn())).orElse(today.toString()));
    Optional<Refusal> refusal =
        List.of(face, stated, reported, claimed, lender, formed).stream()
            .flatMap(outcome -> outcome.findRefusal().stream())
            .findFirst();
    return refusal.isPresent()
        ? Outcome.refused(refusal.get())
        : Outcome.of(
            new PriceQuestion(
                flows,
                face.orThrow(),
                stated.orThrow(),
                reported.orThrow(),
                claimed.orThrow(),
                lender.orThrow(),
                formed.orThrow()));
  }

  private static Outcome<CashFlows> flows(PriceForm form) {
    if (FlowsCsv.dated(form.payments())) {
      return FlowsCsv.typed("", form.payments()).then(rows -> rows(form, rows));
    }
    if (form.received().isBlank()) {
      return Outcome.refused(Code.PRICE_NOTHING_RECEIVED, "");
    }
    return SumText.read(form.received())
        .then(
            received ->
                RepaymentText.read(form.payments())
                    .then(payments -> oneCurrency(received, payments))
                    .then(payments -> flows(form, received.sum(), payments.payments())));
  }

  /** Dated rows, and what arrived on its day unless a row says so already. */
  private static Outcome<CashFlows> rows(PriceForm form, FlowsCsv rows) {
    if (form.received().isBlank()) {
      return CashFlows.dated(rows.flows());
    }
    return SumText.read(form.received())
        .then(
            received ->
                day(form.drawn())
                    .then(
                        drawn -> {
                          List<Flow> all = new ArrayList<>(rows.flows());
                          all.add(Flow.received(drawn, received.sum()));
                          return CashFlows.dated(all);
                        }));
  }

  private static Outcome<RepaymentText> oneCurrency(SumText received, RepaymentText payments) {
    Optional<String> a = received.currency();
    Optional<String> b = payments.currency();
    return a.isPresent() && b.isPresent() && !a.equals(b)
        ? Outcome.refused(Code.PRICE_CURRENCIES_MIXED, a.get() + ", " + b.get())
        : Outcome.of(payments);
  }

  private static Outcome<CashFlows> flows(PriceForm form, Fen received, List<Fen> payments) {
    return pace(form.every())
        .then(
            pace ->
                form.drawn().isBlank() && form.first().isBlank()
                    ? CashFlows.regular(received, payments, pace)
                    : dated(form, received, payments, pace));
  }

  /** With one of the two days, the other lies one period away. */
  private static Outcome<CashFlows> dated(
      PriceForm form, Fen received, List<Fen> payments, Pace pace) {
    Outcome<Optional<LocalDate>> drawn = optional(form.drawn(), PriceDesk::day);
    Outcome<Optional<LocalDate>> first = optional(form.first(), PriceDesk::day);
    Optional<Refusal> refusal = drawn.findRefusal().or(first::findRefusal);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<LocalDate> from = drawn.orThrow();
    List<LocalDate> dues =
        first
            .orThrow()
            .map(day -> Roll.MONTH_END.from(day, pace, payments.size()))
            .orElseGet(() -> Roll.MONTH_END.after(from.orElseThrow(), pace, payments.size()));
    List<Flow> flows = new ArrayList<>();
    flows.add(Flow.received(from.orElseGet(() -> before(dues.getFirst(), pace)), received));
    for (int i = 0; i < dues.size(); i++) {
      flows.add(Flow.paid(dues.get(i), payments.get(i)));
    }
    return CashFlows.dated(flows, Optional.of(pace));
  }

  private static LocalDate before(LocalDate day, Pace pace) {
    return switch (pace) {
      case Pace.Days(int count) -> day.minusDays(count);
      case Pace.Months(int count) -> day.minusMonths(count);
      case Pace.HalfMonths() -> day.minusDays(15);
    };
  }

  /** A period such as {@code month}, {@code 2weeks}, {@code 10 days}. */
  public static Outcome<Pace> pace(String text) {
    String word = fold(text);
    Optional<Pace> named = Optional.ofNullable(PACES.get(word));
    Matcher counted = COUNTED.matcher(word);
    if (named.isPresent() || !counted.matches()) {
      return named.map(Outcome::of).orElseGet(() -> Outcome.refused(Code.PRICE_QUESTION, text));
    }
    int count = Integer.parseInt(counted.group(1));
    boolean months = counted.group(2).startsWith("month");
    if (count < 1 || months && count > YEAR_MONTHS) {
      return Outcome.refused(Code.PRICE_QUESTION, text);
    }
    return Outcome.of(
        months
            ? new Pace.Months(count)
            : new Pace.Days(counted.group(2).startsWith("week") ? WEEK_DAYS * count : count));
  }

  /** An annual rate in percent, with or without the sign. */
  public static Outcome<AnnualRate> percent(String text) {
    Matcher percent = PERCENT.matcher(fold(text));
    return percent.matches()
        ? Outcome.of(new AnnualRate(new BigDecimal(percent.group(1))))
        : Outcome.refused(Code.PRICE_QUESTION, text.strip());
  }

  public static Outcome<LocalDate> day(String text) {
    try {
      return Outcome.of(LocalDate.parse(fold(text).replace('/', '-')));
    } catch (DateTimeException notADay) {
      return Outcome.refused(Code.TIME_NOT_A_TIME, text.strip());
    }
  }

  /** One sum of money. */
  public static Outcome<Fen> sum(String text) {
    return SumText.read(text).map(SumText::sum);
  }

  /** What was typed, if anything was. */
  private static Optional<String> said(String text) {
    return Optional.of(text.strip()).filter(word -> !word.isEmpty());
  }

  private static <T> Outcome<Optional<T>> optional(String text, Function<String, Outcome<T>> read) {
    return text.isBlank() ? Outcome.of(Optional.empty()) : read.apply(text).map(Optional::of);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
