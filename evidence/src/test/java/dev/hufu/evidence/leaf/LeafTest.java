package dev.hufu.evidence.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/**
 * Goal: a leaf is canonical JSON and its commitment is what the standards say. Method: the
 * canonicalizer of RFC 8785 as oracle over random leaves; the published vectors of SHA-256 and SM3.
 */
class LeafTest {

  @Test
  void isItsOwnCanonicalForm() throws IOException {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      Leaf leaf = random(random);
      assertThat(new JsonCanonicalizer(leaf.bytes()).getEncodedUTF8()).isEqualTo(leaf.bytes());
    }
  }

  private static Leaf random(Random random) {
    List<Digest> links = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      links.add(Digest.of(bytes(random)));
    }
    return new Leaf(
        random.nextBoolean() ? "decision" : "iou-signed",
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L),
        random.nextBoolean() ? Optional.of(Digest.of(bytes(random))) : Optional.empty(),
        Commitment.to(bytes(random), bytes(random)),
        links);
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void commitsWithBothDigests() {
    // GB/T 32905 and FIPS 180-4 over 64 bytes "abcd…": the salt is the first half of the message.
    byte[] half = "abcd".repeat(8).getBytes(StandardCharsets.US_ASCII);
    Commitment commitment = Commitment.to(half, half);
    assertThat(commitment.sm3())
        .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  @Test
  void anotherSaltIsAnotherCommitment() {
    byte[] payload = {1};
    assertThat(Commitment.to(new byte[32], payload))
        .isEqualTo(Commitment.to(new byte[32], payload))
        .isNotEqualTo(Commitment.to(bytes(new Random(1)), payload));
  }

  @Test
  void refusesWhatIsNoLeaf() {
    Commitment commitment = Commitment.to(new byte[32], new byte[0]);
    assertThatThrownBy(() -> Leaf.of("Kind", Instant.EPOCH, commitment))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Commitment.to(new byte[31], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> withLinks(Leaf.LINKS_MAX + 1, commitment))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(withLinks(Leaf.LINKS_MAX, commitment).bytes()).hasSizeLessThan(65_536);
  }

  private static Leaf withLinks(int count, Commitment commitment) {
    return new Leaf(
        "decision",
        Instant.EPOCH,
        Optional.empty(),
        commitment,
        Collections.nCopies(count, Digest.of(new byte[0])));
  }
}
