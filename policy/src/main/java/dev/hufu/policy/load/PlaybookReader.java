package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Reply;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Challenges;
import dev.hufu.policy.pack.Channel;
import dev.hufu.policy.pack.Confidence;
import dev.hufu.policy.pack.Playbook;
import dev.hufu.policy.yaml.Branch;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code playbook.yaml}, {@code channels.yaml} and {@code challenges.yaml}. */
final class PlaybookReader {

  private static final int REPLY_CHARS_MAX = 40;

  private final Map<String, FactType> facts;
  private final Conditions conditions;
  private final Problems problems;

  PlaybookReader(Map<String, FactType> facts, Conditions conditions, Problems problems) {
    this.facts = facts;
    this.conditions = conditions;
    this.problems = problems;
  }

  Playbook read(Branch file) {
    List<Playbook.Action> actions = file.list("actions").stream().map(this::action).toList();
    for (Verdict verdict : Verdict.values()) {
      if (actions.stream().noneMatch(a -> a.when().isEmpty() && a.verdicts().contains(verdict))) {
        problems.add(
            file.get("actions"), "no action without when for " + verdict.id() + ": add a last one");
      }
    }
    Map<Verdict, Wording> retain = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      retain.put(verdict, file.get("retainWords").wording(verdict.id()));
    }
    return new Playbook(
        actions,
        file.list("replies").stream().map(this::reply).toList(),
        file.list("questions").stream()
            .map(q -> new Playbook.Question(q.text("id"), q.wording("ask"), q.wording("why")))
            .toList(),
        file.list("keep").stream()
            .map(
                keep ->
                    new Playbook.Keep(
                        keep.text("id"),
                        conditions.find(keep, "when"),
                        keep.wording("what"),
                        keep.wording("why")))
            .toList(),
        retain);
  }

  private Playbook.Action action(Branch branch) {
    branch
        .find("settles")
        .filter(fact -> !facts.containsKey(fact.text()))
        .ifPresent(fact -> problems.add(fact, "no such fact: " + fact.text()));
    return new Playbook.Action(
        branch.text("id"),
        verdicts(branch),
        conditions.find(branch, "when"),
        branch.find("settles").map(Branch::text),
        branch.wording("act"),
        branch.wording("otherwise"));
  }

  private Playbook.ReplyText reply(Branch branch) {
    Wording text = branch.wording("text");
    if (text.zh().length() > REPLY_CHARS_MAX) {
      problems.add(
          branch.get("text").get("zh"),
          "a reply has at most " + REPLY_CHARS_MAX + " characters, not " + text.zh().length());
    }
    return new Playbook.ReplyText(
        branch.text("id"),
        Reply.Strategy.valueOf(branch.text("strategy").toUpperCase(Locale.ROOT)),
        verdicts(branch),
        conditions.find(branch, "when"),
        text,
        branch.wording("note"));
  }

  static List<Channel> channels(Branch file, SourcesReader sources) {
    return file.list("channels").stream()
        .map(
            channel ->
                new Channel(
                    channel.text("id"),
                    channel.wording("title"),
                    channel.list("rows").stream().map(row -> row(row, sources)).toList()))
        .toList();
  }

  private static Channel.Row row(Branch row, SourcesReader sources) {
    return new Channel.Row(
        Channel.Topic.valueOf(row.text("topic").toUpperCase(Locale.ROOT)),
        row.wording("says"),
        sources.read(row.get("source"), false),
        LocalDate.parse(row.text("seenOn")),
        Confidence.valueOf(row.text("confidence").toUpperCase(Locale.ROOT)));
  }

  static Challenges challenges(Branch file) {
    return new Challenges(
        file.list("phrases").stream().map(Branch::wording).toList(),
        file.list("gestures").stream().map(Branch::wording).toList(),
        file.list("how").stream().map(Branch::wording).toList());
  }

  private static Set<Verdict> verdicts(Branch branch) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    branch
        .texts("verdicts")
        .forEach(v -> verdicts.add(Verdict.valueOf(v.toUpperCase(Locale.ROOT))));
    return verdicts;
  }
}
