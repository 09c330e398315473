package dev.hufu.app.cli;

import dev.hufu.app.custody.BundleDesk;
import dev.hufu.app.custody.BundleRoom;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.Housing;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.Access;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu evidence export MATTER --profile court --out FILE.zip}: the evidence of a matter in
 * one file. The file appears whole or not at all. Exit code 1 where an item has no proof yet.
 */
@Command(name = "export", mixinStandardHelpOptions = true)
public final class EvidenceExport implements Callable<Integer> {

  private static final String ACTOR = "cli";

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "MATTER")
  private String matter = "";

  @Option(names = "--profile", paramLabel = "court|police|insurer|platform", defaultValue = "court")
  private String profile = "court";

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("-");

  @Option(names = "--redact", paramLabel = "ITEM", split = ",")
  private List<String> redact = List.of();

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  public EvidenceExport(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Profile> chosen = Profile.find(profile);
    if (chosen.isEmpty()) {
      return refuse(Refusal.of(Code.BUNDLE_PROFILE, profile), ExitCodes.REFUSED);
    }
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    return switch (Housing.open(folder, environment, SystemClock.get(), _ -> {})) {
      case Outcome.Refused<Housing>(var refusal) -> refuse(refusal, ExitCodes.ENVIRONMENT);
      case Outcome.Ok<Housing>(var housing) -> {
        try (housing) {
          yield export(housing, folder, chosen.get());
        }
      }
    };
  }

  private int export(Housing housing, Path folder, Profile chosen) throws IOException {
    MatterBook matters = new MatterBook(housing.database(), housing.vault());
    Outcome<BundleDesk.Export> exported =
        MatterId.parse(matter)
            .then(
                id ->
                    matters.findOwner(id).isPresent()
                        ? Outcome.of(id)
                        : Outcome.refused(Code.MATTER_UNKNOWN, ""))
            .then(
                id ->
                    BundleRoom.open(
                            housing.database(),
                            housing.vault(),
                            folder,
                            environment,
                            SystemClock.get())
                        .then(
                            desk ->
                                desk.export(
                                    id,
                                    chosen,
                                    redact,
                                    new Access(
                                        Purpose.EXPORT, ACTOR, SystemClock.get().instant()))));
    return switch (exported) {
      case Outcome.Refused<BundleDesk.Export>(var refusal) -> refuse(refusal, ExitCodes.REFUSED);
      case Outcome.Ok<BundleDesk.Export>(var export) -> write(export);
    };
  }

  private int write(BundleDesk.Export export) throws IOException {
    Path half = out.resolveSibling(out.getFileName() + ".part");
    Files.write(half, export.zip().bytes());
    Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
    terminal.say(
        "写好了：%s，%d 项，%,d 字节".formatted(out, export.items(), export.zip().length()),
        "Written: %s, %d items, %,d bytes".formatted(out, export.items(), export.zip().length()));
    if (export.waiting() > 0) {
      terminal.say(
          "其中 %d 项日志还没有收，暂时没有证明".formatted(export.waiting()),
          "%d of them are not in the log yet and have no proof".formatted(export.waiting()));
      return ExitCodes.FINDING;
    }
    return ExitCodes.OK;
  }

  private int refuse(Refusal refusal, int code) {
    terminal.refuse(refusal);
    return code;
  }
}
