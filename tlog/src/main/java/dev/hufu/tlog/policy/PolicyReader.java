package dev.hufu.tlog.policy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.SignatureType;
import dev.hufu.tlog.text.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a policy file.
 *
 * <pre>{@code
 * log <vkey> https://log.example/
 * witness w1 <vkey> https://w1.example/
 * witness w2 <vkey>
 * group g 1 w1 w2
 * quorum g
 * }</pre>
 *
 * <p>Names are octets, not characters, and are compared as such. Logs may use Ed25519 (0x01) or
 * ML-DSA-44 (0x06), witnesses the two kinds of cosignature. Errors, each with its line: {@link
 * Reason#TOO_LARGE}, {@link Reason#TOO_MANY}, {@link Reason#CONTROL_CHARACTER}, {@link
 * Reason#NO_FINAL_NEWLINE}, {@link Reason#BAD_LINE}, {@link Reason#BAD_KEY} and the other flaws of
 * keys, {@link Reason#DUPLICATE}, {@link Reason#UNKNOWN_NAME}, {@link Reason#BAD_THRESHOLD}, {@link
 * Reason#MISSING_LINE} without a quorum. Source: C2SP tlog-policy.
 */
public final class PolicyReader {

  private static final String NONE = "none";

  private final List<PolicyLog> logs = new ArrayList<>();
  private final List<PolicyWitness> witnesses = new ArrayList<>();
  private final Map<String, Quorum> names = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private int groups;
  private Optional<Quorum> quorum = Optional.empty();
  private String line = "";

  private PolicyReader() {}

  public static Checked<Policy> parse(byte[] file) {
    if (file.length > TlogLimits.POLICY_BYTES_MAX) {
      return Checked.flawed(Reason.TOO_LARGE, "policy");
    }
    String octets = new String(file, StandardCharsets.ISO_8859_1);
    if (!octets.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\t' || c == '\n')) {
      return Checked.flawed(Reason.CONTROL_CHARACTER, "policy");
    }
    if (!octets.isEmpty() && !octets.endsWith("\n")) {
      return Checked.flawed(Reason.NO_FINAL_NEWLINE, "policy");
    }
    return new PolicyReader().read(octets.split("\n", -1));
  }

  private Checked<Policy> read(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      line = "line " + (i + 1);
      List<String> items =
          Arrays.stream(lines[i].split("[ \t]+")).filter(item -> !item.isEmpty()).toList();
      if (!items.isEmpty() && !items.getFirst().startsWith("#")) {
        Optional<Flaw> flaw = take(items);
        if (flaw.isPresent()) {
          return new Checked.Flawed<>(flaw.get());
        }
      }
    }
    return quorum
        .map(met -> Checked.sound(new Policy(logs, witnesses, met)))
        .orElseGet(() -> Checked.flawed(Reason.MISSING_LINE, "quorum"));
  }

  private Optional<Flaw> take(List<String> items) {
    int size = items.size();
    return switch (items.getFirst()) {
      case "log" -> size == 2 || size == 3 ? log(items) : flaw(Reason.BAD_LINE);
      case "witness" -> size == 3 || size == 4 ? witness(items) : flaw(Reason.BAD_LINE);
      case "group" -> size >= 4 ? group(items) : flaw(Reason.BAD_LINE);
      case "quorum" -> size == 2 ? quorum(items.get(1)) : flaw(Reason.BAD_LINE);
      default -> flaw(Reason.BAD_LINE);
    };
  }

  private Optional<Flaw> log(List<String> items) {
    return switch (key(items.get(1))) {
      case Checked.Flawed<NoteKey>(var flaw) -> Optional.of(flaw);
      case Checked.Sound<NoteKey>(var key) -> {
        if (key.type() == SignatureType.COSIGNATURE_ED25519) {
          yield flaw(Reason.UNSUPPORTED_KEY_TYPE);
        }
        if (logs.stream().anyMatch(log -> log.key().sameMaterial(key))) {
          yield flaw(Reason.DUPLICATE);
        }
        logs.add(new PolicyLog(key, items.stream().skip(2).findFirst().map(PolicyReader::text)));
        yield over(logs.size(), TlogLimits.POLICY_LOGS_MAX);
      }
    };
  }

  private Optional<Flaw> witness(List<String> items) {
    String name = items.get(1);
    return switch (key(items.get(2))) {
      case Checked.Flawed<NoteKey>(var flaw) -> Optional.of(flaw);
      case Checked.Sound<NoteKey>(var key) -> {
        if (key.type() == SignatureType.ED25519) {
          yield flaw(Reason.UNSUPPORTED_KEY_TYPE);
        }
        if (taken(name)
            || witnesses.stream().anyMatch(witness -> witness.key().sameMaterial(key))) {
          yield flaw(Reason.DUPLICATE);
        }
        Optional<String> url = items.stream().skip(3).findFirst().map(PolicyReader::text);
        PolicyWitness witness = new PolicyWitness(text(name), key, url);
        witnesses.add(witness);
        names.put(name, new Quorum.One(witness));
        yield over(witnesses.size(), TlogLimits.POLICY_WITNESSES_MAX);
      }
    };
  }

  private Optional<Flaw> group(List<String> items) {
    String name = items.get(1);
    if (taken(name)) {
      return flaw(Reason.DUPLICATE);
    }
    List<Quorum> parts = new ArrayList<>();
    for (String member : items.subList(3, items.size())) {
      Quorum part = names.get(member);
      if (part == null) {
        return flaw(Reason.UNKNOWN_NAME);
      }
      if (!members.add(member)) {
        return flaw(Reason.DUPLICATE);
      }
      parts.add(part);
    }
    int threshold = threshold(items.get(2), parts.size());
    if (threshold < 1 || threshold > parts.size()) {
      return flaw(Reason.BAD_THRESHOLD);
    }
    names.put(name, new Quorum.Group(text(name), threshold, parts));
    return over(++groups, TlogLimits.POLICY_GROUPS_MAX);
  }

  private static int threshold(String word, int count) {
    return switch (word) {
      case "any" -> 1;
      case "all" -> count;
      default ->
          Decimal.parse(word, "threshold") instanceof Checked.Sound<Long>(var number)
                  && number <= count
              ? number.intValue()
              : 0;
    };
  }

  private Optional<Flaw> quorum(String name) {
    if (quorum.isPresent()) {
      return flaw(Reason.DUPLICATE);
    }
    quorum =
        name.equals(NONE) ? Optional.of(new Quorum.None()) : Optional.ofNullable(names.get(name));
    return quorum.isPresent() ? Optional.empty() : flaw(Reason.UNKNOWN_NAME);
  }

  private boolean taken(String name) {
    return name.equals(NONE) || names.containsKey(name);
  }

  private Checked<NoteKey> key(String octets) {
    return switch (NoteKey.parse(text(octets))) {
      case Checked.Flawed<NoteKey>(var flaw) -> Checked.flawed(flaw.reason(), line);
      case Checked.Sound<NoteKey> sound -> sound;
    };
  }

  /** The octets as the text they most likely are; only shown, or checked by the key's own id. */
  private static String text(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private Optional<Flaw> over(int count, int max) {
    return count > max ? flaw(Reason.TOO_MANY) : Optional.empty();
  }

  private Optional<Flaw> flaw(Reason reason) {
    return Optional.of(new Flaw(reason, line));
  }
}
