package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Form;
import dev.hufu.policy.paper.Block;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fills in the papers of a case: statement for the police, letter to a bank, complaint.
 *
 * <p>Example: {@code new CasePapers(plan).find("police", Lang.ZH)}.
 */
public final class CasePapers {

  private final CasePlan plan;
  private final Scope scope;
  private final ZoneId zone;

  public CasePapers(CasePlan plan) {
    this.plan = plan;
    this.scope = CaseFacts.scope(plan.pack(), plan.file(), plan.now());
    this.zone = plan.pack().zone();
  }

  /** The papers that go with the plan. */
  public List<Form> forms() {
    return plan.plan().papers().stream()
        .flatMap(id -> Optional.ofNullable(plan.policy().papers().get(id)).stream())
        .toList();
  }

  public Optional<Paper> find(String id, Lang lang) {
    return Optional.ofNullable(plan.policy().papers().get(id)).map(form -> fill(form, lang));
  }

  private Paper fill(Form form, Lang lang) {
    List<Block> blocks = new ArrayList<>();
    for (Form.Part part : form.parts()) {
      if (CasePlan.holds(part.when(), scope)) {
        block(part.content(), lang).ifPresent(blocks::add);
      }
    }
    return new Paper(form.id(), form.title().in(lang), lang, blocks);
  }

  private Optional<Block> block(Form.Content content, Lang lang) {
    return switch (content) {
      case Form.Content.Heading(var text) -> Optional.of(new Block.Heading(text.in(lang)));
      case Form.Content.Text(var text, var small) ->
          Optional.of(new Block.Paragraph(plan.words().spans(text, lang), small));
      case Form.Content.Items(var numbered, var items) ->
          list(
              numbered,
              items.stream()
                  .filter(item -> CasePlan.holds(item.when(), scope))
                  .map(item -> plan.words().spans(item.text(), lang))
                  .toList());
      case Form.Content.Table(var kind, var columns) ->
          table(kind.equals("transfers") ? transfers() : timeline(lang), columns, lang);
      case Form.Content.Made(var kind) ->
          list(
              false,
              (kind.equals("originals") ? originals() : done())
                  .map(each -> List.of(new Span(Span.Kind.TEXT, each.in(lang))))
                  .toList());
      case Form.Content.Signatures(var parties) ->
          Optional.of(
              new Block.Signatures(
                  parties.stream()
                      .map(
                          party ->
                              new Block.Place(
                                  party,
                                  new Wording("签名", "Signed").in(lang),
                                  Optional.ofNullable(plan.file().facts().get("me.name"))))
                      .toList()));
    };
  }

  private static Optional<Block> list(boolean numbered, List<List<Span>> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(numbered, items));
  }

  private static Optional<Block> table(List<List<String>> rows, List<Wording> columns, Lang lang) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Table(columns.stream().map(c -> c.in(lang)).toList(), rows));
  }

  private List<List<String>> transfers() {
    List<List<String>> rows = new ArrayList<>();
    for (CaseFile.Numbered numbered : plan.file().payments()) {
      Payment paid = numbered.payment();
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              paid.at().map(at -> CaseWords.written(at, zone)).orElse(""),
              paid.from().orElse(""),
              paid.payee().orElse(""),
              Stream.of(paid.account().map(CaseWords::grouped), paid.bank())
                  .flatMap(Optional::stream)
                  .reduce((a, b) -> a + " " + b)
                  .orElse(""),
              paid.sum().toString()));
    }
    return rows;
  }

  private record Line(Instant at, String what) {}

  private List<List<String>> timeline(Lang lang) {
    List<Line> lines = new ArrayList<>();
    for (CaseFile.Numbered numbered : plan.file().payments()) {
      Payment paid = numbered.payment();
      paid.at()
          .ifPresent(
              at ->
                  lines.add(
                      new Line(
                          at,
                          new Wording("转出 ", "Sent ").in(lang)
                              + paid.sum()
                              + new Wording(" 元", " yuan").in(lang)
                              + paid.payee().map(name -> " → " + name).orElse(""))));
    }
    for (CaseFile.Happening each : plan.file().happened()) {
      Optional.ofNullable(plan.policy().events().get(each.event()))
          .ifPresent(event -> lines.add(new Line(each.at(), event.title().in(lang))));
    }
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .map(line -> List.of(CaseWords.written(line.at(), zone), line.what()))
        .toList();
  }

  /** What to keep, of all tasks of the plan, each once. */
  public Stream<Wording> originals() {
    return plan.steps().stream().flatMap(step -> step.task().keep().stream()).distinct();
  }

  private Stream<Wording> done() {
    return plan.steps().stream()
        .filter(Step::done)
        .map(
            step ->
                step.task()
                    .title()
                    .map(
                        title ->
                            CaseWords.written(step.doneAt().orElseThrow(), zone) + " " + title));
  }
}
