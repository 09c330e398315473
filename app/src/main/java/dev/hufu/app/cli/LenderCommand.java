package dev.hufu.app.cli;

import dev.hufu.app.lender.LenderJson;
import dev.hufu.app.lender.LenderPacks;
import dev.hufu.app.lender.LicenceShelf;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.intake.TextSniffer;
import dev.hufu.intake.lender.AppManifest;
import dev.hufu.intake.lender.LicenceCsv;
import dev.hufu.intake.lender.PermissionText;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.lender.LenderCase;
import dev.hufu.policy.load.LenderFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu lender audit FILE}: what is known of a lender, written down in a file, looked over;
 * keeps nothing; exit code 0 for any verdict, red too. {@code hufu lender import LIST}: takes a
 * licence list in.
 */
@Command(name = "lender", mixinStandardHelpOptions = true)
public final class LenderCommand implements Callable<Integer> {

  /** What is wanted. */
  enum Task {
    AUDIT,
    IMPORT
  }

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "audit|import")
  private Task task = Task.AUDIT;

  @Parameters(index = "1", paramLabel = "FILE")
  private Path file = Path.of("lender.yaml");

  @Option(names = "--apk", paramLabel = "FILE")
  private Optional<Path> apk = Optional.empty();

  @Option(names = "--permissions", paramLabel = "FILE")
  private Optional<Path> permissions = Optional.empty();

  @Option(names = "--licences", paramLabel = "FILE")
  private Optional<Path> licences = Optional.empty();

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--at", paramLabel = "TIME")
  private Optional<String> at = Optional.empty();

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--jurisdiction", paramLabel = "ID", defaultValue = "cn")
  private String jurisdiction = "cn";

  @Option(names = "--json")
  private boolean json;

  public LenderCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** An audit with the pack it was made by. */
  private record Answer(ReadyPack pack, LenderAudit audit) {}

  @Override
  public Integer call() {
    if (task == Task.AUDIT && apk.isPresent() && permissions.isPresent()) {
      terminal.say("--apk 和 --permissions 只给一个", "Give one of --apk and --permissions");
      return ExitCodes.USAGE;
    }
    if (task == Task.IMPORT) {
      return imported();
    }
    return switch (moment().then(this::audit)) {
      case Outcome.Ok<Answer>(var answer) -> {
        if (json) {
          terminal
              .out()
              .println(LenderJson.write(answer.audit(), answer.pack().decider(), terminal.lang()));
        } else {
          new LenderPage(answer.audit(), answer.pack().decider(), terminal).print();
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

  /** Takes a licence list into the data folder, where the pages and audits find it. */
  private int imported() {
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    return switch (new LicenceShelf(folder).take(file)) {
      case Outcome.Ok<LicenceList>(var list) -> {
        terminal.say(
            "收下了：%s，%s，%s，%d 家"
                .formatted(list.title(), list.source(), list.asOf(), list.entries().size()),
            "Taken in: %s, %s, %s, %d entries"
                .formatted(list.title(), list.source(), list.asOf(), list.entries().size()));
        yield ExitCodes.OK;
      }
      case Outcome.Refused<LicenceList>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Answer> audit(Optional<Instant> chosen) {
    return Packs.toDecide(
            packs,
            environment,
            head ->
                head.jurisdiction().equals(jurisdiction)
                    && head.matter().equals(LenderPacks.MATTER))
        .then(shelf -> audit(shelf, chosen));
  }

  private Outcome<Answer> audit(PackShelf shelf, Optional<Instant> chosen) {
    Instant now = chosen.orElseGet(() -> SystemClock.get().instant());
    return LenderPacks.find(shelf, jurisdiction, now)
        .then(
            pack ->
                text(file)
                    .then(
                        text ->
                            LenderFile.read(
                                String.valueOf(file.getFileName()), text, pack.pack().currency())))
        .then(
            read -> {
              Instant when = chosen.or(read::at).orElse(now);
              return LenderPacks.find(shelf, jurisdiction, when)
                  .then(pack -> audit(pack, read.told(), when));
            });
  }

  private Outcome<Answer> audit(ReadyPack pack, LenderCase told, Instant when) {
    return permissions(told)
        .then(
            known ->
                list()
                    .then(list -> LenderPacks.audit(pack, known, list, when))
                    .map(audit -> new Answer(pack, audit)));
  }

  private Outcome<LenderCase> permissions(LenderCase told) {
    Outcome<Optional<List<String>>> found =
        apk.isPresent()
            ? app(apk.get()).map(app -> Optional.of(app.permissions()))
            : permissions.isPresent()
                ? text(permissions.get()).then(PermissionText::read).map(Optional::of)
                : Outcome.of(Optional.empty());
    return found.map(list -> list.map(told::withPermissions).orElse(told));
  }

  private static Outcome<AppManifest> app(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return AppManifest.ofApk(in);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, path.toString());
    }
  }

  private Outcome<Optional<LicenceList>> list() {
    if (licences.isEmpty()) {
      return Outcome.of(Optional.empty());
    }
    Path path = licences.get();
    return bytes(path, Limits.LICENCE_LIST_BYTES_MAX)
        .then(bytes -> LicenceCsv.read(String.valueOf(path.getFileName()), bytes))
        .map(Optional::of);
  }

  /** The moment of {@code --at}: a day is its noon in China. */
  private Outcome<Optional<Instant>> moment() {
    if (at.isEmpty()) {
      return Outcome.of(Optional.empty());
    }
    try {
      return Outcome.of(
          Optional.of(
              at.get().length() == 10
                  ? LocalDate.parse(at.get())
                      .atTime(12, 0)
                      .atZone(ZoneId.of("Asia/Shanghai"))
                      .toInstant()
                  : OffsetDateTime.parse(at.get()).toInstant()));
    } catch (DateTimeException notATime) {
      return Outcome.refused(Code.TIME_NOT_A_TIME, at.get());
    }
  }

  private static Outcome<String> text(Path path) {
    return bytes(path, 4 * Limits.LENDER_FILE_BYTES_MAX)
        .then(bytes -> TextSniffer.decode(bytes, Limits.LENDER_FILE_BYTES_MAX));
  }

  private static Outcome<byte[]> bytes(Path path, int bytesMax) {
    try (InputStream in = Files.newInputStream(path)) {
      return Outcome.of(in.readNBytes(bytesMax + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, path.toString());
    }
  }
}
