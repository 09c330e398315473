package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Reply;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to do, say, ask and keep. */
public record Playbook(
    List<Action> actions,
    List<ReplyText> replies,
    List<Question> questions,
    List<Keep> keep,
    Map<Verdict, Wording> retainWords) {

  public static final Playbook EMPTY =
      new Playbook(List.of(), List.of(), List.of(), List.of(), Map.of());

  /** A candidate for the one next action. */
  public record Action(
      String id,
      Set<Verdict> verdicts,
      Optional<Expression> when,
      Optional<String> settles,
      Wording act,
      Wording otherwise) {}

  /** A sentence ready to send. */
  public record ReplyText(
      String id,
      Reply.Strategy strategy,
      Set<Verdict> verdicts,
      Optional<Expression> when,
      Wording text,
      Wording note) {}

  /** A question to ask the borrower: who, why, when, where, how, how much. */
  public record Question(String id, Wording ask, Wording why) {}

  /** Something to keep as evidence. */
  public record Keep(String id, Optional<Expression> when, Wording what, Wording why) {}
}
