package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.app.request.RequestCheck;
import dev.hufu.app.request.RequestCheck.Checked;
import dev.hufu.intake.FactsFile;
import dev.hufu.intake.ImageSniffer;
import dev.hufu.intake.TextSniffer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.language.screenshot.RapidLineReader;
import dev.hufu.language.screenshot.ScreenshotReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu ask}: a text, screenshots or facts in, a decision out. Exit code 0 for any verdict, 4
 * where the input was refused.
 */
@Command(name = "ask", mixinStandardHelpOptions = true)
public final class AskCommand implements Callable<Integer> {

  private static final String MATTER = "request";

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "WORDS", arity = "0..*")
  private List<String> words = new ArrayList<>();

  @Option(names = "--text", paramLabel = "FILE")
  private Optional<String> text = Optional.empty();

  @Option(names = "--image", paramLabel = "FILE")
  private List<Path> images = new ArrayList<>();

  @Option(names = "--facts", paramLabel = "FILE")
  private Optional<Path> facts = Optional.empty();

  @Option(names = "--at", paramLabel = "TIME")
  private Optional<String> at = Optional.empty();

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--jurisdiction", paramLabel = "ID", defaultValue = "cn")
  private String jurisdiction = "cn";

  @Option(names = "--json")
  private boolean json;

  public AskCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return switch (moment().then(this::ask)) {
      case Outcome.Ok<Answer>(var answer) -> {
        if (json) {
          terminal.out().println(AskJson.write(answer, terminal.lang()));
        } else {
          AskPage.print(answer, terminal);
        }
        yield ExitCodes.OK;
      }
      case Outcome.Refused<Answer>(var refusal) -> {
        if (json) {
          terminal.out().println(AskJson.write(refusal, terminal.lang()));
        }
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  /** What was decided, on which text, with which pack. */
  record Answer(ReadyPack pack, String chat, Checked checked) {}

  private Outcome<Answer> ask(Instant moment) {
    return Packs.toDecide(
            packs,
            environment,
            head -> head.jurisdiction().equals(jurisdiction) && head.matter().equals(MATTER))
        .then(
            shelf ->
                shelf
                    .find(jurisdiction, MATTER, moment)
                    .then(this::told)
                    .then(told -> decide(shelf, told, moment)));
  }

  /** The moment of {@code --at} counts, else the one that the facts file speaks of, else now. */
  private Outcome<Answer> decide(PackShelf shelf, FactsFile told, Instant moment) {
    Instant when = at.isPresent() ? moment : told.at().orElse(moment);
    return shelf
        .find(jurisdiction, MATTER, when)
        .then(
            pack ->
                chat()
                    .then(
                        chat ->
                            RequestCheck.decide(pack, chat, told.facts(), Facts.NONE, when)
                                .map(checked -> new Answer(pack, chat, checked))));
  }

  private Outcome<Instant> moment() {
    if (at.isEmpty()) {
      return Outcome.of(SystemClock.get().instant());
    }
    try {
      return Outcome.of(OffsetDateTime.parse(at.get()).toInstant());
    } catch (DateTimeException notATime) {
      return Outcome.refused(Code.TIME_NOT_A_TIME, at.get());
    }
  }

  private Outcome<FactsFile> told(ReadyPack pack) {
    if (facts.isEmpty()) {
      return Outcome.of(new FactsFile(Facts.NONE, Optional.empty()));
    }
    Path file = facts.get();
    return bytes(file, Limits.FACT_FILE_BYTES_MAX)
        .then(
            bytes ->
                FactsFile.read(
                    String.valueOf(file.getFileName()), bytes, pack.pack().facts().values()));
  }

  private Outcome<String> chat() {
    return pasted().then(pasted -> pictured().map(pictured -> join(pasted, pictured)));
  }

  private static String join(String pasted, String pictured) {
    return pasted.isBlank() ? pictured : pictured.isBlank() ? pasted : pasted + "\n" + pictured;
  }

  private Outcome<String> pasted() {
    if (text.isEmpty()) {
      return Outcome.of(String.join(" ", words));
    }
    int bytesMax = 4 * Limits.CHAT_CHARS_MAX;
    Outcome<byte[]> bytes =
        text.get().equals("-") ? standardInput(bytesMax) : bytes(Path.of(text.get()), bytesMax);
    return bytes.then(TextSniffer::decode);
  }

  private static Outcome<byte[]> standardInput(int bytesMax) {
    try {
      return Outcome.of(System.in.readNBytes(bytesMax + 1));
    } catch (IOException broken) {
      return Outcome.refused(Code.FILE_UNREADABLE, "-");
    }
  }

  private Outcome<String> pictured() {
    if (images.isEmpty()) {
      return Outcome.of("");
    }
    List<byte[]> files = new ArrayList<>();
    for (Path image : images) {
      switch (bytes(image, Limits.IMAGE_BYTES_MAX)) {
        case Outcome.Ok<byte[]>(var bytes) -> files.add(bytes);
        case Outcome.Refused<byte[]>(var refusal) -> {
          return Outcome.refused(refusal);
        }
      }
    }
    Outcome<List<BufferedImage>> decoded = ImageSniffer.decodeAll(files);
    return decoded
        .then(pictures -> new ScreenshotReader(RapidLineReader.shared()).read(pictures))
        .map(read -> read.chat());
  }

  /** At most one byte more than the limit is read, so that the reader behind can refuse it. */
  private static Outcome<byte[]> bytes(Path file, int bytesMax) {
    try (InputStream in = Files.newInputStream(file)) {
      return Outcome.of(in.readNBytes(bytesMax + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }
}
