package dev.hufu.app.bill;

import dev.hufu.app.bill.BillAnalysis.RefusedFile;
import dev.hufu.intake.bill.BillReader;
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

/**
 * Reads bills and looks them through.
 *
 * <p>Example: {@code new BillDesk(new BillReader(), forensics).read(files)}.
 */
public final class BillDesk {

  private final BillReader reader;
  private final Forensics forensics;

  /**
   * @param forensics what a pack watches for
   */
  public BillDesk(BillReader reader, Forensics forensics) {
    this.reader = reader;
    this.forensics = forensics;
  }

  /**
   * One timeline of all files that can be read; the others are told.
   *
   * @return the analysis, or BILL_FILES_TOO_MANY
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
    return Outcome.of(analysis(statements, refused));
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
    return analysis(statements, refused);
  }

  private BillAnalysis analysis(List<Statement> statements, List<RefusedFile> refused) {
    Timeline timeline = Timeline.of(statements);
    return new BillAnalysis(timeline, BillForensics.findings(forensics, timeline), refused);
  }

  private static Outcome<byte[]> bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Outcome.of(in.readNBytes(Limits.BILL_BYTES_MAX + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }
}
