package dev.hufu.evidence.leaf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class SmVectorsTest {

  private static final BigInteger KEY = BigInteger.valueOf(20_261_122);
  private static final byte[] ID = "1234567812345678".getBytes(US_ASCII);
  private static final byte[] MESSAGE = "abc".getBytes(US_ASCII);

  @Test
  void theDigestOfTheStandard() {
    assertThat(SmVectors.sm3(MESSAGE))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(SmVectors.hmac(ID, MESSAGE)).hasSize(64).isNotEqualTo(SmVectors.sm3(MESSAGE));
  }

  @Test
  void aSignatureHoldsForItsMessageAndNoOther() {
    String signature = SmVectors.sm2(KEY, BigInteger.valueOf(77_777), ID, MESSAGE);
    assertThat(signature).hasSize(128);
    assertThat(SmVectors.sm2Holds(KEY, ID, MESSAGE, signature)).isTrue();
    assertThat(SmVectors.sm2Holds(KEY, ID, "abd".getBytes(US_ASCII), signature)).isFalse();
    assertThat(SmVectors.sm2Holds(KEY.add(BigInteger.ONE), ID, MESSAGE, signature)).isFalse();
  }
}
