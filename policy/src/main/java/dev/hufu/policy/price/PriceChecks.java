package dev.hufu.policy.price;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.plan.PlanKind;
import dev.hufu.kernel.loan.plan.PlanTerms;
import dev.hufu.kernel.loan.plan.Schedule;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.HardCap;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.Rate;
import dev.hufu.kernel.loan.price.RegZApr;
import dev.hufu.kernel.loan.price.Ticks;
import dev.hufu.kernel.loan.price.Totals;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.price.PriceFinding.Way;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks at one price from each side a law or a promise gives. */
record PriceChecks(PriceQuestion question, Price price, Map<String, Rate> apr, Law law) {

  /** The entries that are asked, by what they are about. */
  private static final String RECEIVED = "CN-PL-03";

  private static final String CAP = "CN-PL-05";
  private static final String WHO = "CN-PL-17";
  private static final String TABLE = "CN-LD-02";

  /** How near a rate that is said must come to one of the ways, in percentage points. */
  private static final double NEAR = 0.0005;

  List<PriceFinding> findings() {
    List<PriceFinding> findings = new ArrayList<>();
    rebased().ifPresent(findings::add);
    instalment().ifPresent(findings::add);
    question.reported().map(this::reported).ifPresent(findings::add);
    question.claimed().map(PriceFinding.Claimed::new).ifPresent(findings::add);
    if (question.lender() == LenderKind.UNKNOWN && entry(WHO).isPresent()) {
      findings.add(new PriceFinding.WhoLends(Optional.of(WHO)));
    }
    entry(CAP).map(this::judicial).ifPresent(findings::add);
    for (Law.Entry entry : law.entries().values()) {
      switch (entry.value().getOrDefault("kind", "")) {
        case "attention-line" -> findings.add(attention(entry));
        case "hard-cap" -> hard(entry).ifPresent(findings::add);
        case "apr" -> tolerance(entry).ifPresent(findings::add);
        case "clock" -> clock(entry).ifPresent(findings::add);
        default -> {}
      }
    }
    entry(TABLE).map(this::table).ifPresent(findings::add);
    return findings;
  }

  private Optional<Law.Entry> entry(String id) {
    return Optional.ofNullable(law.entries().get(id));
  }

  private Fen received() {
    return question.flows().totals().received();
  }

  private Optional<PriceFinding> rebased() {
    return question
        .face()
        .filter(face -> face.compareTo(received()) > 0)
        .map(
            face -> new PriceFinding.Rebased(face, received(), entry(RECEIVED).map(Law.Entry::id)));
  }

  private Fen face() {
    return question.face().orElseGet(this::received);
  }

  /** Only for equal payments after one sum at the start: there a rate gives one payment. */
  private Optional<PriceFinding> instalment() {
    List<Fen> sums = question.flows().sums();
    int count = sums.size() - 1;
    boolean equal = sums.stream().skip(1).distinct().count() == 1;
    if (question.stated().isEmpty()
        || !equal
        || sums.get(1).fen() > 0
        || count > Limits.LOAN_INSTALMENTS_MAX) {
      return Optional.empty();
    }
    AnnualRate stated = question.stated().get();
    Fen actual = Fen.ZERO.minus(sums.get(1));
    Pace pace = question.flows().pace();
    Optional<Schedule> level = plan(new PlanKind.EqualPayment(), stated, count, pace);
    Optional<Schedule> flat = plan(new PlanKind.FlatFee(), stated, count, pace);
    return level.map(
        schedule ->
            new PriceFinding.Instalment(
                face(),
                stated,
                count,
                first(schedule),
                actual,
                flat.filter(plan -> near(first(plan), actual)).isPresent()));
  }

  private static boolean near(Fen a, Fen b) {
    return Math.abs(a.fen() - b.fen()) <= 1;
  }

  private static Fen first(Schedule schedule) {
    return schedule.rows().getFirst().payment();
  }

  private Optional<Schedule> plan(PlanKind kind, AnnualRate rate, int count, Pace pace) {
    return PlanTerms.monthly(kind, face(), rate, count).with(pace).schedule().findValue();
  }

