package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.intake.NdjsonTexts;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.language.learned.LearnedDetector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu screen}: one score a text, in the order of the file, in constant memory. The output
 * appears whole or not at all; lines that cannot be read are told and counted.
 */
@Command(name = "screen", mixinStandardHelpOptions = true)
public final class ScreenCommand implements Callable<Integer> {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--in", paramLabel = "FILE", required = true)
  private Path in = Path.of("-");

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("-");

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--pack", paramLabel = "ID", defaultValue = "cn/request")
  private String pack = "cn/request";

  @Option(names = "--json")
  private boolean json;

  public ScreenCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** How many lines were read and refused, and how long it took. */
  private record Tally(int read, int refused, double seconds) {}

  @Override
  public Integer call() {
    Outcome<Tally> done =
        Packs.toDecide(packs, environment, head -> head.id().equals(pack))
            .then(shelf -> shelf.find(pack))
            .map(ReadyPack::pack)
            .then(found -> LearnedDetector.standard(found.scripts()))
            .then(this::screen);
    return switch (done) {
      case Outcome.Ok<Tally>(var tally) -> {
        long rate = Math.round(tally.read() / Math.max(tally.seconds(), 1e-9));
        if (json) {
          terminal.out().println(written(tally, rate));
          yield tally.refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
        }
        terminal.say(
            "读了 %d 条，看不懂 %d 行，%.2f 秒，每秒 %d 条"
                .formatted(tally.read(), tally.refused(), tally.seconds(), rate),
            "%d texts read, %d lines refused, %.2f s, %d texts a second"
                .formatted(tally.read(), tally.refused(), tally.seconds(), rate));
        yield tally.refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
      }
      case Outcome.Refused<Tally>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Tally> screen(ScriptDetector detector) {
    Path half = out.resolveSibling(out.getFileName() + ".part");
    try (InputStream stream = watched();
        NdjsonTexts rows = new NdjsonTexts(String.valueOf(in.getFileName()), stream)) {
      Tally tally;
      try (BufferedWriter to = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
        tally = screen(detector, rows, to);
      }
      Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
      return Outcome.of(tally);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private Tally screen(ScriptDetector detector, NdjsonTexts rows, BufferedWriter to)
      throws IOException {
    int read = 0;
    int refused = 0;
    long start = System.nanoTime();
    Optional<NdjsonTexts.Row> row = rows.next();
    while (row.isPresent()) {
      switch (row.get()) {
        case NdjsonTexts.Text text -> {
          write(to, text, detector.detect(text.text()));
          read++;
        }
        case NdjsonTexts.Broken(int line, Optional<String> id, Refusal refusal) -> {
          terminal.refuse(refusal);
          refused++;
        }
      }
      row = rows.next();
    }
    return new Tally(read, refused, (System.nanoTime() - start) / 1e9);
  }

  private static ObjectNode written(Tally tally, long rate) {
    return MAPPER
        .createObjectNode()
        .put("read", tally.read())
        .put("refused", tally.refused())
        .put("seconds", tally.seconds())
        .put("perSecond", rate);
  }

  /** The file's bytes with a bar that follows them, where somebody watches; else without. */
  private InputStream watched() throws IOException {
    InputStream bytes = Files.newInputStream(in);
    if (json || !Ansi.AUTO.enabled()) {
      return bytes;
    }
    return ProgressBar.wrap(
        bytes,
        new ProgressBarBuilder()
            .setTaskName("screen")
            .setInitialMax(Files.size(in))
            .setUnit(" MB", 1_000_000)
            .setStyle(ProgressBarStyle.ASCII));
  }

  private static void write(BufferedWriter to, NdjsonTexts.Text text, Detection found)
      throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", text.id());
    json.put("score", found.score());
    Optional<ScriptHit> top = found.scripts().stream().findFirst();
    json.put("script", top.map(ScriptHit::script).orElse(null));
    ArrayNode spans = json.putArray("spans");
    for (CueHit cue : told(found)) {
      spans
          .addObject()
          .put("cue", cue.cue())
          .put("start", cue.span().start())
          .put("end", cue.span().end());
    }
    to.write(json.toString());
    to.write('\n');
  }

  /** The cues of the best script, or all where there is none; and what moved the learned score. */
  private static List<CueHit> told(Detection found) {
    List<CueHit> best =
        found.scripts().stream().findFirst().map(ScriptHit::cues).orElse(found.cues());
    return found.cues().stream()
        .filter(hit -> hit.cue().equals(LearnedDetector.LEARNED) || best.contains(hit))
        .toList();
  }
}
