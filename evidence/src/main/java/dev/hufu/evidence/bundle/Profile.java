package dev.hufu.evidence.bundle;

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
 * <p>Example: {@code Profile.find("police")}. A decision is a kind of item too, by the word {@code
 * decision}.
 */
public enum Profile {
  /** Everything: the contract, the payment, then how it came about. */
  COURT(
      new Wording("证据清单", "List of evidence"),
      List.of(
          "signed",
          "voucher",
          "bill",
          "chat",
          "recording",
          "screenshot",
          "receipt",
          "other",
          "decision")),
  /** What happened and where the money went; contracts last. */
  POLICE(
      new Wording("报案材料清单", "Materials for the police"),
      List.of(
          "voucher",
          "bill",
          "chat",
          "screenshot",
          "recording",
          "other",
          "receipt",
          "signed",
          "decision")),
  /** Three things: the police's receipt, the payment, the contract or chat. */
  INSURER(
      new Wording("理赔材料清单", "Materials for a claim"),
      List.of("receipt", "voucher", "bill", "signed", "chat", "screenshot")),
  /** What customer service of a platform looks at; no contracts, no decisions. */
  PLATFORM(
      new Wording("投诉材料清单", "Materials for a complaint"),
      List.of("screenshot", "chat", "voucher", "bill", "recording", "receipt"));

  /** The kind of an item that is a decision. */
  public static final String DECISION = "decision";

  private final Wording title;
  private final List<String> order;

  Profile(Wording title, List<String> order) {
    this.title = title;
    this.order = order;
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

  /** Where items of a kind stand; empty if they stay out. */
  public Optional<Integer> place(String kind) {
    int at = order.indexOf(kind);
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  public Optional<Integer> place(DocumentKind kind) {
    return place(kind.id());
  }
}
