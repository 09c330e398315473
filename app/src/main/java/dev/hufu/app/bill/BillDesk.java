package dev.hufu.app.bill;

import dev.hufu.app.bill.BillAnalysis.RefusedFile;
import dev.hufu.intake.bill.BillReader;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.forensics.BillForensics;
import dev.hufu.policy.pack.Forensics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads bills and looks them through.
 *
 * <p>Example: {@code new BillDesk(new BillReader(), forensics).read(files)}.
 */
public final class BillDesk {

  private final BillReader reader;
  private final Supplier<Outcome<Forensics>> forensics;
  private final Consumer<String> ended;

  /**
   * @param forensics what a pack watches for
   */
  public BillDesk(BillReader reader, Forensics forensics) {
    this(reader, () -> Outcome.of(forensics), part -> {});
  }

  /**
   * @param forensics what a pack watches for, asked for when the files are read
   * @param ended is told of each part of the work when it is done: reading, packs, timeline,
   *     findings
   */
  public BillDesk(
      BillReader reader, Supplier<Outcome<Forensics>> forensics, Consumer<String> ended) {
    this.reader = reader;
    this.forensics = forensics;
    this.ended = ended;
  }

  /**
   * One timeline of all files that can be read; the others are told.
   *
   * @return the analysis, or BILL_FILES_TOO_MANY, or why there is nothing to watch for
   */
  public Outcome<BillAnalysis> read(List<Path> files) {
    if (files.size() > Limits.BILL_FILES_MAX) {
      return Outcome.refused(Code.BILL_FILES_TOO_MANY, Integer.toString(Limits.BILL_FILES_MAX));
    }
    List<Statement> statements = new ArrayList<>();
    List<RefusedFile> refused = new ArrayList<>();
    for (Path file : files) {
      switch (bytes(file).then(content -> reader.read(file.toString(), content))) {
        case Outcome.Ok<List<Statement>>(var read) -> statements.addAll(read);
        case Outcome.Refused<List<Statement>>(Refusal why) ->
            refused.add(new RefusedFile(file.toString(), why));
      }
    }
    return analysis(statements, refused);
  }

  /** The same for files that came in over the web, by name. */
  public BillAnalysis read(Map<String, byte[]> files) {
    List<Statement> statements = new ArrayList<>();
    List<RefusedFile> refused = new ArrayList<>();
    for (var file : new LinkedHashMap<>(files).entrySet()) {
      switch (reader.read(file.getKey(), file.getValue())) {
        case Outcome.Ok<List<Statement>>(var read) -> statements.addAll(read);
        case Outcome.Refused<List<Statement>>(Refusal why) ->
            refused.add(new RefusedFile(file.getKey(), why));
      }
    }
    return analysis(statements, refused).orThrow();
  }

  private Outcome<BillAnalysis> analysis(List<Statement> statements, List<RefusedFile> refused) {
    ended.accept("reading");
    return forensics
        .get()
        .map(
            watches -> {
              ended.accept("packs");
              Timeline timeline = Timeline.of(statements);
              ended.accept("timeline");
              List<BillFinding> findings = BillForensics.findings(watches, timeline);
              ended.accept("findings");
              return new BillAnalysis(timeline, findings, refused);
            });
  }

  private static Outcome<byte[]> bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Outcome.of(in.readNBytes(Limits.BILL_BYTES_MAX + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }
}
