package dev.hufu.policy.lender;

import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.paper.Block;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The complaints of an audit, filled in: what to send to the lender itself, to its supervisor, to
 * the police.
 *
 * <p>Example: {@code new ComplaintDrafts(audit, decider).all(Lang.ZH)}.
 */
public final class ComplaintDrafts {

  private final LenderAudit audit;
  private final Decider decider;
  private final Scope scope;

  public ComplaintDrafts(LenderAudit audit, Decider decider) {
    this.audit = audit;
    this.decider = decider;
    this.scope = decider.scope(audit.inputs());
  }

  /** Those whose condition holds, in the order of the pack. */
  public List<Paper> all(Lang lang) {
    return audit.pack().lenders().orElseThrow().drafts().stream()
        .filter(draft -> LenderAudit.holds(draft.when(), scope))
        .map(draft -> write(draft, lang))
        .toList();
  }

  private Paper write(LenderPolicy.Draft draft, Lang lang) {
    List<Block> blocks = new ArrayList<>();
    for (LenderPolicy.Part part : draft.parts()) {
      if (LenderAudit.holds(part.when(), scope)) {
        block(part.content(), lang).ifPresent(blocks::add);
      }
    }
    return new Paper(draft.id(), draft.title().in(lang), lang, blocks);
  }

  private Optional<Block> block(LenderPolicy.Content content, Lang lang) {
    return switch (content) {
      case LenderPolicy.Content.Heading(var text) ->
          Optional.of(new Block.Heading(filled(text, lang)));
      case LenderPolicy.Content.Text(var text, var small) ->
          Optional.of(new Block.Paragraph(spans(filled(text, lang)), small));
      case LenderPolicy.Content.Items(var items) ->
          list(
              items.stream()
                  .filter(item -> LenderAudit.holds(item.when(), scope))
                  .map(item -> filled(item.text(), lang))
                  .toList());
      case LenderPolicy.Content.Made(var kind) -> made(kind, lang);
    };
  }

  private Optional<Block> made(String kind, Lang lang) {
    return switch (kind) {
      case "findings" ->
          list(
              audit.findings().stream()
                  .filter(shown -> shown.finding().effect() != Finding.Effect.CLEAR)
                  .map(shown -> finding(shown, lang))
                  .toList());
      case "evidence" ->
          list(
              audit.findings().stream()
                  .flatMap(shown -> shown.pointers().stream())
                  .flatMap(pointer -> pointer.evidence().stream())
                  .distinct()
                  .toList());
      case "sources" ->
          list(
              audit.findings().stream()
                  .flatMap(shown -> shown.cited().stream())
                  .flatMap(cited -> cited.entry().stream())
                  .distinct()
                  .map(
                      entry ->
                          entry.id()
                              + " "
                              + entry.sources().stream()
                                  .map(Object::toString)
                                  .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; ")))
                  .toList());
      default -> audit.table().map(table -> table(table, lang));
    };
  }

  private static String finding(LenderAudit.Shown shown, Lang lang) {
    String rules =
        shown.cited().stream()
            .filter(cited -> cited.entry().isPresent())
            .map(cited -> cited.source().id())
            .collect(Collectors.joining(" "));
    String words = shown.finding().seen().in(lang);
    String why = shown.finding().why().in(lang);
    String tail = rules.isEmpty() ? "" : lang == Lang.ZH ? "（" + rules + "）" : " (" + rules + ")";
    return words + (lang == Lang.ZH ? "：" : ": ") + why + tail;
  }

  private Block table(CostTable table, Lang lang) {
    LenderPolicy policy = audit.pack().lenders().orElseThrow();
    boolean zh = lang == Lang.ZH;
    List<List<String>> rows = new ArrayList<>();
    for (CostTable.Line line : table.lines()) {
      rows.add(
          List.of(
              policy.word(line.what().id()).in(lang),
              line.sum().toString(),
              line.collectors().isEmpty()
                  ? policy.word("nobody").in(lang)
                  : String.join(zh ? "、" : ", ", line.collectors()),
              line.stated().flatMap(LenderCase.Stated::sum).map(Object::toString).orElse("—"),
              policy.word(line.state().id()).in(lang)));
    }
    return new Block.Table(
        zh
            ? List.of("项目", "实际收取（元）", "谁收的", "表上写的", "对照")
            : List.of("item", "really taken", "by whom", "on the table", "compared"),
        rows);
  }

  private static Optional<Block> list(List<String> lines) {
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Items(true, lines.stream().map(ComplaintDrafts::spans).toList()));
  }

  private static List<Span> spans(String text) {
    return List.of(new Span(Span.Kind.TEXT, text));
  }

  private String filled(Wording text, Lang lang) {
    return decider.fill(text, audit.inputs()).in(lang);
  }
}
