package dev.hufu.evidence.bundle;

import static dev.hufu.evidence.keep.DocumentKind.BILL;
import static dev.hufu.evidence.keep.DocumentKind.CHAT;
import static dev.hufu.evidence.keep.DocumentKind.DEMAND;
import static dev.hufu.evidence.keep.DocumentKind.IOU_SIGNED;
import static dev.hufu.evidence.keep.DocumentKind.OTHER;
import static dev.hufu.evidence.keep.DocumentKind.RECEIPT;
import static dev.hufu.evidence.keep.DocumentKind.RECORDING;
import static dev.hufu.evidence.keep.DocumentKind.SCREENSHOT;
import static dev.hufu.evidence.keep.DocumentKind.VOUCHER;

import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.kernel.text.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom a bundle is: which kinds go in, and in which order. Each wants other things first, and
 * nobody gets what they have no business with.
 *
 * <p>Example: {@code Profile.find("police")}. What nobody signed is no contract and goes to nobody.
 */
public enum Profile {
  /** Everything: the contract, the payment, then how it came about. */
  COURT(
      new Wording("证据清单", "List of evidence"),
      true,
      IOU_SIGNED,
      VOUCHER,
      BILL,
      CHAT,
      DEMAND,
      RECORDING,
      SCREENSHOT,
      RECEIPT,
      OTHER),
  /** What happened and where the money went; contracts last. */
  POLICE(
      new Wording("报案材料清单", "Materials for the police"),
      true,
      VOUCHER,
      BILL,
      CHAT,
      SCREENSHOT,
      RECORDING,
      OTHER,
      RECEIPT,
      IOU_SIGNED),
  /** Three things: the police's receipt, the payment, the contract or chat. */
  INSURER(
      new Wording("理赔材料清单", "Materials for a claim"),
      false,
      RECEIPT,
      VOUCHER,
      BILL,
      IOU_SIGNED,
      CHAT,
      SCREENSHOT),
  /** What customer service of a platform looks at; no contracts, no decisions. */
  PLATFORM(
      new Wording("投诉材料清单", "Materials for a complaint"),
      false,
      SCREENSHOT,
      CHAT,
      VOUCHER,
      BILL,
      RECORDING,
      RECEIPT);

  /** The kind of an item that is an entry of a loan: a payment, a demand. */
  public static final String LOAN_ENTRY = "loan-entry";

  /** The kind of an item that is a decision. */
  public static final String DECISION = "decision";

  private final Wording title;
  private final boolean decisions;
  private final List<DocumentKind> order;

  Profile(Wording title, boolean decisions, DocumentKind... order) {
    this.title = title;
    this.decisions = decisions;
    this.order = List.of(order);
  }

  public static Optional<Profile> find(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id().equals(id)).findFirst();
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The title of the list. */
  public Wording title() {
    return title;
  }

  /** Where files of a kind stand; empty if they stay out. */
  public Optional<Integer> place(DocumentKind kind) {
    int at = order.indexOf(kind);
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  /** Where entries of the loan stand, behind all files; empty if they stay out. */
  public Optional<Integer> placeOfLoanEntries() {
    return decisions ? Optional.of(order.size()) : Optional.empty();
  }

  /** Where decisions stand, behind all else; empty if they stay out. */
  public Optional<Integer> placeOfDecisions() {
    return decisions ? Optional.of(order.size() + 1) : Optional.empty();
  }
}
