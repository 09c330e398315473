package dev.hufu.tlog.bundle;

import dev.hufu.tlog.bundle.Finding.State;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was checked of a bundle, and what was not.
 *
 * <p>Example: {@code BundleVerifier.verify(zip, Optional.empty()).exitCode()} is 0 if all held,
 * else that of the first {@link Check} that failed.
 */
public record Report(List<Finding> findings) {

  public Report {
    findings = List.copyOf(findings);
  }

  /** The first that failed, in the order of the checks. */
  public Optional<Check> failure() {
    return findings.stream()
        .filter(finding -> finding.state() == State.FAILED)
        .map(Finding::check)
        .sorted()
        .findFirst();
  }

  public int exitCode() {
    return failure().map(Check::exitCode).orElse(0);
  }

  /** One line a check, then what it comes to. */
  public String text(boolean english) {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding.line(english)).append('\n'));
    long failed = count(State.FAILED);
    if (failed > 0) {
      text.append(english ? failed + " checks FAILED.\n" : failed + " 处不对。\n");
    } else {
      text.append(
          english
              ? count(State.HELD) + " checks held; what was not checked is marked skip.\n"
              : count(State.HELD) + " 处都对；标「没查」的要用别的工具查。\n");
    }
    return text.toString();
  }

  private long count(State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }
}
