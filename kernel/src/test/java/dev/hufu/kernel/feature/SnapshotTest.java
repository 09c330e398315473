package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: a snapshot is taken whole or not at all. Method: each byte changed, each length cut, other
 * features, another version. That a restored state answers alike is held by {@link ProfilesTest}.
 */
class SnapshotTest {

  private static final long T = 1_790_000_000_000L;

  private static final FeaturePlan PLAN =
      Specs.plan(
          Duration.ofMinutes(1),
          Specs.of("sum", Aggregate.SUM).spec(),
          Specs.of("last", Aggregate.LAST).value("payee").spec());

  static byte[] small(FeaturePlan plan) throws IOException {
    Profiles profiles = new Profiles(plan);
    for (int i = 0; i < 40; i++) {
      profiles.feed(
          Specs.transfer("e" + i, T + i * 1_000L, i % 5 == 0 ? "a" : "账户", i), T + 50_000);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    profiles.snapshot(bytes);
    return bytes.toByteArray();
  }

  private static Optional<Code> refusal(FeaturePlan plan, byte[] bytes) throws IOException {
    return Profiles.restore(plan, new ByteArrayInputStream(bytes)).findRefusal().map(Refusal::code);
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    byte[] whole = small(PLAN);
    assertThat(refusal(PLAN, whole)).isEmpty();
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      assertThat(refusal(PLAN, changed)).as("byte %s", i).isPresent();
    }
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] whole = small(PLAN);
    for (int length = 0; length < whole.length; length++) {
      assertThat(refusal(PLAN, Arrays.copyOf(whole, length)))
          .as("length %s", length)
          .contains(Code.SNAPSHOT_BROKEN);
    }
  }

  @Test
  void otherFeaturesAndOtherVersionsAreForeign() throws IOException {
    byte[] whole = small(PLAN);
    FeaturePlan other = Specs.plan(Duration.ofMinutes(1), Specs.of("sum", Aggregate.SUM).spec());
    assertThat(refusal(other, whole)).contains(Code.SNAPSHOT_FOREIGN);
    byte[] newer = whole.clone();
    newer[Long.BYTES + Integer.BYTES - 1]++;
    assertThat(refusal(PLAN, newer)).contains(Code.SNAPSHOT_FOREIGN);
  }

  @Test
  void whatLiesBehindASnapshotIsLeftInTheStream() throws IOException {
    byte[] whole = small(PLAN);
    byte[] more = Arrays.copyOf(whole, whole.length + 3);
    ByteArrayInputStream in = new ByteArrayInputStream(more);
    assertThat(Profiles.restore(PLAN, in).findValue()).isPresent();
    assertThat(in.available()).isEqualTo(3);
  }
}
