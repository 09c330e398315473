package dev.hufu.app.loan;

import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.policy.loan.LoanReview;
import java.util.List;
import java.util.Optional;

/**
 * The chain of evidence as a picture: links one under the other, each closed, half closed or open,
 * with what is there for it and what closes it. The words in it are its text equivalent.
 *
 * @param gap the weakest link
 */
public record ChainView(
    String matter,
    String state,
    int points,
    int pointsMax,
    Optional<String> gap,
    List<Link> links) {

  /** One link with the items it asks for. */
  public record Link(EvidenceChain.Link link, List<ProofSheet.Item> items, List<Factor> factors) {

    public Link {
      items = List.copyOf(items);
      factors = List.copyOf(factors);
    }

    public boolean full() {
      return link.strength() == EvidenceChain.Strength.FULL;
    }

    public boolean missing() {
      return link.strength() == EvidenceChain.Strength.MISSING;
    }

    /** The glyph of a tally whose halves fit, nearly fit, or do not. */
    public String tally() {
      return full() ? "ok" : missing() ? "no" : "open";
    }

    public List<ProofSheet.Item> there() {
      return items.stream().filter(ProofSheet.Item::counts).toList();
    }

    /** A file is there and nobody has compared the name in it yet. */
    public List<ProofSheet.Item> unnamed() {
      return items.stream().filter(item -> item.how() == ProofSheet.How.UNNAMED).toList();
    }

    public long held() {
      return factors.stream().filter(Factor::held).count();
    }
  }

  /** A factor of authenticity; {@code number} as it is counted in the rules. */
  public record Factor(int number, EvidenceChain.Factor factor) {
    public boolean held() {
      return factor.held();
    }
  }

  public ChainView {
    links = List.copyOf(links);
  }

  public static ChainView of(String matter, LoanReview review, ProofSheet sheet) {
    EvidenceChain chain = EvidenceChain.of(review);
    List<Factor> factors =
        chain.factors().stream()
            .map(factor -> new Factor(chain.factors().indexOf(factor) + 1, factor))
            .toList();
    return new ChainView(
        matter,
        chain.state(),
        chain.points(),
        2 * chain.links().size(),
        chain.gap().map(EvidenceChain.Link::id),
        chain.links().stream()
            .map(
                link ->
                    new Link(
                        link,
                        link.items().stream().map(item -> sheet.item(item.id())).toList(),
                        link.factored() ? factors : List.of()))
            .toList());
  }

  public boolean complete() {
    return state.equals("complete");
  }

  public Optional<Link> weakest() {
    return links.stream()
        .filter(link -> gap.filter(link.link().id()::equals).isPresent())
        .findFirst();
  }

  /** Whether the line above a link leads into a gap. */
  public boolean broken(Link link) {
    return link.missing();
  }
}
