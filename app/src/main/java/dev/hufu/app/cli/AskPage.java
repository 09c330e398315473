package dev.hufu.app.cli;

import dev.hufu.app.cli.AskCommand.Answer;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Pack;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** A decision for people at a terminal, in the order of the verdict card. */
final class AskPage {

  private final PrintStream out;
  private final Lang lang;

  private AskPage(Terminal terminal) {
    this.out = terminal.out();
    this.lang = terminal.lang();
  }

  static void print(Answer answer, Terminal terminal) {
    new AskPage(terminal).print(answer);
  }

  private void print(Answer answer) {
    Decision decision = answer.checked().decision();
    String kind =
        decision.verdict().colour().in(lang) + " · " + decision.verdict().shape().in(lang);
    out.println(Pens.verdict(decision.verdict(), kind + "  " + decision.headline().in(lang)));
    out.println(decision.summary().in(lang));
    out.println();
    out.println(Pens.bold("→ " + decision.next().act().in(lang)));
    out.println("  " + decision.next().otherwise().in(lang));
    if (!decision.reasons().isEmpty()) {
      title("为什么", "Why");
      int number = 1;
      for (Reason reason : decision.reasons()) {
        out.println(number++ + ". " + Pens.bold(reason.seen().in(lang)));
        out.println("   " + reason.why().in(lang) + "  " + Pens.quiet(sources(reason.sources())));
      }
    }
    notes(decision);
    if (!decision.replies().isEmpty()) {
      title("可以这样回", "What to say");
      decision.replies().forEach(reply -> out.println("「" + reply.text().in(lang) + "」"));
    }
    title("做到哪一步了", "How far you are");
    out.println(
        decision.stages().stream()
            .map(stage -> stage.stage().title().in(lang) + " " + stage.words().in(lang))
            .collect(Collectors.joining("   ")));
    for (MethodCheck check : decision.checks()) {
      out.println(
          "  " + check.title().in(lang) + Pens.quiet("  " + check.state().wording().in(lang)));
    }
    if (!decision.wouldChange().isEmpty()) {
      title("什么会改变这个结论", "What would change this");
      decision
          .wouldChange()
          .forEach(
              change ->
                  out.println(
                      "→ " + change.to().colour().in(lang) + "  " + change.words().in(lang)));
    }
    scripts(answer);
    out.println();
    out.println(
        Pens.quiet(
            new Wording("规则截至 ", "Rules as of ").in(lang)
                + answer.pack().pack().asOf()
                + "  "
                + decision.pack().id()
                + " "
                + decision.pack().version()
                + "  "
                + decision.pack().digest().brief()));
  }

  private void notes(Decision decision) {
    List<Finding> notes =
        decision.findings().stream()
            .filter(finding -> decision.verdict() == Verdict.GREEN)
            .filter(finding -> finding.effect() == Finding.Effect.NOTE)
            .filter(finding -> finding.stage() == Stage.RETAIN)
            .toList();
    if (notes.isEmpty()) {
      return;
    }
    title("借之前要知道的", "Know this before you lend");
    for (Finding note : notes) {
      out.println("- " + Pens.bold(note.seen().in(lang)));
      out.println("  " + note.why().in(lang) + "  " + Pens.quiet(sources(note.sources())));
    }
  }

  private void scripts(Answer answer) {
    Pack pack = answer.pack().pack();
    if (answer.checked().decision().scripts().isEmpty()) {
      return;
    }
    ScriptHit top = answer.checked().decision().scripts().getFirst();
    title("像剧本的地方", "Where it follows a script");
    pack.scripts().scripts().stream()
        .filter(script -> script.id().equals(top.script()))
        .findFirst()
        .ifPresent(
            script -> {
              out.println(script.title().in(lang));
              top.cues()
                  .forEach(
                      cue ->
                          out.println(
                              "  「" + cue.span().of(answer.chat()) + "」 " + move(pack, cue.cue())));
              out.println(
                  new Wording("接下来多半会：", "Likely next: ").in(lang)
                      + script.nextMoves().stream()
                          .map(move -> move.in(lang))
                          .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; ")));
            });
  }

  private String move(Pack pack, String cue) {
    return pack.scripts().cues().stream()
        .filter(each -> each.id().equals(cue))
        .map(each -> Pens.quiet(each.move().in(lang)))
        .findFirst()
        .orElse("");
  }

  private String sources(List<Source> sources) {
    return sources.stream()
        .map(source -> "[" + source.id() + ", " + kind(source) + "]")
        .collect(Collectors.joining(" "));
  }

  private String kind(Source source) {
    return source.kind().wording().in(lang);
  }

  private void title(String zh, String en) {
    out.println();
    out.println(Pens.quiet("── " + new Wording(zh, en).in(lang)));
  }
}
