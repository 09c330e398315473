package dev.hufu.app.lender;

import dev.hufu.app.web.Problem;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page of a lender: the form as it was filled in, and what was found.
 *
 * @param audit empty before anything was asked
 * @param drafts complaints in the language of the page
 */
public record LenderView(
    Pack pack,
    Map<String, String[]> typed,
    List<Problem> problems,
    Optional<LenderAudit> audit,
    List<Paper> drafts) {

  public LenderView {
    problems = List.copyOf(problems);
    drafts = List.copyOf(drafts);
  }

  public String typed(String field) {
    String[] values = typed.get(field);
    return values == null || values.length == 0 ? "" : values[0];
  }

  public boolean ticked(String field, String value) {
    String[] values = typed.get(field);
    return values != null && List.of(values).contains(value);
  }

  public boolean wrong(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(LenderForm.ID + field));
  }

  public LenderPolicy policy() {
    return pack.lenders().orElseThrow();
  }

  public List<Pack.Ask> asks(String group) {
    return pack.asks().stream().filter(ask -> ask.group().equals(group)).toList();
  }

  public FactType type(Pack.Ask ask) {
    return Objects.requireNonNull(pack.facts().get(ask.fact()), ask.fact());
  }

  /** The answers offered: those of the pack, or yes and no. */
  public List<FactType.Option> options(FactType type) {
    return type.kind() == FactKind.FLAG
        ? List.of(
            new FactType.Option("true", new Wording("是", "Yes")),
            new FactType.Option("false", new Wording("不是", "No")))
        : type.options();
  }

  public Optional<Price.Known> known() {
    return audit
        .flatMap(LenderAudit::figures)
        .flatMap(
            figures ->
                figures.price() instanceof Price.Known known
                    ? Optional.of(known)
                    : Optional.empty());
  }

  /** Findings that weigh, then those that only tell. */
  public List<LenderAudit.Shown> findings(boolean weighing) {
    return audit.orElseThrow().findings().stream()
        .filter(shown -> (shown.finding().effect() != Finding.Effect.NOTE) == weighing)
        .toList();
  }

  /** The picture beside a finding. */
  public static String tally(Finding finding) {
    return switch (finding.effect()) {
      case STOP, WEIGHT -> "no";
      case NEED, NOTE -> "open";
      case CLEAR -> "ok";
    };
  }

  /** Where a finding is to be seen, in one line. */
  public static String places(LenderAudit.Shown shown) {
    return String.join(
        "；", shown.pointers().stream().flatMap(p -> p.evidence().stream()).distinct().toList());
  }

  public static String text(Paper paper) {
    return PaperText.write(paper);
  }
}
