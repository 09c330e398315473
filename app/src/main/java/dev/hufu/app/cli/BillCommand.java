package dev.hufu.app.cli;

import dev.hufu.app.bill.BillAnalysis;
import dev.hufu.app.bill.BillJson;
import dev.hufu.app.bill.BillPacks;
import dev.hufu.app.bill.BillPage;
import dev.hufu.app.bill.BillReport;
import dev.hufu.app.bill.BillTable;
import dev.hufu.app.bill.Laps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.pack.Forensics;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code hufu bill FILE…}: reads bills of any platform as one timeline and says what stands out.
 * Keeps nothing.
 */
@Command(name = "bill", mixinStandardHelpOptions = true)
public final class BillCommand implements Callable<Integer> {

  /** What this command says to the shell; a refused input is its own number here. */
  private static final int CLEAN = 0;

  private static final int FINDINGS = 1;
  private static final int REFUSED = 2;

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private BillFiles files = new BillFiles();

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--report", paramLabel = "OUT.html")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--xlsx", paramLabel = "OUT.xlsx")
  private Optional<Path> xlsx = Optional.empty();

  @Option(names = "--csv", paramLabel = "OUT.csv")
  private Optional<Path> csv = Optional.empty();

  @Option(names = "--times")
  private boolean times;

  public BillCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (files.none()) {
      terminal.say("要给账单文件", "Give files of bills");
      return ExitCodes.USAGE;
    }
    Laps laps = Laps.sinceStart();
    // The packs are loaded on one core while the other reads the files.
    CompletableFuture<Outcome<Forensics>> packs =
        CompletableFuture.supplyAsync(this::watches, work -> Thread.ofPlatform().start(work));
    Outcome<BillAnalysis> read = files.read(packs::join, terminal, !json, laps::end);
    int exit =
        switch (read) {
          case Outcome.Ok<BillAnalysis>(var analysis) -> answer(analysis);
          case Outcome.Refused<BillAnalysis>(var refusal) -> {
            refuse(refusal);
            yield REFUSED;
          }
        };
    laps.end("writing");
    if (times) {
      terminal.err().print(laps.text());
    }
    return exit;
  }

  private Outcome<Forensics> watches() {
    return Packs.toDecide(
            files.packs(), environment, head -> head.matter().equals(BillPacks.MATTER))
        .then(shelf -> BillPacks.find(shelf.library()));
  }

  private int answer(BillAnalysis analysis) {
    if (json) {
      BillJson.write(analysis, terminal.lang(), terminal.out());
      terminal.out().println();
    } else {
      new BillPage(analysis, terminal).print();
    }
    analysis.refusedFiles().forEach(file -> terminal.refuse(file.why()));
    Optional<Refusal> unwritten = exports(analysis);
    if (unwritten.isPresent()) {
      terminal.refuse(unwritten.get());
      return REFUSED;
    }
    // A bill of which not one row could be read is not a clean one.
    if (!analysis.refusedFiles().isEmpty() || analysis.timeline().rows().isEmpty()) {
      return REFUSED;
    }
    return analysis.findings().isEmpty() ? CLEAN : FINDINGS;
  }

  private Optional<Refusal> exports(BillAnalysis analysis) {
    BillTable table = new BillTable(analysis, terminal.lang());
    byte[] html =
        report.isEmpty()
            ? new byte[0]
            : BillReport.write(analysis, terminal.lang()).getBytes(StandardCharsets.UTF_8);
    return report
        .flatMap(file -> written(file, out -> out.write(html)))
        .or(() -> xlsx.flatMap(file -> written(file, table::xlsx)))
        .or(() -> csv.flatMap(file -> written(file, table::csv)));
  }

  /** What is written to a stream. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** The file appears whole or not at all; why it does not. */
  private static Optional<Refusal> written(Path file, Writing writing) {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(half))) {
        writing.to(to);
      }
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      return Optional.empty();
    } catch (IOException unwritable) {
      return Optional.of(Refusal.of(Code.FILE_UNREADABLE, file.toString()));
    }
  }

  private void refuse(Refusal refusal) {
    if (json) {
      terminal.out().println(AskJson.write(refusal, terminal.lang()));
    }
    terminal.refuse(refusal);
  }
}
