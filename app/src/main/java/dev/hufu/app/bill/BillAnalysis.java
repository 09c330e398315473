package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Refusal;
import java.util.List;

/**
 * What came of one or more files: a timeline, what stands out in it, and the files that were
 * refused whole.
 */
public record BillAnalysis(
    Timeline timeline, List<BillFinding> findings, List<RefusedFile> refusedFiles) {

  /** A file nothing could be read of. */
  public record RefusedFile(String path, Refusal why) {}

  public BillAnalysis {
    findings = List.copyOf(findings);
    refusedFiles = List.copyOf(refusedFiles);
  }
}
