package dev.hufu.app.web;

import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.PackView;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.script.Turn;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a relative is shown: verdict, what to do, how the checks stand. Nothing of the chat, no
 * name, no sum; a sentence of the pack that would tell one is left out whole.
 *
 * @param matterId for the address of the page only; the card itself does not carry it
 * @param script the script it resembles
 * @param next what to do now
 */
public record CardView(
    String matterId,
    Verdict verdict,
    Wording headline,
    Optional<Wording> script,
    Optional<Wording> next,
    List<MethodCheck> checks,
    String asOf) {

  private static final Pattern SUM =
      Pattern.compile(
          "\\d[\\d,，.]*\\s*(元|块|万|yuan|usd|rmb)|[¥￥$]\\s*\\d", Pattern.CASE_INSENSITIVE);

  public CardView {
    checks = List.copyOf(checks);
  }

  static CardView of(MatterView matter, PackView pack) {
    Decision decision = matter.decision();
    Optional<Wording> script =
        decision.scripts().stream()
            .filter(ScriptHit::seen)
            .map(hit -> Optional.ofNullable(pack.scripts().get(hit.script())))
            .flatMap(Optional::stream)
            .findFirst()
            .map(PackView.ScriptText::title);
    return new CardView(
        matter.id(),
        decision.verdict(),
        decision.headline(),
        script,
        Optional.of(decision.next().act()).filter(act -> tellsNothing(act, matter)),
        decision.checks(),
        pack.asOf().toString());
  }

  /** The card in words, for the QR code: it reads without a network and without this server. */
  public String words(Lang lang) {
    Wording start = new Wording("虎符", "Hufu");
    String seen =
        verdict.colour().in(lang) + " · " + verdict.shape().in(lang) + "\n" + headline.in(lang);
    Stream<String> lines =
        Stream.of(
                Optional.of(start.in(lang) + " " + seen),
                script.map(
                    title -> new Wording("很像：", "It looks like: ").in(lang) + title.in(lang)),
                next.map(act -> new Wording("现在：", "Now: ").in(lang) + act.in(lang)),
                Optional.of(new Wording("规则截至 ", "Rules as of ").in(lang) + asOf))
            .flatMap(Optional::stream);
    return lines.collect(Collectors.joining("\n"));
  }

  private static boolean tellsNothing(Wording sentence, MatterView matter) {
    String both = sentence.zh() + " " + sentence.en();
    Stream<String> names = matter.turns().stream().map(Turn::name).flatMap(Optional::stream);
    Stream<String> words =
        matter.answers().entrySet().stream()
            .map(Map.Entry::getValue)
            .filter(value -> !value.matches("[\\x00-\\x7f]*"));
    boolean named =
        Stream.concat(names, words).filter(name -> !name.isBlank()).anyMatch(both::contains);
    return !named && !SUM.matcher(both).find();
  }
}
