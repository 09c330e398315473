package dev.hufu.tlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteSigner;
import dev.hufu.tlog.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: policies are read as tlog-policy says and their quorum is counted right. Method: the
 * specification's own example with every subset of its witnesses, and one change for each check.
 */
class PolicyTest {

  private static final String ORIGIN = "log.example/1";
  private static final Ed25519Signer LOG = Ed25519Signer.of(ORIGIN, seed(100));
  private static final List<Cosigner> W =
      IntStream.range(0, 6).mapToObj(i -> Cosigner.ed25519("w.example/" + i, seed(i))).toList();

  /** Where the tests' policies want a key. */
  private static final Pattern PLACE = Pattern.compile("(?<!\\S)(LOG|W[0-5])(?!\\S)");

  private static final String EXAMPLE =
      """
      # the example of the specification
      log LOG
      \t
      witness X1 W0
      witness X2 W1 https://x2.example/
      witness X3 W2
        # three of them
      group X-witnesses 2 X1 X2 X3

      witness Y1 W3
      witness\tY2  W4\s
      witness Y3 W5
      group Y-witnesses any Y1 Y2 Y3

      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y
      """;

  @Test
  void theSpecificationsExampleWithEverySubsetOfWitnesses() {
    Policy policy = parse(EXAMPLE).orThrow();
    assertThat(policy.witnesses()).hasSize(6);
    assertThat(policy.witnesses().get(1).url()).contains("https://x2.example/");
    for (int subset = 0; subset < 64; subset++) {
      int chosen = subset;
      boolean enough = Integer.bitCount(subset & 7) >= 2 && (subset & 56) != 0;
      assertThat(
              policy
                  .quorum()
                  .met(
                      key ->
                          IntStream.range(0, 6)
                              .anyMatch(i -> (chosen >> i & 1) == 1 && W.get(i).key().equals(key))))
          .isEqualTo(enough);
    }
  }

  @Test
  void aPolicyThatIsWrittenIsReadAsItWas() {
    Policy policy = parse(EXAMPLE).orThrow();
    assertThat(PolicyReader.parse(policy.text().getBytes(StandardCharsets.UTF_8)).orThrow())
        .isEqualTo(policy);
    Policy plain = Policy.of(LOG.key());
    assertThat(plain.text()).isEqualTo("log " + LOG.key() + "\nquorum none\n");
    Policy one =
        new Policy(plain.logs(), policy.witnesses(), new Quorum.One(policy.witnesses().get(2)));
    assertThat(PolicyReader.parse(one.text().getBytes(StandardCharsets.UTF_8)).orThrow())
        .isEqualTo(one);
  }

