package dev.hufu.policy.trial;

import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.Script;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.Playbook;
import dev.hufu.policy.pack.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What differs between two versions of a pack, part by part, in the order facts, rules, matrix,
 * cues, scripts, actions, replies, law, and what a pack over events has.
 *
 * <p>Example: {@code PackDiff.between(before, after)} gives {@code ~ rule rq-amount-pair: weight
 * 0.3 → 0.45}.
 */
public final class PackDiff {

  /** How a part changed. */
  public enum Kind {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }
  }

  /** One part that differs. */
  public record Change(Kind kind, String part, String id, String detail) {

    @Override
    public String toString() {
      return kind.sign + " " + part + " " + id + (detail.isEmpty() ? "" : ": " + detail);
    }
  }

  private PackDiff() {}

  public static List<Change> between(Pack before, Pack after) {
    List<Change> changes = new ArrayList<>();
    compare("fact", before.facts().values(), after.facts().values(), FactType::name, changes);
    compareRules(before.rules(), after.rules(), changes);
    if (!matrix(before).equals(matrix(after))) {
      changes.add(
          new Change(Kind.CHANGED, "matrix", "matrix", matrix(before) + " → " + matrix(after)));
    }
    compare("cue", before.scripts().cues(), after.scripts().cues(), Cue::id, changes);
    compare("script", before.scripts().scripts(), after.scripts().scripts(), Script::id, changes);
    compare(
        "action",
        before.playbook().actions().stream().map(PackDiff::plain).toList(),
        after.playbook().actions().stream().map(PackDiff::plain).toList(),
        Plain::id,
        changes);
    compare(
        "reply",
        before.playbook().replies().stream().map(PackDiff::plain).toList(),
        after.playbook().replies().stream().map(PackDiff::plain).toList(),
        Plain::id,
        changes);
    compare(
        "law",
        before.law().entries().values(),
        after.law().entries().values(),
        Law.Entry::id,
        changes);
    EventDiff.compare(before.events(), after.events(), changes);
    return changes;
  }

  /** A part whose conditions are compared as their authors wrote them. */
  private record Plain(String id, String text) {}

  private static Plain plain(Playbook.Action action) {
    return new Plain(
        action.id(), action.verdicts() + " " + action.when() + " " + action.act().zh());
  }

  private static Plain plain(Playbook.ReplyText reply) {
    return new Plain(reply.id(), reply.verdicts() + " " + reply.when() + " " + reply.text().zh());
  }

  private static String matrix(Pack pack) {
    return pack.matrix()
        .map(
            matrix ->
                "green < "
                    + matrix.greenBelow()
                    + ", red ≥ "
                    + matrix.redFrom()
                    + ", strengths "
                    + matrix.methods().stream().map(m -> m.id() + "=" + m.strength()).toList()
                    + ", required "
                    + matrix.required())
        .orElse("none");
  }

  private static void compareRules(List<Rule> before, List<Rule> after, List<Change> changes) {
    Map<String, Rule> old = index(before, Rule::id);
    Map<String, Rule> now = index(after, Rule::id);
    for (String id : union(old, now)) {
      Rule was = old.get(id);
      Rule is = now.get(id);
      if (was == null) {
        changes.add(new Change(Kind.ADDED, "rule", id, ""));
      } else if (is == null) {
        changes.add(new Change(Kind.REMOVED, "rule", id, ""));
      } else {
        List<String> details = new ArrayList<>();
        detail("when", was.when().source(), is.when().source(), details);
        detail("effect", was.effect(), is.effect(), details);
        detail("weight", was.weight(), is.weight(), details);
        detail("need", was.need(), is.need(), details);
        detail("clears", was.clears(), is.clears(), details);
        detail("stage", was.stage(), is.stage(), details);
        detail("rank", was.rank(), is.rank(), details);
        detail("seen", was.seen().zh(), is.seen().zh(), details);
        detail("why", was.why().zh(), is.why().zh(), details);
        detail("source", was.source(), is.source(), details);
        if (!details.isEmpty()) {
          changes.add(new Change(Kind.CHANGED, "rule", id, String.join(", ", details)));
        }
      }
    }
  }

  static void detail(String name, Object was, Object is, List<String> details) {
    if (!was.equals(is)) {
      details.add(name + " " + was + " → " + is);
    }
  }

  static <T> void compare(
      String part,
      Collection<T> before,
      Collection<T> after,
      Function<T, String> id,
      List<Change> changes) {
    Map<String, T> old = index(before, id);
    Map<String, T> now = index(after, id);
    for (String key : union(old, now)) {
      T was = old.get(key);
      T is = now.get(key);
      if (was == null) {
        changes.add(new Change(Kind.ADDED, part, key, ""));
      } else if (is == null) {
        changes.add(new Change(Kind.REMOVED, part, key, ""));
      } else if (!was.equals(is)) {
        changes.add(new Change(Kind.CHANGED, part, key, ""));
      }
    }
  }

  private static <T> Map<String, T> index(Collection<T> items, Function<T, String> id) {
    Map<String, T> index = new LinkedHashMap<>();
    items.forEach(item -> index.put(id.apply(item), item));
    return index;
  }

  static TreeSet<String> union(Map<String, ?> left, Map<String, ?> right) {
    TreeSet<String> all = new TreeSet<>(left.keySet());
    all.addAll(right.keySet());
    return all;
  }
}
