package dev.hufu.app.loan;

import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.store.KeptDocument;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is at hand to prove a loan: each item of the pack's chain, and how it is there. What lies in
 * a kept file is stronger than what somebody says to have; a voucher counts only once the full name
 * in it was compared with the borrower's.
 *
 * <p>Example: {@code ProofSheet.of(policy.chain(), given).ids()} is the evidence of a review.
 */
public record ProofSheet(List<Item> items, Set<String> factors) {

  private static final String SIGNED = "signedIou";
  private static final String AS_AGREED = "keptAsAgreed";

  /** How an item is there. */
  public enum How {
    /** In files of the matter, or as the IOU that all signed here. */
    KEPT,
    /** Somebody says to have it. */
    SAID,
    /** A file is there, and the name in it was not compared, or is another. */
    UNNAMED,
    MISSING
  }

  /** One item; {@code titles} of the files that are it. */
  public record Item(LoanPolicy.Evidence evidence, How how, List<String> titles) {
    public Item {
      titles = List.copyOf(titles);
    }

    public boolean counts() {
      return how == How.KEPT || how == How.SAID;
    }

    public Wording title() {
      return evidence.title();
    }
  }

  /**
   * What the sheet is made of.
   *
   * @param signed whether the IOU is signed by all
   * @param said items and factors that were ticked: fields {@code items}, {@code factors}, and the
   *     full name in the voucher as {@code voucherName}
   * @param borrower full name
   */
  public record Given(
      boolean signed, List<KeptDocument> files, LoanFields said, Optional<String> borrower) {

    public Given {
      files = List.copyOf(files);
    }

    Set<String> ticked(String field) {
      return new HashSet<>(List.of(said.get(field).split(" ")));
    }

    boolean named() {
      String typed = plain(said.get("voucherName"));
      return !typed.isEmpty() && borrower.map(Given::plain).filter(typed::equals).isPresent();
    }

    private static String plain(String name) {
      return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·•]", "");
    }
  }

  public ProofSheet {
    items = List.copyOf(items);
    factors = Set.copyOf(factors);
  }

  public static ProofSheet of(LoanPolicy.Chain chain, Given given) {
    Set<String> ticked = given.ticked("items");
    List<Item> items = new ArrayList<>();
    for (LoanPolicy.Evidence evidence : chain.items()) {
      List<String> titles = titles(evidence, given);
      items.add(new Item(evidence, how(evidence, titles, ticked, given), titles));
    }
    Set<String> factors = given.ticked("factors");
    return new ProofSheet(
        items,
        chain.factors().stream()
            .map(LoanPolicy.Factor::id)
            .filter(factors::contains)
            .collect(Collectors.toSet()));
  }

  private static List<String> titles(LoanPolicy.Evidence evidence, Given given) {
    return switch (evidence.id()) {
      case SIGNED -> given.signed() ? titles(given, List.of(DocumentKind.IOU_SIGNED.id())) : none();
      case AS_AGREED -> given.signed() ? titles(given, List.of(DocumentKind.CHAT.id())) : none();
      default -> titles(given, evidence.files());
    };
  }

  private static List<String> none() {
    return List.of();
  }

  private static List<String> titles(Given given, List<String> kinds) {
    return given.files().stream()
        .filter(file -> kinds.contains(file.statement().kind().id()))
        .map(file -> file.statement().title())
        .distinct()
        .toList();
  }

  private static How how(
      LoanPolicy.Evidence evidence, List<String> titles, Set<String> ticked, Given given) {
    if (!titles.isEmpty()) {
      return evidence.named() && !given.named() ? How.UNNAMED : How.KEPT;
    }
    boolean said = ticked.contains(evidence.id()) && !evidence.id().equals(SIGNED);
    return said && (!evidence.named() || given.named()) ? How.SAID : How.MISSING;
  }

  /** The items that count, as a review wants them. */
  public Set<String> ids() {
    return items.stream()
        .filter(Item::counts)
        .map(item -> item.evidence().id())
        .collect(Collectors.toSet());
  }

  public Item item(String id) {
    return items.stream().filter(item -> item.evidence().id().equals(id)).findFirst().orElseThrow();
  }
}