  @Test
  void checkpointsAreHeldAgainstThePolicy() {
    Policy policy = parse(EXAMPLE).orThrow();
    assertThat(policy.check(note(LOG, W.get(0), W.get(2), W.get(5))).orThrow().cosignatures())
        .hasSize(3);
    assertThat(policy.check(note(LOG, W.get(0), W.get(5))).problem())
        .contains(new Flaw(Reason.QUORUM_NOT_MET, "witnesses"));
    SignedNote unsigned =
        SignedNote.sign(
            checkpoint(ORIGIN), List.of(W.get(0).at(1), W.get(1).at(1), W.get(3).at(1)));
    assertThat(policy.check(unsigned).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "log"));
    Policy alone = parse("log LOG\nquorum none\n").orThrow();
    assertThat(alone.check(note(LOG)).orThrow().cosignatures()).isEmpty();
    assertThat(Policy.of(LOG.key()).check(note(LOG)).orThrow().checkpoint().origin())
        .isEqualTo(ORIGIN);
    SignedNote elsewhere = SignedNote.sign(checkpoint("log.example/2"), List.of(LOG));
    assertThat(alone.check(elsewhere).problem())
        .contains(new Flaw(Reason.UNKNOWN_ORIGIN, "origin"));
    assertThat(alone.check(SignedNote.sign("hello\n", List.of(LOG))).problem())
        .contains(new Flaw(Reason.MISSING_LINE, "line 2"));
    assertThat(parse("quorum none\n").orThrow().check(note(LOG)).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MISSING_LINE         | log LOG~",
        "NO_FINAL_NEWLINE     | quorum none",
        "BAD_LINE             | quorums none~",
        "BAD_LINE             | quorum~",
        "BAD_LINE             | quorum none # comment~",
        "BAD_LINE             | log~quorum none~",
        "BAD_LINE             | log LOG url more~quorum none~",
        "BAD_LINE             | witness w~quorum none~",
        "BAD_LINE             | witness w W0 url more~quorum none~",
        "BAD_LINE             | witness w W0~group g any~quorum none~",
        "BAD_KEY              | log nokey~quorum none~",
        "UNSUPPORTED_KEY_TYPE | log W0~quorum none~",
        "UNSUPPORTED_KEY_TYPE | witness w LOG~quorum none~",
        "DUPLICATE            | log LOG~log LOG~quorum none~",
        "DUPLICATE            | witness a W0~witness b W0~quorum none~",
        "DUPLICATE            | witness a W0~witness a W1~quorum none~",
        "DUPLICATE            | witness none W0~quorum none~",
        "DUPLICATE            | witness a W0~group a any a~quorum none~",
        "DUPLICATE            | witness a W0~group g any a a~quorum none~",
        "DUPLICATE            | witness a W0~group g any a~group h any a~quorum h~",
        "DUPLICATE            | quorum none~quorum none~",
        "UNKNOWN_NAME         | quorum g~witness g W0~",
        "UNKNOWN_NAME         | group g any none~quorum g~",
        "UNKNOWN_NAME         | group g any g~quorum g~",
        "UNKNOWN_NAME         | witness a W0~quorum A~",
        "BAD_THRESHOLD        | witness a W0~group g 0 a~quorum g~",
        "BAD_THRESHOLD        | witness a W0~group g 2 a~quorum g~",
        "BAD_THRESHOLD        | witness a W0~group g 01 a~quorum g~",
        "BAD_THRESHOLD        | witness a W0~group g most a~quorum g~",
        "CONTROL_CHARACTER    | quorum^none~"
      })
  void otherPoliciesAreRefused(Reason reason, String policy) {
    assertThat(parse(policy.replace('~', '\n').replace('^', '\r')).problem())
        .map(Flaw::reason)
        .contains(reason);
  }

  @Test
  void namesAreOctets() {
    assertThat(parse("witness 见证 W0\nwitness 见证人 W1\nquorum 见证人\n").orThrow().quorum())
        .isEqualTo(new Quorum.One(new PolicyWitness("见证人", W.get(1).key(), Optional.empty())));
    assertThat(parse("witness K W0\nquorum \u212A\n").problem())
        .contains(new Flaw(Reason.UNKNOWN_NAME, "line 2"));
  }

  @Test
  void limitsHoldAtTheLimitAndNotBeyond() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < TlogLimits.POLICY_WITNESSES_MAX; i++) {
      lines.add("witness w" + i + " " + Cosigner.ed25519("w", seed(i)).key());
      lines.add("log " + Ed25519Signer.of("l", seed(i)).key());
      lines.add("group g" + i + " any " + (i == 0 ? "w0" : "g" + (i - 1) + " w" + i));
    }
    String most = String.join("\n", lines) + "\nquorum none\n";
    assertThat(parse(most).problem()).isEmpty();
    for (String more :
        List.of(
            "witness w " + Cosigner.ed25519("w", seed(99)).key(),
            "log " + Ed25519Signer.of("l", seed(99)).key(),
            "group g any g63")) {
      assertThat(parse(most + more + "\n").problem()).map(Flaw::reason).contains(Reason.TOO_MANY);
    }
    String comment = "#".repeat(TlogLimits.POLICY_BYTES_MAX - "\nquorum none\n".length());
    assertThat(parse(comment + "\nquorum none\n").problem()).isEmpty();
    assertThat(parse("#" + comment + "\nquorum none\n").problem())
        .contains(new Flaw(Reason.TOO_LARGE, "policy"));
  }

  private static Checked<Policy> parse(String policy) {
    String filled =
        PLACE
            .matcher(policy)
            .replaceAll(
                place ->
                    place.group().equals("LOG")
                        ? LOG.key().toString()
                        : W.get(place.group().charAt(1) - '0').key().toString());
    return PolicyReader.parse(filled.getBytes(StandardCharsets.UTF_8));
  }

  private static SignedNote note(Ed25519Signer log, Cosigner... witnesses) {
    List<NoteSigner> signers =
        Stream.concat(Stream.of(log), Stream.of(witnesses).map(witness -> witness.at(1))).toList();
    return SignedNote.sign(checkpoint(ORIGIN), signers);
  }

  private static String checkpoint(String origin) {
    return new Checkpoint(origin, 0, TreeHasher.EMPTY).text();
  }

  private static byte[] seed(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) (number + 1);
    return seed;
  }
}
