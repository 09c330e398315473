package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.learn.card.pmml.PmmlReader;
import dev.hufu.learn.card.pmml.PmmlWriter;
import dev.hufu.policy.card.CardWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu card pmml export|import --in FILE --out FILE}: a card as PMML, and PMML as a card.
 * What the other side cannot say is refused; nothing is converted by halves.
 */
@Command(name = "pmml", mixinStandardHelpOptions = true)
public final class CardPmml implements Callable<Integer> {

  /** Which way. */
  enum Way {
    EXPORT,
    IMPORT
  }

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "export|import")
  private Way way = Way.EXPORT;

  @Option(names = "--in", paramLabel = "FILE", required = true)
  private Path in = Path.of("-");

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("-");

  public CardPmml(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Outcome<String> text =
        switch (way) {
          case EXPORT -> Cards.read(in).then(PmmlWriter::write);
          case IMPORT -> bytes().then(PmmlReader::read).map(CardWriter::yaml);
        };
    return switch (text) {
      case Outcome.Ok<String>(var written) -> write(written);
      case Outcome.Refused<String>(Refusal refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<byte[]> bytes() {
    try (InputStream stream = Files.newInputStream(in)) {
      return Outcome.of(stream.readNBytes(Limits.CARD_PMML_BYTES_MAX + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(in.getFileName()));
    }
  }

  private int write(String text) {
    try {
      WholeFile.write(out, text);
      return ExitCodes.OK;
    } catch (IOException full) {
      terminal.refuse(Refusal.of(Code.FILE_UNREADABLE, String.valueOf(out.getFileName())));
      return ExitCodes.ENVIRONMENT;
    }
  }
}
