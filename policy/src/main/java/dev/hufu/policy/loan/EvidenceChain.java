package dev.hufu.policy.loan;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.LoanPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the chain of evidence of a loan stands: link by link, and what is missing most.
 *
 * @param had the items that are at hand, in the order of the pack
 */
public record EvidenceChain(List<Link> links, List<Factor> factors, List<LoanPolicy.Evidence> had) {

  /** How strong a link is. */
  public enum Strength {
    MISSING,
    PART,
    FULL
  }

  /**
   * One link; {@code closes} says what would close it.
   *
   * @param items the items of evidence it asks for, in the order of the pack
   * @param factored whether the factors of authenticity count for it
   */
  public record Link(
      String id,
      Wording title,
      Strength strength,
      Wording closes,
      Optional<String> law,
      List<LoanPolicy.Evidence> items,
      boolean factored) {
    public Link {
      items = List.copyOf(items);
    }
  }

  /** One factor of authenticity, and whether somebody looked and it holds. */
  public record Factor(String id, Wording title, boolean held) {}

  public EvidenceChain {
    links = List.copyOf(links);
    factors = List.copyOf(factors);
    had = List.copyOf(had);
  }

  public static EvidenceChain of(LoanReview review) {
    Scope scope = LoanFacts.scope(review);
    LoanPolicy.Chain chain = review.policy().chain();
    return new EvidenceChain(
        chain.links().stream().map(link -> link(link, chain, scope)).toList(),
        chain.factors().stream()
            .map(f -> new Factor(f.id(), f.title(), review.record().factors().contains(f.id())))
            .toList(),
        chain.items().stream()
            .filter(item -> review.record().evidence().contains(item.id()))
            .toList());
  }

  private static Link link(LoanPolicy.Link link, LoanPolicy.Chain chain, Scope scope) {
    Set<String> names = new HashSet<>(link.full().names());
    link.part().ifPresent(part -> names.addAll(part.names()));
    return new Link(
        link.id(),
        link.title(),
        strength(link, scope),
        link.closes(),
        link.law(),
        chain.items().stream()
            .filter(item -> names.contains(LoanNames.evidence(item.id())))
            .toList(),
        names.contains("factors.held"));
  }

  private static Strength strength(LoanPolicy.Link link, Scope scope) {
    if (link.full().evaluate(scope).holds()) {
      return Strength.FULL;
    }
    boolean half = link.part().isPresent() && LoanFacts.holds(link.part(), scope);
    return half ? Strength.PART : Strength.MISSING;
  }

  /** {@code none}, {@code partial} or {@code complete}. */
  public String state() {
    return links.stream().allMatch(link -> link.strength() == Strength.FULL)
        ? "complete"
        : links.stream().allMatch(link -> link.strength() == Strength.MISSING) ? "none" : "partial";
  }

  /** A full link counts two, half a link one; out of twice the links. */
  public int points() {
    return links.stream().mapToInt(link -> link.strength().ordinal()).sum();
  }

  /** The weakest link; of equally weak ones the first in the pack. */
  public Optional<Link> gap() {
    return links.stream()
        .filter(link -> link.strength() != Strength.FULL)
        .min(java.util.Comparator.comparing(Link::strength));
  }
}
