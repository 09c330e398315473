package dev.hufu.policy.loan;

import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.LoanPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names a pack over loans may use: in conditions, as placeholders of papers, as roles of law
 * and as labels. {@link LoanFacts} and {@link LoanWords} give them their values.
 */
public final class LoanNames {

  /** Roles that a pack fills with entries of law. */
  public static final Set<String> ROLES =
      Set.of(
          "formed",
          "received",
          "noInterest",
          "cap",
          "agreed",
          "defaultNothing",
          "defaultInTerm",
          "limitation",
          "order",
          "early",
          "onDemand",
          "smallClaims");

  /** Labels that tables and papers need. */
  public static final Set<String> WORDS =
      Set.of(
          "lender",
          "borrower",
          "witness",
          "guarantor",
          "general",
          "joint",
          "unstated",
          "principal",
          "interest",
          "default-interest",
          "cost",
          "open",
          "demand",
          "acknowledgement",
          "part_payment",
          "suit",
          "none",
          "partial",
          "complete");

  /** Sentences to paste or to say. */
  public static final Set<String> SENTENCES = Set.of("transferNote", "chatReply", "chatWhy");

  /** Placeholders of papers and sentences. */
  public static final Set<String> PLACEHOLDERS =
      Set.of(
          "lender.name",
          "lender.id",
          "lender.phone",
          "lender.address",
          "borrower.name",
          "borrower.id",
          "borrower.phone",
          "borrower.address",
          "witness.name",
          "witness.id",
          "guarantor.name",
          "guarantor.id",
          "guarantor.kind",
          "guarantor.until",
          "sum",
          "sum.capitals",
          "principal",
          "principal.capitals",
          "use",
          "rate",
          "defaultRate",
          "place",
          "delivery",
          "repayment",
          "signed",
          "formed",
          "due",
          "due.iso",
          "interest",
          "interest.days",
          "year.days",
          "cap",
          "cap.multiple",
          "cap.lpr",
          "cap.since",
          "cap.knownThrough",
          "received",
          "received.count",
          "received.day",
          "confirmed.day",
          "confirmed.sum",
          "confirmed.how",
          "at",
          "owed.principal",
          "owed.interest",
          "owed.defaultInterest",
          "owed.costs",
          "owed.due",
          "owed.paid",
          "other.days",
          "other.defaultInterest",
          "other.due",
          "limitation.end",
          "limitation.longest",
          "court.agreed",
          "court.limit",
          "court.percent",
          "gap");

  private static final Map<String, FactKind> FACTS = facts();

  private LoanNames() {}

  private static Map<String, FactKind> facts() {
    Map<String, FactKind> facts = new LinkedHashMap<>();
    for (String sum :
        List.of(
            "loan.sum",
            "loan.received",
            "loan.principal",
            "loan.interest",
            "owed.due",
            "court.limit")) {
      facts.put(sum, FactKind.AMOUNT);
    }
    for (String rate : List.of("loan.rate", "loan.defaultRate", "cap.rate")) {
      facts.put(rate, FactKind.RATE);
    }
    for (String day : List.of("loan.formed", "loan.due", "loan.signed", "limitation.end")) {
      facts.put(day, FactKind.DAY);
    }
    for (String count :
        List.of("loan.parts", "factors.held", "factors.all", "limitation.daysLeft")) {
      facts.put(count, FactKind.COUNT);
    }
    for (String flag :
        List.of(
            "lender.named",
            "lender.idGiven",
            "borrower.named",
            "borrower.idGiven",
            "witness.given",
            "guarantee.given",
            "guarantee.untilGiven",
            "loan.useGiven",
            "loan.repaymentGiven",
            "loan.placeGiven",
            "loan.confirmed",
            "loan.attached",
            "loan.onDemand",
            "cap.assumed",
            "cap.known",
            "owed.overdue",
            "owed.withoutRate",
            "owed.assumedRate",
            "owed.uncertainRate",
            "owed.anyPayment",
            "limitation.ended",
            "limitation.restarted",
            "limitation.late",
            "court.chosen",
            "court.ruleInForce")) {
      facts.put(flag, FactKind.FLAG);
    }
    facts.put("guarantee.kind", FactKind.CHOICE);
    return facts;
  }

  /** The declarations of all names of conditions; each item of evidence is a flag of its own. */
  public static List<FactType> types(String currency, LoanPolicy.Chain chain) {
    List<FactType> types = new ArrayList<>();
    FACTS.forEach((name, kind) -> types.add(type(name, kind, currency)));
    chain.items().forEach(item -> types.add(type(evidence(item.id()), FactKind.FLAG, currency)));
    return types;
  }

  /** The name of an item of evidence in conditions. */
  static String evidence(String id) {
    return "evidence." + id;
  }

  private static FactType type(String name, FactKind kind, String currency) {
    List<FactType.Option> options =
        kind == FactKind.CHOICE
            ? List.of(option("general"), option("joint"), option("unstated"))
            : List.of();
    return new FactType(
        name,
        kind,
        kind == FactKind.AMOUNT ? currency : "",
        options,
        Optional.empty(),
        Optional.empty(),
        Sensitivity.PERSONAL,
        Optional.empty(),
        Optional.empty());
  }

  private static FactType.Option option(String id) {
    return new FactType.Option(id, new Wording(id, id));
  }
}
