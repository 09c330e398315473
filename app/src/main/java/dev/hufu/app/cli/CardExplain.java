package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.CardExplainer;
import dev.hufu.policy.card.CardInput;
import dev.hufu.policy.card.CardResult;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu card explain --card FILE months=7 newLoans=3 …}: one application, its score line by
 * line, why, and what would change it. Keeps nothing.
 */
@Command(name = "explain", mixinStandardHelpOptions = true)
public final class CardExplain implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--card", paramLabel = "FILE", required = true)
  private Path card = Path.of("-");

  @Option(names = "--without", paramLabel = "CLASS")
  private List<String> without = List.of();

  @Option(names = "--from-most")
  private boolean fromMost;

  @Option(names = "--json")
  private boolean json;

  @Parameters(paramLabel = "NAME=VALUE")
  private Map<String, String> values = new LinkedHashMap<>();

  public CardExplain(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return switch (Cards.read(card).then(this::explained)) {
      case Outcome.Ok<Explained>(var explained) -> {
        if (json) {
          terminal.out().println(json(explained));
        } else {
          print(explained);
        }
        yield ExitCodes.OK;
      }
      case Outcome.Refused<Explained>(Refusal refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  /** A result with the card it is of. */
  private record Explained(Scorecard card, CardResult result) {}

  private Outcome<Explained> explained(Scorecard read) {
    CardScorer scorer = new CardScorer(read);
    CardInput input = new CardInput(scorer);
    long mask = scorer.mask(without);
    ReasonMethod method = fromMost ? ReasonMethod.MAXIMUM : ReasonMethod.NEAR_CUTOFF;
    return input
        .read(name -> values.getOrDefault(name, ""), mask)
        .map(found -> new Explained(read, new CardExplainer(scorer, method).explain(found, mask)));
  }

  private String said(Wording wording) {
    return wording.in(terminal.lang());
  }

  private void print(Explained explained) {
    CardResult result = explained.result();
    terminal.out().println(said(explained.card().title()) + "  " + Bin.number(result.score()));
    explained
        .card()
        .cutoff()
        .ifPresent(
            cutoff ->
                terminal.say(
                    result.passes()
                        ? "到了 " + Bin.number(cutoff) + " 的线"
                        : "没到 " + Bin.number(cutoff) + " 的线：请人看，不直接回绝",
                    result.passes()
                        ? "It reaches the line of " + Bin.number(cutoff)
                        : "Below the line of "
                            + Bin.number(cutoff)
                            + ": a human looks, nothing is refused by the score"));
    for (CardResult.Part part : result.parts()) {
      String bin = part.bin().map(found -> said(found.called())).orElse(said(unseen(part.state())));
      terminal
          .out()
          .println(
              "  %6s  %s  %s"
                  .formatted(Bin.number(part.points()), said(part.characteristic().title()), bin));
    }
    for (CardResult.CardReason reason : result.reasons()) {
      terminal
          .out()
          .println(
              "  %s  %s (%s)"
                  .formatted(reason.code(), said(reason.text()), Bin.number(reason.distance())));
    }
    result
        .changes()
        .forEach(
            change ->
                terminal.say(
                    "  如果%s是「%s」，分数是 %s"
                        .formatted(
                            said(change.characteristic().title()),
                            said(change.to().called()),
                            Bin.number(change.score())),
                    "  With %s at \"%s\" the score is %s"
                        .formatted(
                            said(change.characteristic().title()),
                            said(change.to().called()),
                            Bin.number(change.score()))));
  }

  /** Why a part has no bin. */
  private static Wording unseen(CardResult.State state) {
    return state == CardResult.State.WITHHELD
        ? new Wording("没有同意，不看", "not consented, not looked at")
        : new Wording("不知道，按中间算", "not known, counted as neutral");
  }

  private String json(Explained explained) {
    CardResult result = explained.result();
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("card", explained.card().id()).put("version", explained.card().version());
    answer.put("score", result.score());
    explained.card().cutoff().ifPresent(cutoff -> answer.put("cutoff", cutoff));
    answer.put("passes", result.passes());
    ArrayNode parts = answer.putArray("parts");
    for (CardResult.Part part : result.parts()) {
      ObjectNode one = parts.addObject();
      one.put("id", part.characteristic().id()).put("points", part.points());
      one.put("state", part.state().name().toLowerCase(Locale.ROOT));
      part.bin().ifPresent(bin -> put(one, "bin", bin.called()));
    }
    ArrayNode reasons = answer.putArray("reasons");
    for (CardResult.CardReason reason : result.reasons()) {
      ObjectNode one = reasons.addObject();
      one.put("code", reason.code()).put("distance", reason.distance());
      one.put("changeable", reason.characteristic().changeable());
      put(one, "text", reason.text());
    }
    ArrayNode changes = answer.putArray("changes");
    result.changes().forEach(change -> put(changes.addObject(), change));
    result
        .least()
        .ifPresent(
            least -> {
              ObjectNode together = answer.putObject("together");
              together.put("score", least.score());
              ArrayNode all = together.putArray("changes");
              least.changes().forEach(change -> put(all.addObject(), change));
            });
    return answer.toString();
  }

  private static void put(ObjectNode to, CardResult.Change change) {
    to.put("id", change.characteristic().id()).put("score", change.score());
    put(to, "to", change.to().called());
  }

  private static void put(ObjectNode to, String name, Wording wording) {
    to.putObject(name).put("zh", wording.zh()).put("en", wording.en());
  }
}
