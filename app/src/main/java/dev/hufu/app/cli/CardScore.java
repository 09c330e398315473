package dev.hufu.app.cli;

import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.learn.card.CardSheet;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.policy.card.ReasonMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu card score --card FILE --in FILE.csv --out FILE.csv}: a score and its reasons for
 * every line. The output appears whole or not at all; lines that cannot be scored are told.
 */
@Command(name = "score", mixinStandardHelpOptions = true)
public final class CardScore implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--card", paramLabel = "FILE", required = true)
  private Path card = Path.of("-");

  @Option(names = "--in", paramLabel = "FILE", required = true)
  private Path in = Path.of("-");

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("-");

  @Option(names = "--id", paramLabel = "COLUMN")
  private Optional<String> id = Optional.empty();

  @Option(names = "--without", paramLabel = "CLASS")
  private List<String> without = List.of();

  @Option(names = "--from-most")
  private boolean fromMost;

  @Option(names = "--json")
  private boolean json;

  public CardScore(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path half = out.resolveSibling(out.getFileName() + ".part");
    ReasonMethod method = fromMost ? ReasonMethod.MAXIMUM : ReasonMethod.NEAR_CUTOFF;
    CardSheet.Options options = new CardSheet.Options(id, without, method);
    Outcome<CardSheet.Sheet> sheet =
        Cards.read(card)
            .then(
                read ->
                    CardSheet.score(
                        read, FrameFormat.CSV, in, half, options, new TerminalSteps(terminal)));
    return switch (sheet) {
      case Outcome.Ok<CardSheet.Sheet>(var done) -> {
        Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
        yield told(done);
      }
      case Outcome.Refused<CardSheet.Sheet>(var refusal) -> {
        Files.deleteIfExists(half);
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private int told(CardSheet.Sheet sheet) {
    sheet.scored().first().forEach(terminal::refuse);
    if (json) {
      terminal.out().println(json(sheet));
      return sheet.scored().refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
    }
    sheet
        .unseen()
        .forEach(
            (feature, count) ->
                terminal.say(
                    "%s：%,d 行的词卡上没有，按「别的」算".formatted(feature, count),
                    "%s: %,d lines hold a word that is not on the card".formatted(feature, count)));
    terminal.say(
        "打了 %,d 个分，%,d 行没有分，%.1f 秒，写在 %s"
            .formatted(
                sheet.scored().rows(), sheet.scored().refused(), sheet.scored().seconds(), out),
        "%,d lines scored, %,d have no score, %.1f s, written to %s"
            .formatted(
                sheet.scored().rows(), sheet.scored().refused(), sheet.scored().seconds(), out));
    return sheet.scored().refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
  }

  private String json(CardSheet.Sheet sheet) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("out", out.toString()).put("rows", sheet.scored().rows());
    answer.put("refused", sheet.scored().refused()).put("seconds", sheet.scored().seconds());
    ObjectNode unseen = answer.putObject("unseenWords");
    sheet.unseen().forEach((feature, count) -> unseen.put(feature, count));
    return answer.toString();
  }
}
