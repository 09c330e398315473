package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyReader;
import dev.hufu.tlog.policy.PolicyWitness;
import dev.hufu.tlog.policy.Quorum;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asked to witness this log, how many are enough, and what happens while they are not.
 *
 * <p>Example: {@code HUFU_LOG_POLICY=/etc/hufu/policy} names a file in the form of C2SP
 * tlog-policy; {@code HUFU_LOG_WITNESS_WAIT} is {@code closed}, or the seconds (5 if not set) after
 * which a checkpoint is published although the quorum is not met. Several keys at one address are
 * one witness to be asked once. Errors: {@link Code#LOG_POLICY_BROKEN}.
 *
 * @param witnesses the keys to be asked for, by address, without {@code add-checkpoint}
 * @param closed whether nothing is published without the quorum
 */
record LogPolicy(
    Policy policy, Map<URI, List<PolicyWitness>> witnesses, boolean closed, Duration patience) {

  private static final String FILE = "HUFU_LOG_POLICY";
  private static final String WAIT = "HUFU_LOG_WITNESS_WAIT";
  private static final String CLOSED = "closed";
  private static final Duration WAIT_USUAL = Duration.ofSeconds(5);
  private static final int WAIT_SECONDS_MAX = 3_600;

  /** Nobody is asked, and everything is published at once. */
  static LogPolicy none() {
    return new LogPolicy(
        new Policy(List.of(), List.of(), new Quorum.None()), Map.of(), false, Duration.ZERO);
  }

  static Outcome<LogPolicy> of(Map<String, String> environment) {
    String file = environment.getOrDefault(FILE, "");
    if (file.isBlank()) {
      return Outcome.of(none());
    }
    String wait = environment.getOrDefault(WAIT, String.valueOf(WAIT_USUAL.toSeconds())).strip();
    boolean closed = wait.equals(CLOSED);
    if (!closed && (!wait.matches("[0-9]{1,4}") || Integer.parseInt(wait) > WAIT_SECONDS_MAX)) {
      return Outcome.refused(Code.LOG_POLICY_BROKEN, WAIT + "=" + wait);
    }
    Duration patience = closed ? WAIT_USUAL : Duration.ofSeconds(Integer.parseInt(wait));
    try {
      return switch (PolicyReader.parse(Files.readAllBytes(Path.of(file)))) {
        case Checked.Sound<Policy>(var policy) -> of(policy, closed, patience);
        case Checked.Flawed<Policy>(var flaw) ->
            Outcome.refused(Code.LOG_POLICY_BROKEN, file + " (" + flaw + ")");
      };
    } catch (IOException unreadable) {
      return Outcome.refused(Code.LOG_POLICY_BROKEN, file);
    }
  }

  static Outcome<LogPolicy> of(Policy policy, boolean closed, Duration patience) {
    Map<URI, List<PolicyWitness>> witnesses = new LinkedHashMap<>();
    for (PolicyWitness witness : policy.witnesses()) {
      if (witness.url().isEmpty()) {
        continue;
      }
      Optional<URI> address = Courier.address(witness.url().get().replaceFirst("/+$", ""));
      if (address.isEmpty()) {
        return Outcome.refused(Code.LOG_POLICY_BROKEN, witness.name());
      }
      witnesses.computeIfAbsent(address.get(), _new -> new ArrayList<>()).add(witness);
    }
    return Outcome.of(new LogPolicy(policy, witnesses, closed, patience));
  }
}
