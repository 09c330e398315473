package dev.hufu.policy.lender;

import dev.hufu.kernel.lender.LicenceClaim;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody knows of a lender and its loan. Everything may be missing; what is missing is not
 * known, and no default stands in for it. Written as a file in {@code
 * docs/reference/lender-file.md}.
 *
 * <p>Example: {@code LenderFile.read("lender.yaml", text).orThrow().told()}.
 *
 * @param answers facts told by their names in the pack, as written
 * @param permissions of the lender's app; empty where nobody looked
 * @param chat what was said, as pasted
 */
public record LenderCase(
    Lender lender,
    Optional<Deal> deal,
    Optional<SignedTable> table,
    List<Taken> charges,
    List<Fee> fees,
    Optional<List<String>> permissions,
    Data data,
    List<Offer> offers,
    Optional<List<Contact>> collection,
    List<Step> steps,
    Map<String, String> answers,
    String chat) {

  public LenderCase {
    charges = List.copyOf(charges);
    fees = List.copyOf(fees);
    permissions = permissions.map(List::copyOf);
    offers = List.copyOf(offers);
    collection = collection.map(List::copyOf);
    steps = List.copyOf(steps);
    answers = Map.copyOf(answers);
  }

  /** Nothing known. */
  public static final LenderCase EMPTY =
      new LenderCase(
          new Lender(
              new LicenceClaim(Optional.empty(), Optional.empty(), Optional.empty()),
              false,
              Optional.empty(),
              Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          new Data(List.of(), List.of(), Optional.empty(), Optional.empty()),
          List.of(),
          Optional.empty(),
          List.of(),
          Map.of(),
          "");

  /** The same with the permissions of an app that was looked into. */
  public LenderCase withPermissions(List<String> found) {
    return new LenderCase(
        lender,
        deal,
        table,
        charges,
        fees,
        Optional.of(found),
        data,
        offers,
        collection,
        steps,
        answers,
        chat);
  }

  /**
   * Who lends.
   *
   * @param claim what it says of its licence
   * @param claims whether it says to have one
   * @param payer who sent the money
   * @param contractParty whom the contract names as the lender
   */
  public record Lender(
      LicenceClaim claim, boolean claims, Optional<String> payer, Optional<String> contractParty) {}

  /**
   * The loan.
   *
   * @param promised the sum on the contract
   * @param received what arrived
   * @param payments what was or is to be paid, in order
   * @param rate percent a year as the contract states it
   * @param method how the contract says it is paid back, if it does
   * @param demanded what is asked for beyond
   */
  public record Deal(
      Optional<LocalDate> signedOn,
      Optional<Fen> promised,
      Fen received,
      LocalDate drawn,
      List<Movement> payments,
      Optional<BigDecimal> rate,
      Method method,
      Optional<Fen> demanded) {

    public Deal {
      payments = List.copyOf(payments);
    }

    /** What was paid in all. */
    public Fen paid() {
      return payments.stream().map(Movement::sum).reduce(Fen.ZERO, Fen::plus);
    }
  }

  /** How a contract says it is paid back. */
  public enum Method {
    EQUAL_PAYMENT,
    EQUAL_PRINCIPAL,
    INTEREST_FIRST,
    AT_END,
    OTHER
  }

  /** What a charge is called. */
  public enum What {
    INTEREST,
    GUARANTEE,
    INSURANCE,
    SERVICE,
    MEMBERSHIP,
    OVERDUE,
    PREPAYMENT,
    OTHER;

    /** As files and packs write it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** When a charge was taken. */
  public enum When {
    /** Kept back from what was promised. */
    DEDUCTED,
    /** A part of the payments. */
    WITHIN_PAYMENTS,
    /** Paid beside them. */
    BESIDE
  }

  /**
   * A charge that was really taken.
   *
   * @param base what it was reckoned on, in words, such as 本金
   * @param day when it was paid, if beside the payments
   * @param evidence where it is to be seen, in words
   */
  public record Taken(
      What what,
      Fen sum,
      Optional<String> collector,
      Optional<String> base,
      When when,
      Optional<LocalDate> day,
      Optional<String> evidence) {}

  /** The cost table as it was signed. */
  public record SignedTable(
      Optional<BigDecimal> rate,
      Optional<BigDecimal> defaultRate,
      List<Stated> items,
      Optional<String> evidence) {

    public SignedTable {
      items = List.copyOf(items);
    }
  }

  /** A line of the signed table; a sum or a rate, or only words. */
  public record Stated(
      What what,
      Optional<Fen> sum,
      Optional<BigDecimal> rate,
      Optional<String> how,
      Optional<String> collector) {}

  /**
   * Money asked for before the loan was there.
   *
   * @param unfreeze whether it was to unlock, to verify or to mend something
   * @param toPerson whether the payee is a private account, if known
   */
  public record Fee(
      Optional<LocalDate> day,
      String called,
      Fen sum,
      boolean paid,
      boolean unfreeze,
      Optional<Boolean> toPerson,
      Optional<String> evidence) {}

  /**
   * Personal data asked for and given, by the ids of the pack's necessity list.
   *
   * @param emergencyContacts how many were asked for
   * @param retentionDays how long they say they keep them
   */
  public record Data(
      List<String> asked,
      List<String> given,
      Optional<Integer> emergencyContacts,
      Optional<Integer> retentionDays) {

    public Data {
      asked = List.copyOf(asked);
      given = List.copyOf(given);
    }
  }

  /**
   * An offer made to somebody.
   *
   * @param band the lender's own class of risk; only offers of one band are compared
   * @param group what may tell two applicants apart: a channel, a phone, a district
   * @param mine whether it was made to the person who asks
   */
  public record Offer(
      String band, String group, BigDecimal rate, Optional<Fen> limit, boolean mine) {}

  /** Whom a collector reached. */
  public enum Reached {
    DEBTOR,
    THIRD_PARTY
  }

  /**
   * One contact of a collector.
   *
   * @param at with its offset: the hour on the debtor's clock
   * @param by the lender, an agency, a number
   * @param text what was said or written, if known
   */
  public record Contact(
      OffsetDateTime at,
      String by,
      Reached reached,
      Optional<String> text,
      Optional<String> evidence) {}

  /**
   * A step that touches contacts or friends: sharing, inviting, naming somebody.
   *
   * @param confirmedTwice whether it asked a second time
   * @param cooling how long one could still take it back
   * @param ownChapter whether a separate chapter of the contract speaks of it
   */
  public record Step(
      String what, boolean confirmedTwice, Optional<Duration> cooling, boolean ownChapter) {}
}
