package dev.hufu.app.workbench;

import dev.hufu.app.web.Problem;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.store.PackVersion;
import dev.hufu.store.ShadowBook;
import java.util.List;
import java.util.Optional;

/**
 * One pack: what is live, its versions, what was done to them.
 *
 * @param unreadable why the live version does not decide, where this program cannot read it
 * @param shadow how the version in the shadow has done so far
 * @param alone whether nobody else is in the team who could make a version live
 * @param note what was typed into the form that was refused
 */
public record PackPageView(
    PackRow row,
    PackVersion live,
    Optional<PackProblem> unreadable,
    List<PackVersion> versions,
    Optional<Shadow> shadow,
    List<PackVersion.Event> history,
    TeamNames names,
    boolean alone,
    String note,
    List<Problem> problems) {

  /** The version in the shadow and its counts; none before the first decision. */
  public record Shadow(PackVersion version, Optional<ShadowBook.Tally> tally) {}

  public PackPageView {
    versions = List.copyOf(versions);
    history = List.copyOf(history);
    problems = List.copyOf(problems);
  }

  /** The version of a line of the history, as people call it. */
  public String called(PackVersion.Event event) {
    return versions.stream()
        .filter(version -> version.id().equals(event.version()))
        .map(PackVersion::version)
        .findFirst()
        .orElse(event.version().text());
  }

  public Wording who(PackVersion version) {
    return names.of(version.author().map(Object::toString).orElse("hufu"));
  }
}
