package dev.hufu.app.request;

import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.Script;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Challenges;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of a pack is shown to people. */
public final class PackViews {

  private PackViews() {}

  static PackView of(Pack pack) {
    Map<String, Wording> moves = new LinkedHashMap<>();
    for (Cue cue : pack.scripts().cues()) {
      moves.put(cue.id(), cue.move());
    }
    Map<String, PackView.ScriptText> scripts = new LinkedHashMap<>();
    for (Script script : pack.scripts().scripts()) {
      scripts.put(
          script.id(),
          new PackView.ScriptText(script.title(), script.nextMoves(), script.defeats()));
    }
    Challenges challenges =
        pack.challenges().orElse(new Challenges(List.of(), List.of(), List.of()));
    return new PackView(
        pack.ref().id(),
        pack.ref().version(),
        pack.asOf(),
        pack.zone(),
        new TreeMap<>(pack.facts()),
        moves,
        scripts,
        pack.playbook().questions().stream()
            .map(q -> new PackView.AskQuestion(q.id(), q.ask(), q.why()))
            .toList(),
        pack.channels().stream()
            .map(
                channel ->
                    new PackView.Channel(
                        channel.id(),
                        channel.title(),
                        channel.rows().stream()
                            .map(
                                row ->
                                    new PackView.ChannelRow(
                                        row.topic().title(),
                                        row.says(),
                                        row.source(),
                                        row.seenOn(),
                                        row.confidence().certain()))
                            .toList()))
            .toList(),
        new PackView.Challenges(challenges.phrases(), challenges.gestures(), challenges.how()),
        pack.rules().stream().map(rule -> rule(pack, rule)).toList(),
        pack.law().claims().stream()
            .map(
                claim ->
                    new PackView.ClaimText(
                        claim.id(),
                        claim.seed(),
                        claim.says(),
                        claim.found(),
                        ClaimStatus.words(claim.status())))
            .toList(),
        pack.law().entries().values().stream().flatMap(entry -> law(entry).stream()).toList());
  }

  private static Optional<PackView.LawText> law(Law.Entry entry) {
    return entry.reviewBy().map(day -> new PackView.LawText(entry.id(), entry.title(), day));
  }

  private static PackView.RuleText rule(Pack pack, Rule rule) {
    return new PackView.RuleText(
        rule.id(),
        rule.stage(),
        effect(pack, rule),
        rule.seen(),
        rule.why(),
        Optional.of(rule.source()));
  }

  /** What a rule does, in words. */
  public static Wording effect(Pack pack, Rule rule) {
    return switch (rule.effect()) {
      case STOP -> new Wording("停", "stop");
      case WEIGHT -> new Wording("分量 " + rule.weight(), "weight " + rule.weight());
      case NEED -> {
        String fact = rule.need().orElseThrow();
        Wording name =
            Optional.ofNullable(pack.facts().get(fact))
                .flatMap(type -> type.question())
                .orElse(new Wording(fact, fact));
        yield new Wording("要先知道：" + name.zh(), "must be known first: " + name.en());
      }
      case CLEAR -> new Wording("打消疑点", "clears a doubt");
      case NOTE -> new Wording("提醒", "a note");
    };
  }

  /** The same for a rule over events. */
  public static Wording effect(EventRule rule) {
    return switch (rule.effect()) {
      case STOP -> new Wording("停", "stop");
      case WEIGHT -> new Wording("分量 " + rule.weight(), "weight " + rule.weight());
      case CLEAR ->
          new Wording(
              "打消疑点：" + String.join("、", rule.clears()),
              "clears " + String.join(", ", rule.clears()));
      case NEED, NOTE -> new Wording("提醒", "a note");
    };
  }
}
