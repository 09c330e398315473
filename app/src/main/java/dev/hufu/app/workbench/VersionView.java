package dev.hufu.app.workbench;

import dev.hufu.app.web.Problem;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.PackVersion;
import dev.hufu.store.ShadowBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version: where it stands, what a check found, what it would change, what can be done.
 *
 * @param files paths, in order
 * @param changed those that differ from the live version
 * @param diff empty where the version has errors or is the live one
 * @param wroteOn whether whoever looks wrote on it, so that somebody else must publish
 * @param past whether somebody can say what it would have done with past events
 * @param reports what it would have done with histories that were uploaded lately
 */
public record VersionView(
    PackVersion version,
    PackVersion live,
    Wording who,
    VersionCheck check,
    List<String> files,
    Set<String> changed,
    Optional<VersionDiff> diff,
    Optional<ShadowBook.Tally> tally,
    boolean wroteOn,
    boolean alone,
    boolean past,
    List<PastReports.Kept> reports,
    String reason,
    List<Problem> problems) {

  public VersionView {
    files = List.copyOf(files);
    reports = List.copyOf(reports);
    problems = List.copyOf(problems);
  }
}
