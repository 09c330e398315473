package dev.hufu.app.cli;

import dev.hufu.app.bill.BillAnalysis;
import dev.hufu.app.bill.BillDesk;
import dev.hufu.app.ops.Terminal;
import dev.hufu.intake.bill.BillMapping;
import dev.hufu.intake.bill.BillReader;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.pack.Forensics;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files that commands over bills read, and how they are opened. */
final class BillFiles {

  @Parameters(paramLabel = "FILE", arity = "0..*")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--password", paramLabel = "P")
  private Optional<String> password = Optional.empty();

  @Option(names = "--mapping", paramLabel = "FILE")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  boolean none() {
    return files.isEmpty();
  }

  Optional<Path> packs() {
    return packs;
  }

  /**
   * Reads the files as one timeline.
   *
   * @param ask whether a missing password may be asked for on the terminal
   */
  Outcome<BillAnalysis> read(Forensics forensics, Terminal terminal, boolean ask) {
    return read(() -> Outcome.of(forensics), terminal, ask, part -> {});
  }

  /** The same, telling of each part of the work when it is done. */
  Outcome<BillAnalysis> read(
      Supplier<Outcome<Forensics>> forensics,
      Terminal terminal,
      boolean ask,
      Consumer<String> ended) {
    return reader()
        .then(reader -> read(reader, terminal, ask, with -> new BillDesk(with, forensics, ended)));
  }

  private Outcome<BillAnalysis> read(
      BillReader reader, Terminal terminal, boolean ask, Function<BillReader, BillDesk> desk) {
    Outcome<BillAnalysis> first = desk.apply(reader).read(files);
    boolean locked =
        first
            .findValue()
            .map(
                analysis ->
                    analysis.refusedFiles().stream()
                        .anyMatch(file -> file.why().code() == Code.BILL_PASSWORD_NEEDED))
            .orElse(false);
    Console console = System.console();
    if (!locked || !ask || console == null || !console.isTerminal()) {
      return first;
    }
    terminal.say("压缩包的六位数字密码：", "The six digits of the archive:");
    char[] typed = console.readPassword();
    return typed == null ? first : desk.apply(reader.password(new String(typed))).read(files);
  }

  private Outcome<BillReader> reader() {
    BillReader reader = password.map(new BillReader()::password).orElseGet(BillReader::new);
    if (mapping.isEmpty()) {
      return Outcome.of(reader);
    }
    Path file = mapping.get();
    try (InputStream in = Files.newInputStream(file)) {
      return BillMapping.read(file.toString(), in.readNBytes(Limits.MAPPING_BYTES_MAX + 1))
          .map(reader::mapping);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }
}
