package dev.hufu.evidence.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/**
 * Goal: an honest answer passes; each kind of lie is refused by its own name; no bytes make the
 * reader throw. Method: an authority of our own, which lies on demand; every third byte flipped;
 * rubbish from a fixed seed.
 */
class TimeTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final TestAuthority HONEST = TestAuthority.open(NOW);
  private static final TimeRequest REQUEST = request("checkpoint", 42);
  private static final Octets ANSWER = HONEST.answer(REQUEST.bytes(), NOW);

  @Test
  void anHonestAnswerIsTakenWithAllItSays() {
    TimeToken token = check(ANSWER).orThrow();
    assertThat(token.at()).isEqualTo(NOW);
    assertThat(token.digest()).isEqualTo(REQUEST.digest());
    assertThat(token.policy()).isEqualTo("1.2.3.4.1");
    assertThat(token.accuracy()).isEqualTo(Duration.ofSeconds(1));
    assertThat(token.serial()).isPositive();
    assertThat(token.authority()).contains("Test time authority");
    assertThat(TimeToken.checkKept(token.der(), REQUEST.digest(), List.of(HONEST.root())))
        .isEqualTo(Outcome.of(token));
  }

  @Test
  void anAuthorityThatAnswersForSomethingElseIsRefused() {
    assertThat(code(HONEST.reject(REQUEST.bytes()))).isEqualTo(Code.TIME_REJECTED);
    assertThat(code(HONEST.answerOther(request("another", 42), NOW)))
        .isEqualTo(Code.TIME_OTHER_DIGEST);
    assertThat(code(HONEST.answerOther(request("checkpoint", 43), NOW)))
        .isEqualTo(Code.TIME_OTHER_NONCE);
  }

  @Test
  void anAuthorityThatMayNotVouchIsRefused() {
    Octets stranger = TestAuthority.open(NOW).answer(REQUEST.bytes(), NOW);
    assertThat(code(stranger)).isEqualTo(Code.TIME_UNTRUSTED);

    TestAuthority ended =
        TestAuthority.open(
            NOW, Duration.ofDays(-1), KeyPurposeId.id_kp_timeStamping, "SHA256withECDSA");
    assertThat(code(ended)).isEqualTo(Code.TIME_EXPIRED);

    TestAuthority other =
        TestAuthority.open(NOW, YEAR, KeyPurposeId.id_kp_codeSigning, "SHA256withECDSA");
    assertThat(code(other)).isEqualTo(Code.TIME_UNTRUSTED);

    TestAuthority weak =
        TestAuthority.open(NOW, YEAR, KeyPurposeId.id_kp_timeStamping, "SHA1withECDSA");
    assertThat(code(weak)).isEqualTo(Code.TIME_ALGORITHM);
  }

  @Test
  void aTimeFarFromOursIsRefusedAtTheLimitPlusOneSecond() {
    Duration limit = Limits.TIME_APART_MAX;
    assertThat(check(HONEST.answer(REQUEST.bytes(), NOW.plus(limit))))
        .isInstanceOf(Outcome.Ok.class);
    assertThat(code(HONEST.answer(REQUEST.bytes(), NOW.plus(limit).plusSeconds(1))))
        .isEqualTo(Code.TIME_FAR);
    assertThat(check(HONEST.answer(REQUEST.bytes(), NOW.minus(limit))))
        .isInstanceOf(Outcome.Ok.class);
    assertThat(code(HONEST.answer(REQUEST.bytes(), NOW.minus(limit).minusSeconds(1))))
        .isEqualTo(Code.TIME_FAR);
  }

  @Test
  void aKeptTokenIsNotTakenForOtherContentOrFromStrangers() {
    Octets token = check(ANSWER).orThrow().der();
    assertThat(codeOf(TimeToken.checkKept(token, digest("another"), List.of(HONEST.root()))))
        .isEqualTo(Code.TIME_OTHER_DIGEST);
    assertThat(codeOf(TimeToken.checkKept(token, REQUEST.digest(), List.of())))
        .isEqualTo(Code.TIME_UNTRUSTED);
    assertThat(codeOf(TimeToken.checkKept(ANSWER, REQUEST.digest(), List.of(HONEST.root()))))
        .isEqualTo(Code.TIME_MALFORMED);
  }

  @Test
  void flippedBytesNeverChangeWhatIsBelieved() {
    byte[] answer = ANSWER.bytes();
    TimeToken honest = check(ANSWER).orThrow();
    int refused = 0;
    for (int i = 0; i < answer.length; i += 3) {
      byte[] flipped = answer.clone();
      flipped[i] ^= 0x41;
      switch (check(Octets.of(flipped))) {
        case Outcome.Ok<TimeToken>(var token) -> {
          assertThat(token.at()).isEqualTo(honest.at());
          assertThat(token.digest()).isEqualTo(honest.digest());
          assertThat(token.serial()).isEqualTo(honest.serial());
        }
        case Outcome.Refused<TimeToken> _refused -> refused++;
      }
    }
    assertThat(refused).isGreaterThan(answer.length / 3 * 9 / 10);
  }

  @Test
  void noBytesMakeTheReaderThrow() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 2_000; i++) {
      byte[] rubbish = new byte[random.nextInt(400)];
      random.nextBytes(rubbish);
      if (rubbish.length > 4 && i % 2 == 0) {
        rubbish[0] = 0x30;
        rubbish[1] = (byte) (rubbish.length - 2);
      }
      assertThat(check(Octets.of(rubbish))).isInstanceOf(Outcome.Refused.class);
    }
    for (int length = 0; length < ANSWER.length(); length += 5) {
      assertThat(code(ANSWER.slice(0, length))).isEqualTo(Code.TIME_MALFORMED);
    }
    byte[] nested = new byte[Limits.TIME_RESPONSE_BYTES_MAX];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertThat(code(Octets.of(nested))).isEqualTo(Code.TIME_MALFORMED);
    byte[] tooLong = Arrays.copyOf(ANSWER.bytes(), Limits.TIME_RESPONSE_BYTES_MAX + 1);
    assertThat(code(Octets.of(tooLong))).isEqualTo(Code.TIME_MALFORMED);
  }

  private static TimeRequest request(String content, long nonce) {
    return TimeRequest.of(digest(content), BigInteger.valueOf(nonce));
  }

  private static Digest digest(String content) {
    return Digest.of(content.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome<TimeToken> check(Octets answer) {
    return TimeToken.check(answer, REQUEST, List.of(HONEST.root()), NOW);
  }

  private static Code code(Octets answer) {
    return codeOf(check(answer));
  }

  private static Code code(TestAuthority authority) {
    return codeOf(
        TimeToken.check(
            authority.answer(REQUEST.bytes(), NOW), REQUEST, List.of(authority.root()), NOW));
  }

  private static Code codeOf(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }
}
