package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.KeyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu evidence keys backup|restore}: the key store's own short backup. Each backup is one
 * file; those older than {@code --keep} days are deleted with it, for an erased key lives on in
 * them. The server may run meanwhile.
 */
@Command(name = "keys", mixinStandardHelpOptions = true)
public final class KeysCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final String PREFIX = "hufu-keys-";

  /** What to do with the key store. */
  enum Task {
    BACKUP,
    RESTORE
  }

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "backup|restore")
  private Task task = Task.BACKUP;

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--to", paramLabel = "DIR")
  private Optional<Path> to = Optional.empty();

  @Option(names = "--from", paramLabel = "FILE")
  private Optional<Path> from = Optional.empty();

  @Option(names = "--keep", paramLabel = "DAYS")
  private int keep = Limits.KEYS_BACKUP_DAYS;

  public KeysCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (task == Task.BACKUP ? to.isEmpty() || keep < 1 : from.isEmpty()) {
      terminal.say(
          "backup 要写 --to 文件夹（--keep 至少 1 天），restore 要写 --from 文件",
          "backup takes --to DIR (--keep at least 1 day), restore takes --from FILE");
      return ExitCodes.USAGE;
    }
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    Outcome<Integer> done =
        KeyStore.open(KeyStore.folder(environment, folder), folder)
            .then(store -> task == Task.BACKUP ? backup(store) : restore(store));
    return switch (done) {
      case Outcome.Ok<Integer>(var status) -> status;
      case Outcome.Refused<Integer>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Integer> backup(KeyStore store) {
    Instant now = SystemClock.get().instant();
    Path folder = to.orElseThrow();
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(PREFIX + STAMP.format(now));
      int keys = store.backup(file);
      int deleted = deleteOlder(folder, now);
      terminal.say(
          "备份了 " + keys + " 把钥匙：" + file.getFileName() + "；删掉了 " + deleted + " 份旧备份",
          keys + " keys in " + file.getFileName() + "; " + deleted + " old backups deleted");
      return Outcome.of(ExitCodes.OK);
    } catch (IOException failed) {
      return Outcome.refused(Code.KEYS_UNUSABLE, String.valueOf(failed.getMessage()));
    }
  }

  /** By their names: a copy's own time says when it was copied. */
  private int deleteOlder(Path folder, Instant now) throws IOException {
    String oldest = PREFIX + STAMP.format(now.minus(keep, ChronoUnit.DAYS));
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old =
          files
              .filter(file -> file.getFileName().toString().matches(PREFIX + "\\d{8}-\\d{6}"))
              .filter(file -> file.getFileName().toString().compareTo(oldest) < 0)
              .toList();
    }
    for (Path file : old) {
      Files.delete(file);
    }
    return old.size();
  }

  private Outcome<Integer> restore(KeyStore store) {
    return store
        .restore(from.orElseThrow())
        .map(
            keys -> {
              terminal.say(
                  "放回了 " + keys + " 把钥匙；销毁过的不会回来",
                  keys + " keys came back; those that were destroyed do not");
              return ExitCodes.OK;
            });
  }
}