  private PriceFinding reported(AnnualRate rate) {
    double said = Rate.of(rate).fraction();
    Optional<Way> way =
        ways().entrySet().stream()
            .filter(entry -> Math.abs(entry.getValue() - said) <= NEAR)
            .map(Map.Entry::getKey)
            .findFirst();
    return new PriceFinding.Reported(rate, way);
  }

  /** The rates that come out by each way. */
  private Map<Way, Double> ways() {
    Map<Way, Double> ways = new EnumMap<>(Way.class);
    Totals totals = question.flows().totals();
    if (price instanceof Price.Known known) {
      ways.put(Way.NOMINAL, known.nominal().fraction());
      ways.put(Way.EFFECTIVE, known.effective().fraction());
    }
    if (onPaper() instanceof Price.Known known) {
      ways.put(Way.NOMINAL_ON_PAPER, known.nominal().fraction());
      ways.put(Way.EFFECTIVE_ON_PAPER, known.effective().fraction());
    }
    double years = (double) totals.ticks() / Ticks.YEAR;
    if (years > 0) {
      double cost = totals.cost().fen();
      double paper = totals.paid().minus(face()).fen();
      ways.put(Way.SIMPLE, cost / totals.received().fen() / years);
      ways.put(Way.SIMPLE_ON_PAPER, paper / face().fen() / years);
      ways.put(Way.COST_OVER_PAPER, cost / face().fen() / years);
    }
    return ways;
  }

  /** The price as if the sum on paper had arrived. */
  private Price onPaper() {
    List<Fen> sums = question.flows().sums();
    List<Fen> payments =
        sums.stream().skip(1).map(sum -> sum.fen() < 0 ? Fen.ZERO.minus(sum) : sum).toList();
    return question.flows().turns() == 1
        ? CashFlows.regular(face(), payments, question.flows().pace())
            .findValue()
            .map(CashFlows::price)
            .orElse(price)
        : price;
  }

  private PriceFinding judicial(Law.Entry entry) {
    Optional<String> id = Optional.of(entry.id());
    Optional<Boolean> covered = question.lender().privateLoan();
    Optional<JudicialCap> cap = cap(entry);
    if (covered.isPresent() && !covered.get()) {
      return new PriceFinding.Judicial(Standing.NOT_COVERED, Optional.empty(), Fen.ZERO, id);
    }
    if (covered.isEmpty() || cap.isEmpty() || cap.get().assumed()) {
      return new PriceFinding.Judicial(Standing.UNKNOWN, cap, Fen.ZERO, id);
    }
    AnnualRate line = cap.get().rate();
    Fen above = HardCap.above(question.flows(), line);
    return new PriceFinding.Judicial(standing(line), cap, above, id);
  }

  private Standing standing(AnnualRate line) {
    return price instanceof Price.Known known
        ? known.nominal().compareTo(Rate.of(line)) > 0 ? Standing.ABOVE : Standing.WITHIN
        : Standing.UNKNOWN;
  }

  private Optional<JudicialCap> cap(Law.Entry entry) {
    Law.Series base = law.series().get(entry.value().getOrDefault("base", ""));
    return !entry.decides(question.formed()) || base == null || entry.number("multiple").isEmpty()
        ? Optional.empty()
        : JudicialCap.at(
            question.formed(),
            base.values().map(value -> new AnnualRate(value.value())),
            entry.number("multiple").getAsInt());
  }

  private PriceFinding attention(Law.Entry entry) {
    AnnualRate line = AnnualRate.of(entry.value().getOrDefault("percent", "0"));
    Standing standing =
        !entry.decides(question.formed())
            ? Standing.NOT_COVERED
            : switch (question.lender()) {
              case PLATFORM -> standing(line);
              case UNKNOWN -> Standing.UNKNOWN;
              case NATURAL, UNLICENSED, LICENSED -> Standing.NOT_COVERED;
            };
    return new PriceFinding.Attention(standing, line, entry.validFrom(), Optional.of(entry.id()));
  }

