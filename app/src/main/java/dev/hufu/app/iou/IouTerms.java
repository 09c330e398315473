package dev.hufu.app.iou;

import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.PackView;
import dev.hufu.app.web.FactWords;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.words.IouWords;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.Attachment;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.Guarantee;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.Party;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.IouRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was typed into the form of an IOU, as it was typed.
 *
 * <p>Example: {@code IouTerms.read(request.getParameterMap()).contract(today)} once {@link
 * #problems()} is empty. An empty field is "not said".
 */
record IouTerms(LoanFields typed) {

  /** Every field of the form. */
  static final List<String> FIELDS =
      List.of(
          "sum",
          "use",
          "due",
          "rate",
          "lender",
          "lenderId",
          "borrower",
          "borrowerId",
          "repayment",
          "defaultRate",
          "place",
          "witness",
          "guarantor",
          "guarantee",
          "until",
          "plan",
          "count",
          "first",
          "parts",
          "attached");

  private static final List<String> PEOPLE = List.of("lender", "borrower", "witness", "guarantor");

  static IouTerms read(Map<String, String[]> posted) {
    return new IouTerms(LoanFields.read(posted, FIELDS));
  }

  /**
   * What the matter knows already; a loan is written down with as little typing as can be.
   *
   * @param read what its chat shows; what was answered counts over it
   */
  static IouTerms from(MatterView matter, PackView pack, Facts read) {
    Facts known = read;
    for (Map.Entry<String, String> answer : matter.answers().entrySet()) {
      FactType type = pack.facts().get(answer.getKey());
      Optional<FactValue> value =
          type == null ? Optional.empty() : type.parse(answer.getValue()).findValue();
      if (value.isPresent()) {
        known = known.with(new Fact(answer.getKey(), value.get(), Provenance.SAID));
      }
    }
    TreeMap<String, String> typed = new TreeMap<>();
    if (known.findValue("request.amount").orElse(null) instanceof FactValue.Amount(var sum)) {
      typed.put("sum", sum.yuan().stripTrailingZeros().toPlainString());
    }
    if (known.findValue("request.rate").orElse(null) instanceof FactValue.Rate(var percent)) {
      typed.put("rate", percent.toPlainString());
    }
    if (known.findValue("request.repayBy").orElse(null) instanceof FactValue.Day(var due)) {
      typed.put("due", due.toString());
    }
    known
        .findValue("request.reason")
        .map(reason -> FactWords.value(pack.facts().get("request.reason"), reason).zh())
        .ifPresent(use -> typed.put("use", use));
    typed.put("repayment", IouWords.REPAYMENT_USUAL.zh());
    return new IouTerms(new LoanFields(typed));
  }

  static IouTerms parse(String json) {
    return new IouTerms(LoanFields.parse(json));
  }

  String json() {
    return typed.json();
  }

  String get(String field) {
    return typed.get(field);
  }

  private Optional<String> find(String field) {
    return typed.find(field);
  }

  /**
   * With the files that belong to the contract, each bound by its digest.
   *
   * @param lines digest, blank, name
   */
  IouTerms attach(List<String> lines) {
    return new IouTerms(typed.with("attached", String.join("\n", lines)));
  }

  /** What cannot be written down like that; what is merely missing is a finding, not a problem. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (typed.sum("sum").isEmpty()) {
      problems.add(problem("sum", IouWords.SUM_WRONG));
    }
    typed
        .noRates("rate", "defaultRate")
        .forEach(field -> problems.add(problem(field, IouWords.RATE_WRONG)));
    typed.noDays("until").forEach(field -> problems.add(problem(field, IouWords.DAY_WRONG)));
    typed.brokenPlan().ifPresent(field -> problems.add(problem(field, IouWords.planWrong(field))));
    for (String field : PEOPLE) {
      if (get(field).length() > Limits.PERSON_NAME_CHARS_MAX) {
        problems.add(problem(field, IouWords.LINE_LONG));
      }
    }
    for (String field : List.of("use", "repayment", "place", "lenderId", "borrowerId")) {
      if (get(field).length() > Limits.IOU_LINE_CHARS_MAX) {
        problems.add(problem(field, IouWords.LINE_LONG));
      }
    }
    return problems;
  }

  /** What more it takes before anybody can sign. */
  List<Problem> missing(LocalDate today) {
    List<Problem> problems = new ArrayList<>(problems());
    for (String field : List.of("lender", "borrower")) {
      if (get(field).isEmpty()) {
        problems.add(problem(field, IouWords.NAME_MISSING));
      }
    }
    if (names().values().stream().distinct().count() < names().size()) {
      problems.add(problem("borrower", IouWords.NAMES_SAME));
    }
    if (typed.firstDue().filter(due -> !due.isAfter(today)).isPresent()) {
      String plan = get("plan");
      String field = plan.equals("parts") ? plan : plan.isEmpty() ? "due" : "first";
      problems.add(problem(field, IouWords.DUE_PAST));
    }
    return problems;
  }

  private static Problem problem(String field, Wording sentence) {
    return new Problem(IouView.ID + field, "", sentence);
  }

  /** Who is to sign, by role. */
  Map<IouRole, String> names() {
    Map<IouRole, String> names = new EnumMap<>(IouRole.class);
    for (String field : PEOPLE) {
      find(field)
          .ifPresent(name -> names.put(IouRole.valueOf(field.toUpperCase(Locale.ROOT)), name));
    }
    return names;
  }

  /** The contract as of the day it is signed; only where there are no {@link #problems()}. */
  LoanContract contract(LocalDate signedOn) {
    return new LoanContract(
        party("lender"),
        party("borrower"),
        find("witness").map(name -> party("witness")),
        find("guarantor")
            .map(name -> new Guarantee(party("guarantor"), guarantee(), typed.day("until"))),
        typed.sum("sum").orElseThrow(),
        find("use"),
        signedOn,
        typed.rate("rate"),
        typed.rate("defaultRate"),
        typed.plan(),
        DayCount.DAYS_365,
        find("place"),
        Optional.empty(),
        find("repayment"),
        attachments());
  }

  List<Attachment> attachments() {
    return typed.lines("attached").stream()
        .filter(line -> line.matches("[0-9a-f]{64} .+"))
        .map(line -> new Attachment(line.substring(65), new Digest(line.substring(0, 64))))
        .toList();
  }

  private Party party(String field) {
    return new Party(find(field), find(field + "Id"), Optional.empty(), Optional.empty());
  }

  private Guarantee.Kind guarantee() {
    return switch (get("guarantee")) {
      case "general" -> Guarantee.Kind.GENERAL;
      case "joint" -> Guarantee.Kind.JOINT;
      default -> Guarantee.Kind.UNSTATED;
    };
  }

  /** Names and numbers of people. */
  @Override
  public String toString() {
    return "IouTerms" + typed.typed().keySet();
  }
}
