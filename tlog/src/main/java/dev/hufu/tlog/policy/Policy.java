package dev.hufu.tlog.policy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom to believe: a checkpoint counts if one of the logs signed it and the quorum is met.
 *
 * <pre>{@code
 * PolicyReader.parse(bytes).then(policy -> policy.check(note))
 * }</pre>
 *
 * <p>Errors of {@link #check}: those of {@link SignedNote#verify} and {@link Checkpoint#parse},
 * {@link Reason#UNKNOWN_ORIGIN}, {@link Reason#NOT_SIGNED_BY_KNOWN_KEY} if the log of that origin
 * did not sign, {@link Reason#QUORUM_NOT_MET}. Source: C2SP tlog-policy.
 */
public record Policy(List<PolicyLog> logs, List<PolicyWitness> witnesses, Quorum quorum) {

  public Policy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
  }

  /**
   * A checkpoint that holds by a policy.
   *
   * @param cosignatures those of the policy's witnesses, whose times {@link
   *     CosignatureVerifier#time} tells
   */
  public record Accepted(Checkpoint checkpoint, SignedNote note, List<NoteSignature> cosignatures) {

    public Accepted {
      cosignatures = List.copyOf(cosignatures);
    }
  }

  /** One log and no witness: what may be asked before there are any. */
  public static Policy of(NoteKey log) {
    return new Policy(List.of(new PolicyLog(log, Optional.empty())), List.of(), new Quorum.None());
  }

  /** As a file that {@link PolicyReader} reads to the same policy. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (PolicyLog log : logs) {
      text.append("log ").append(log.key()).append(address(log.url())).append('\n');
    }
    for (PolicyWitness witness : witnesses) {
      text.append("witness ")
          .append(witness.name())
          .append(' ')
          .append(witness.key())
          .append(address(witness.url()))
          .append('\n');
    }
    groups(quorum, text);
    return text.append("quorum ").append(name(quorum)).append('\n').toString();
  }

  private static String address(Optional<String> url) {
    return url.map(to -> " " + to).orElse("");
  }

  /** A group stands behind its members. */
  private static void groups(Quorum quorum, StringBuilder text) {
    if (quorum instanceof Quorum.Group(var name, var threshold, var members)) {
      members.forEach(member -> groups(member, text));
      text.append("group ").append(name).append(' ').append(threshold);
      members.forEach(member -> text.append(' ').append(name(member)));
      text.append('\n');
    }
  }

  private static String name(Quorum quorum) {
    return switch (quorum) {
      case Quorum.None() -> "none";
      case Quorum.One(var witness) -> witness.name();
      case Quorum.Group(var name, var _, var _) -> name;
    };
  }

  public Checked<Accepted> check(SignedNote note) {
    List<NoteVerifier> known =
        Stream.concat(logs.stream().map(PolicyLog::key), witnesses.stream().map(PolicyWitness::key))
            .map(CosignatureVerifier::of)
            .toList();
    return note.verify(known)
        .then(
            signed ->
                Checkpoint.parse(signed.text())
                    .then(checkpoint -> check(note, signed, checkpoint)));
  }

  private Checked<Accepted> check(
      SignedNote note, SignedNote.Verified signed, Checkpoint checkpoint) {
    List<NoteKey> named =
        logs.stream()
            .map(PolicyLog::key)
            .filter(key -> key.name().equals(checkpoint.origin()))
            .toList();
    if (named.isEmpty()) {
      return Checked.flawed(Reason.UNKNOWN_ORIGIN, "origin");
    }
    if (named.stream().noneMatch(signed::by)) {
      return Checked.flawed(Reason.NOT_SIGNED_BY_KNOWN_KEY, "log");
    }
    Predicate<NoteKey> cosigned = signed::by;
    if (!quorum.met(cosigned)) {
      return Checked.flawed(Reason.QUORUM_NOT_MET, "witnesses");
    }
    List<NoteSignature> cosignatures =
        signed.verified().stream()
            .filter(line -> witnesses.stream().anyMatch(witness -> witness.key().signed(line)))
            .toList();
    return Checked.sound(new Accepted(checkpoint, note, cosignatures));
  }
}
