package dev.hufu.policy.lender;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.lender.CreditCode;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.lender.LenderCase.Deal;
import dev.hufu.policy.lender.LenderCase.Fee;
import dev.hufu.policy.lender.LenderCase.Offer;
import dev.hufu.policy.lender.LenderCase.Taken;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.Pack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns what was told of a lender into the facts that a pack may read. */
final class LenderFacts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final LenderCase told;
  private final LenderPolicy policy;
  private final Law law;
  private final LocalDate day;
  private final ToldFacts facts;

  private Optional<LoanFigures> figures = Optional.empty();
  private Optional<CostTable> table = Optional.empty();
  private Optional<LicenceList.Match> match = Optional.empty();
  private Optional<PriceDispersion> dispersion = Optional.empty();
  private Optional<CollectionLog> log = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();

  LenderFacts(LenderCase told, Pack pack, LocalDate day) {
    this.told = told;
    this.policy = pack.lenders().orElseThrow();
    this.law = pack.law();
    this.day = day;
    this.facts = new ToldFacts(pack.facts());
  }

  LenderFacts reckon(Optional<LicenceList> list, ScriptDetector detector) {
    who();
    list.ifPresent(this::licence);
    told.deal().ifPresent(this::price);
    told.deal().ifPresent(this::costs);
    charges();
    app();
    data();
    fees();
    offers();
    told.collection()
        .ifPresent(
            contacts -> {
              CollectionLog counted = CollectionLog.of(contacts, policy.collecting(), detector);
              counted.tell(facts);
              log = Optional.of(counted);
            });
    steps();
    return this;
  }

  ToldFacts facts() {
    return facts;
  }

  Optional<LoanFigures> figures() {
    return figures;
  }

  Optional<CostTable> table() {
    return table;
  }

  Optional<LicenceList.Match> match() {
    return match;
  }

  Optional<PriceDispersion> dispersion() {
    return dispersion;
  }

  Optional<CollectionLog> log() {
    return log;
  }

  /** Why there is no price, where the sums and days allow none. */
  Optional<Refusal> refusal() {
    return refusal;
  }

  private void who() {
    LenderCase.Lender lender = told.lender();
    facts.words("lender.name", lender.claim().name());
    facts.words("lender.payer", lender.payer());
    facts.words("lender.party", lender.contractParty());
    List<Pointer> seen = List.of(Pointer.of("lender"));
    if (lender.claims() || lender.claim().name().isPresent()) {
      facts.flag("licence.claimed", lender.claims(), seen);
    }
    lender
        .claim()
        .creditCode()
        .ifPresent(code -> facts.flag("licence.codeInvalid", !CreditCode.valid(code), seen));
    lender
        .claim()
        .name()
        .ifPresent(
            name -> {
              lender.payer().ifPresent(p -> facts.choice("money.from", sameOr(p, name), seen));
              lender
                  .contractParty()
                  .ifPresent(p -> facts.choice("contract.with", sameOr(p, name), seen));
            });
  }

  private static String sameOr(String one, String other) {
    return one.strip().equals(other.strip()) ? "same" : "other";
  }

  private void licence(LicenceList list) {
    facts.words("licence.listName", Optional.of(list.title()));
    facts.words("licence.listSource", Optional.of(list.source()));
    facts.day("licence.listDay", list.asOf(), List.of());
    if (told.lender().claim().empty()) {
      return;
    }
    LicenceList.Match found = list.match(told.lender().claim(), day);
    match = Optional.of(found);
    facts.choice("licence.state", found.state().id(), List.of(Pointer.of("lender")));
    found
        .entry()
        .ifPresent(
            entry -> {
              facts.words("licence.listedName", Optional.of(entry.name()));
              entry.until().ifPresent(until -> facts.day("licence.until", until, List.of()));
            });
  }

  private void price(Deal deal) {
    List<Pointer> seen = List.of(Pointer.of("loan"));
    facts.amount("loan.received", deal.received(), seen);
    facts.amount("loan.paid", deal.paid(), seen);
    facts.day("loan.drawn", deal.drawn(), seen);
    facts.count("loan.instalments", deal.payments().size(), seen);
    deal.signedOn().ifPresent(on -> facts.day("loan.signedOn", on, seen));
    deal.promised().ifPresent(promised -> promised(deal, promised, seen));
    deal.demanded().ifPresent(sum -> facts.amount("loan.demanded", sum, seen));
    switch (LoanFigures.of(deal, told.charges())) {
      case Outcome.Ok<LoanFigures>(var found) -> priced(deal, found);
      case Outcome.Refused<LoanFigures>(var why) -> refusal = Optional.of(why);
    }
    deal.rate().ifPresent(rate -> stated(deal, rate));
    cap(deal);
  }

  private void promised(Deal deal, Fen promised, List<Pointer> seen) {
    facts.amount("loan.promised", promised, seen);
    if (promised.compareTo(deal.received()) > 0) {
      Fen kept = promised.minus(deal.received());
      List<Pointer> where = new ArrayList<>(seen);
      where.addAll(pointers(one -> one.when() == LenderCase.When.DEDUCTED));
      facts.amount("loan.upfront", kept, where);
      facts.rate("loan.upfrontShare", share(kept, promised), where);
    }
  }

  private static BigDecimal share(Fen part, Fen whole) {
    return whole.fen() == 0
        ? BigDecimal.ZERO
        : part.yuan().multiply(HUNDRED).divide(whole.yuan(), 6, RoundingMode.HALF_UP);
  }

  private void priced(Deal deal, LoanFigures found) {
    figures = Optional.of(found);
    List<Pointer> seen = List.of(Pointer.of("loan"));
    facts.flag("loan.priceUnclear", !(found.price() instanceof Price.Known), seen);
    found.nominal().ifPresent(rate -> facts.rate("loan.nominal", rate, seen));
    found.effective().ifPresent(rate -> facts.rate("loan.effective", rate, seen));
    found
        .nominal()
        .filter(_n -> deal.rate().isPresent())
        .ifPresent(
            rate -> facts.rate("loan.rateGap", rate.subtract(deal.rate().orElseThrow()), seen));
    found
        .effective()
        .filter(_e -> deal.rate().isPresent())
        .ifPresent(
            rate ->
                facts.rate("loan.effectiveGap", rate.subtract(deal.rate().orElseThrow()), seen));
    Fen cost = found.price().totals().cost();
    facts.amount("loan.cost", cost.fen() < 0 ? Fen.ZERO : cost, seen);
    found
        .price()
        .totals()
        .perThousandPerMonth()
        .filter(yuan -> yuan.signum() >= 0)
        .ifPresent(
            yuan ->
                facts.amount(
                    "loan.perThousand", new Fen(yuan.movePointRight(2).longValue()), seen));
    facts.count("loan.days", Math.max(0, lastDay(deal)), seen);
  }

  private static long lastDay(Deal deal) {
    return deal.payments().isEmpty()
        ? 0
        : ChronoUnit.DAYS.between(deal.drawn(), deal.payments().getLast().day());
  }

  /** The payments held against those that follow from the contract's own rate. */
  private void stated(Deal deal, BigDecimal rate) {
    List<Pointer> seen = List.of(Pointer.of("loan.rate"), Pointer.of("loan.payments"));
    facts.rate("loan.statedRate", rate, seen);
    if (deal.payments().isEmpty()) {
      return;
    }
    facts.amount("loan.instalment", deal.payments().getFirst().sum(), seen);
    LoanFigures.stated(
            deal.method(), deal.promised().orElse(deal.received()), rate, deal.payments().size())
        .ifPresent(
            plan -> {
              facts.amount("loan.statedInstalment", plan.getFirst(), seen);
              Fen follows = plan.stream().reduce(Fen.ZERO, Fen::plus);
              Fen gap = new Fen(Math.abs(deal.paid().minus(follows).fen()));
              facts.amount("loan.scheduleGap", gap, seen);
            });
  }

  /** The cap on private loans of the day the contract was formed; that of the money if unknown. */
  private void cap(Deal deal) {
    LocalDate formed = deal.drawn();
    policy
        .cap()
        .map(id -> law.entries().get(id))
        .filter(entry -> entry.decides(formed) && entry.number("multiple").isPresent())
        .flatMap(
            entry ->
                Optional.ofNullable(law.series().get(entry.value().getOrDefault("base", "")))
                    .flatMap(
                        series ->
                            JudicialCap.at(
                                formed,
                                series.values().map(value -> new AnnualRate(value.value())),
                                entry.number("multiple").getAsInt())))
        .ifPresent(
            cap -> {
              facts.rate("loan.cap", cap.rate().percent(), List.of());
              facts.flag("loan.capAssumed", cap.assumed(), List.of());
            });
  }

  private void costs(Deal deal) {
    Optional<String> lender = told.lender().contractParty().or(() -> told.lender().claim().name());
    CostTable made =
        CostTable.of(
            deal, told.charges(), told.table(), lender, figures.flatMap(LoanFigures::nominal));
    table = Optional.of(made);
    List<Pointer> seen = List.of(Pointer.of("table"));
    facts.flag("table.given", told.table().isPresent(), seen);
    if (told.table().isEmpty()) {
      return;
    }
    List<CostTable.Line> missing = made.in(CostTable.State.MISSING);
    facts.count("table.missing", missing.size(), pointersOf(missing));
    facts.amount(
        "table.missingSum",
        missing.stream().map(CostTable.Line::sum).reduce(Fen.ZERO, Fen::plus),
        pointersOf(missing));
    facts.both("table.missingWords", words(missing));
    List<CostTable.Line> nobody =
        made.in(CostTable.State.NO_COLLECTOR, CostTable.State.OTHER_COLLECTOR);
    facts.count("table.noCollector", nobody.size(), pointersOf(nobody));
    facts.both("table.noCollectorWords", words(nobody));
    List<CostTable.Line> differ = made.in(CostTable.State.DIFFERS, CostTable.State.NOT_TAKEN);
    facts.count("table.differs", differ.size(), pointersOf(differ));
    made.statedRate()
        .ifPresent(
            rate -> {
              facts.rate("table.statedRate", rate, seen);
              figures
                  .flatMap(LoanFigures::nominal)
                  .ifPresent(real -> facts.rate("table.rateGap", real.subtract(rate), seen));
            });
  }

  private static List<Pointer> pointersOf(List<CostTable.Line> lines) {
    return lines.stream().flatMap(line -> line.seen().stream()).toList();
  }

  private Optional<Wording> words(List<CostTable.Line> lines) {
    return Listing.of(
        lines, line -> Listing.with(policy.word(line.what().id()), " " + line.sum().display()));
  }

  private void charges() {
    if (told.charges().isEmpty()) {
      return;
    }
    facts.amount(
        "charges.total",
        told.charges().stream().map(Taken::sum).reduce(Fen.ZERO, Fen::plus),
        pointers(_one -> true));
    facts.count(
        "charges.parties",
        told.charges().stream().flatMap(one -> one.collector().stream()).distinct().count(),
        pointers(_one -> true));
    facts.both(
        "charges.words",
        Listing.of(
            told.charges(),
            one -> Listing.with(policy.word(one.what().id()), " " + one.sum().display())));
    Map<String, List<Taken>> bases =
        told.charges().stream()
            .filter(one -> one.base().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> one.base().orElseThrow().strip(), TreeMap::new, Collectors.toList()));
    bases.values().stream()
        .max(Comparator.comparingInt(List::size))
        .filter(group -> group.size() > 1)
        .ifPresent(
            group -> {
              List<Pointer> seen = pointers(group::contains);
              facts.count("charges.sameBase", group.size(), seen);
              facts.amount(
                  "charges.sameBaseSum",
                  group.stream().map(Taken::sum).reduce(Fen.ZERO, Fen::plus),
                  seen);
              facts.both(
                  "charges.sameBaseWords",
                  Listing.of(
                      group,
                      one ->
                          Listing.with(
                              policy.word(one.what().id()),
                              one.collector().map(by -> " " + by).orElse(""))));
            });
  }

  private List<Pointer> pointers(java.util.function.Predicate<Taken> wanted) {
    return IntStream.range(0, told.charges().size())
        .filter(i -> wanted.test(told.charges().get(i)))
        .mapToObj(i -> Pointer.of("charges", i, told.charges().get(i).evidence()))
        .toList();
  }

  private void app() {
    told.permissions()
        .ifPresent(
            permissions -> {
              Necessity found = Necessity.ofPermissions(permissions, policy);
              List<Pointer> seen = List.of(Pointer.of("permissions"));
              facts.flag("app.looked", true, seen);
              facts.count("app.permissions", permissions.size(), seen);
              facts.count("app.beyond", found.beyond().size(), seen);
              facts.count("app.severe", found.severe(), seen);
              facts.count("app.unknown", found.unknown().size(), seen);
              facts.flag("app.contacts", found.takesContacts(), seen);
              facts.both("app.beyondWords", found.words());
            });
  }

  private void data() {
    LenderCase.Data data = told.data();
    List<Pointer> seen = List.of(Pointer.of("data"));
    if (!data.asked().isEmpty()) {
      Necessity found = Necessity.ofData(data.asked(), policy);
      facts.count("data.beyond", found.beyond().size(), seen);
      facts.count("data.severe", found.severe(), seen);
      facts.both("data.beyondWords", found.words());
      facts.flag("data.contacts", data.asked().contains("contacts"), seen);
    }
    if (!data.given().isEmpty()) {
      facts.count("data.given", data.given().size(), seen);
      facts.both("data.givenWords", Necessity.titles(data.given(), policy));
    }
    data.emergencyContacts().ifPresent(many -> facts.count("data.emergency", many, seen));
    data.retentionDays()
        .ifPresent(days -> facts.elapsed("data.retention", Duration.ofDays(days), seen));
  }

  private void fees() {
    List<Fee> fees = told.fees();
    if (fees.isEmpty()) {
      return;
    }
    List<Pointer> seen =
        IntStream.range(0, fees.size())
            .mapToObj(i -> Pointer.of("fees", i, fees.get(i).evidence()))
            .toList();
    List<Fee> paid = fees.stream().filter(Fee::paid).toList();
    facts.count("fee.count", fees.size(), seen);
    facts.count("fee.paidCount", paid.size(), seen);
    facts.amount("fee.paid", paid.stream().map(Fee::sum).reduce(Fen.ZERO, Fen::plus), seen);
    facts.amount(
        "fee.asked",
        fees.stream().filter(fee -> !fee.paid()).map(Fee::sum).reduce(Fen.ZERO, Fen::plus),
        seen);
    facts.flag("fee.unfreeze", fees.stream().anyMatch(Fee::unfreeze), seen);
    if (fees.stream().anyMatch(fee -> fee.toPerson().isPresent())) {
      facts.flag("fee.toPerson", fees.stream().anyMatch(fee -> fee.toPerson().orElse(false)), seen);
    }
    facts.words(
        "fee.words",
        Optional.of(
            fees.stream()
                .map(fee -> fee.called() + " " + fee.sum().display())
                .collect(Collectors.joining("、"))));
    paid.stream()
        .flatMap(fee -> fee.day().stream())
        .max(Comparator.naturalOrder())
        .ifPresent(last -> facts.day("fee.last", last, seen));
  }

  private void offers() {
    List<Offer> offers = told.offers();
    if (offers.isEmpty()) {
      return;
    }
    List<Pointer> seen = List.of(Pointer.of("offers"));
    PriceDispersion found = PriceDispersion.of(offers, policy.dispersion());
    dispersion = Optional.of(found);
    facts.count("offers.count", found.offers(), seen);
    facts.choice("offers.state", found.state().id(), seen);
    found.gap().ifPresent(gap -> facts.rate("offers.gap", gap, seen));
    found.ratio().ifPresent(ratio -> facts.rate("offers.ratio", ratio, seen));
    found.chance().ifPresent(chance -> facts.rate("offers.chance", chance, seen));
    facts.count("offers.mine", offers.stream().filter(Offer::mine).count(), seen);
    PriceDispersion.mine(offers).ifPresent(gap -> facts.rate("offers.mineGap", gap, seen));
    List<Fen> limits =
        offers.stream().filter(Offer::mine).flatMap(one -> one.limit().stream()).sorted().toList();
    if (limits.size() > 1) {
      facts.amount("offers.limitGap", limits.getLast().minus(limits.getFirst()), seen);
    }
  }

  private void steps() {
    List<LenderCase.Step> steps = told.steps();
    if (steps.isEmpty()) {
      return;
    }
    List<Pointer> seen =
        IntStream.range(0, steps.size())
            .mapToObj(i -> Pointer.of("steps", i, Optional.empty()))
            .toList();
    facts.count("steps.all", steps.size(), seen);
    facts.count(
        "steps.unconfirmed", steps.stream().filter(one -> !one.confirmedTwice()).count(), seen);
    facts.count(
        "steps.noCooling",
        steps.stream().filter(one -> one.cooling().map(Duration::isZero).orElse(true)).count(),
        seen);
    facts.count("steps.noChapter", steps.stream().filter(one -> !one.ownChapter()).count(), seen);
    facts.words(
        "steps.words",
        Optional.of(steps.stream().map(LenderCase.Step::what).collect(Collectors.joining("、"))));
    steps.stream()
        .map(one -> one.cooling().orElse(Duration.ZERO))
        .min(Comparator.naturalOrder())
        .ifPresent(least -> facts.elapsed("steps.coolingLeast", least, seen));
  }
}