  private PriceFinding table(Law.Entry entry) {
    Standing standing =
        !entry.decides(question.formed())
            ? Standing.NOT_COVERED
            : question
                .lender()
                .privateLoan()
                .map(own -> own ? Standing.NOT_COVERED : Standing.WITHIN)
                .orElse(Standing.UNKNOWN);
    return new PriceFinding.TableDuty(standing, entry.validFrom(), Optional.of(entry.id()));
  }

  /** Persons and lenders without a licence have nobody who must answer in time. */
  private Optional<PriceFinding> clock(Law.Entry entry) {
    OptionalInt simple = entry.number("simpleDays");
    OptionalInt complex = entry.number("complexDays");
    OptionalInt more = entry.number("moreDays");
    boolean about = question.lender().privateLoan().map(own -> !own).orElse(true);
    return about && simple.isPresent() && complex.isPresent() && more.isPresent()
        ? Optional.of(
            new PriceFinding.Clock(
                simple.getAsInt(), complex.getAsInt(), more.getAsInt(), Optional.of(entry.id())))
        : Optional.empty();
  }

  private Optional<PriceFinding> hard(Law.Entry entry) {
    Optional<BigDecimal> daily = decimal(entry, "percentPerDay");
    Optional<BigDecimal> percent = daily.or(() -> decimal(entry, "percentPerMonth"));
    if (percent.isEmpty() || entry.number("totalPercent").isEmpty()) {
      return Optional.empty();
    }
    HardCap cap =
        new HardCap(
            percent.get(),
            daily.isPresent() ? new Pace.Days(1) : Pace.MONTH,
            entry.number("totalPercent").getAsInt(),
            entry.number("upfrontPercent").stream().boxed().findFirst());
    HardCap.Above above = cap.check(question.flows());
    boolean upfront = cap.upfrontAbove(face(), received());
    return Optional.of(
        new PriceFinding.Hard(
            hardStanding(entry, above.any() || upfront),
            cap,
            above,
            upfront,
            Optional.of(entry.id())));
  }

  private Standing hardStanding(Law.Entry entry, boolean above) {
    if (!entry.decides(question.formed()) || !ofThatKind(entry)) {
      return Standing.NOT_COVERED;
    }
    return switch (question.lender()) {
      case LICENSED -> above ? Standing.ABOVE : Standing.WITHIN;
      case UNKNOWN -> Standing.UNKNOWN;
      case NATURAL, UNLICENSED, PLATFORM -> Standing.NOT_COVERED;
    };
  }

  /** Whether the loan is dear and short enough, where the entry is about such loans only. */
  private boolean ofThatKind(Law.Entry entry) {
    boolean dear =
        decimal(entry, "aprFromPercent")
            .map(
                from ->
                    Optional.ofNullable(apr.get("uk"))
                        .map(rate -> rate.percent(1).compareTo(from) >= 0)
                        .orElse(true))
            .orElse(true);
    long term = question.flows().totals().ticks();
    return dear
        && entry.number("monthsMax").stream().allMatch(months -> term <= months * Ticks.MONTH);
  }

  private static Optional<BigDecimal> decimal(Law.Entry entry, String name) {
    return Optional.ofNullable(entry.value().get(name)).map(BigDecimal::new);
  }

  private Optional<PriceFinding> tolerance(Law.Entry entry) {
    LocalDate day = question.formed();
    Optional<BigDecimal> tolerance =
        decimal(entry, RegZApr.regular(question.flows()) ? "regularPercent" : "irregularPercent");
    Rate computed = apr.get("us");
    if (question.stated().isEmpty() || tolerance.isEmpty() || computed == null) {
      return Optional.empty();
    }
    AnnualRate stated = question.stated().get();
    double apart = Math.abs(computed.fraction() - Rate.of(stated).fraction());
    AnnualRate allowed = new AnnualRate(tolerance.get());
    Standing standing =
        !entry.decides(day)
            ? Standing.NOT_COVERED
            : apart > Rate.of(allowed).fraction() ? Standing.ABOVE : Standing.WITHIN;
    return Optional.of(
        new PriceFinding.Tolerance(standing, stated, computed, allowed, Optional.of(entry.id())));
  }
}
