package dev.hufu.policy.lender;

import dev.hufu.kernel.matter.FactKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of what is reckoned about a lender, and the words that tables need. A pack declares
 * those it reads; a name it does not declare is left out.
 */
public final class LenderNames {

  /** Labels of the cost table and its states. */
  public static final Set<String> WORDS =
      Set.of(
          "interest",
          "guarantee",
          "insurance",
          "service",
          "membership",
          "overdue",
          "prepayment",
          "other",
          "all-in",
          "principal",
          "matches",
          "differs",
          "missing",
          "not-taken",
          "no-collector",
          "other-collector",
          "not-stated",
          "deducted",
          "within_payments",
          "beside",
          "nobody");

  /** What the name of the English words of a fact ends with. */
  static final String ENGLISH = "En";

  private static final Map<String, FactKind> KINDS = kinds();

  private LenderNames() {}

  /** The kind in which a reckoned fact comes out; none for a fact that is only told. */
  public static Optional<FactKind> kind(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }

  private static Map<String, FactKind> kinds() {
    Map<String, FactKind> kinds = new TreeMap<>();
    put(
        kinds,
        FactKind.AMOUNT,
        "loan.promised loan.received loan.upfront loan.paid loan.cost loan.perThousand"
            + " loan.instalment loan.statedInstalment loan.scheduleGap loan.demanded fee.paid"
            + " fee.asked table.missingSum charges.total charges.sameBaseSum offers.limitGap");
    put(
        kinds,
        FactKind.RATE,
        "loan.statedRate loan.nominal loan.effective loan.rateGap loan.effectiveGap"
            + " loan.upfrontShare loan.cap table.statedRate table.rateGap offers.gap offers.ratio"
            + " offers.chance offers.mineGap");
    put(
        kinds,
        FactKind.COUNT,
        "loan.instalments loan.days table.missing table.noCollector table.differs charges.sameBase"
            + " charges.parties app.permissions app.beyond app.severe app.unknown data.beyond"
            + " data.severe data.given data.emergency fee.count fee.paidCount offers.count"
            + " offers.mine collection.contacts collection.quiet collection.dayMost"
            + " collection.thirdParty collection.threats collection.parties steps.all"
            + " steps.unconfirmed steps.noCooling steps.noChapter");
    put(
        kinds,
        FactKind.FLAG,
        "licence.claimed licence.codeInvalid loan.priceUnclear loan.capAssumed table.given"
            + " app.looked app.contacts data.contacts fee.unfreeze fee.toPerson collection.logged");
    put(kinds, FactKind.CHOICE, "licence.state money.from contract.with offers.state");
    put(kinds, FactKind.DAY, "loan.signedOn loan.drawn licence.listDay licence.until fee.last");
    put(kinds, FactKind.ELAPSED, "data.retention steps.coolingLeast");
    put(
        kinds,
        FactKind.WORDS,
        "lender.name lender.payer lender.party licence.listName licence.listSource"
            + " licence.listedName fee.words collection.dayMostDay collection.threatWords"
            + " steps.words");
    for (String both :
        List.of(
            "table.missingWords",
            "table.noCollectorWords",
            "charges.sameBaseWords",
            "charges.words",
            "app.beyondWords",
            "data.beyondWords",
            "data.givenWords")) {
      put(kinds, FactKind.WORDS, both + " " + both + ENGLISH);
    }
    return kinds;
  }

  private static void put(Map<String, FactKind> kinds, FactKind kind, String names) {
    for (String name : names.split(" ")) {
      kinds.put(name, kind);
    }
  }
}
