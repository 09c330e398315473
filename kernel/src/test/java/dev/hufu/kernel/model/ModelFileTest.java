package dev.hufu.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ModelFileTest {

  private static final ModelFile MODEL =
      ModelFile.of("trees")
          .with("plan", "7d…")
          .with("名字", "手册")
          .with("trees", new byte[] {1, 2, 3})
          .with("profile", new byte[0]);

  private static Code refused(byte[] bytes) {
    return ModelFile.read(bytes).findRefusal().map(Refusal::code).orElseThrow();
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    ModelFile read = ModelFile.read(MODEL.toBytes()).orThrow();
    assertThat(read.kind()).isEqualTo("trees");
    assertThat(read.header()).isEqualTo(MODEL.header());
    assertThat(read.findPart("trees")).contains(new byte[] {1, 2, 3});
    assertThat(read.findPart("profile")).contains(new byte[0]);
    assertThat(read.toBytes()).isEqualTo(MODEL.toBytes());
    assertThat(read.digest()).isEqualTo(Digest.of(MODEL.toBytes()));
  }

  @Test
  void theOrderOfWritingDoesNotCount() {
    ModelFile other =
        ModelFile.of("trees")
            .with("profile", new byte[0])
            .with("trees", new byte[] {1, 2, 3})
            .with("名字", "手册")
            .with("plan", "7d…");
    assertThat(other.toBytes()).isEqualTo(MODEL.toBytes());
  }

  @Test
  void aPartThatIsGivenOutIsACopy() {
    MODEL.findPart("trees").orElseThrow()[0] = 9;
    assertThat(MODEL.findPart("trees")).contains(new byte[] {1, 2, 3});
  }

  @Test
  void anyChangedByteIsTold() {
    byte[] whole = MODEL.toBytes();
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x20;
      assertThat(ModelFile.read(changed)).as("byte %d", at).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void anyCutIsTold() {
    byte[] whole = MODEL.toBytes();
    for (int length = 0; length < whole.length; length++) {
      Code code = refused(Arrays.copyOf(whole, length));
      assertThat(code).isEqualTo(length < 8 ? Code.MODEL_NONE : Code.MODEL_DAMAGED);
    }
    assertThat(refused(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Code.MODEL_DAMAGED);
  }

  @Test
  void anotherVersionIsNamed() {
    byte[] later = MODEL.toBytes();
    ByteBuffer.wrap(later).putInt(8, 2);
    assertThat(refused(later)).isEqualTo(Code.MODEL_VERSION);
  }

  @Test
  void aFileOverTheLimitIsNotRead() {
    byte[] large = Arrays.copyOf(MODEL.toBytes(), Limits.MODEL_BYTES_MAX + 1);
    assertThat(refused(large)).isEqualTo(Code.MODEL_DAMAGED);
  }

  @Test
  void aMissingPartIsTold() {
    assertThat(MODEL.part("leaves").findRefusal().map(Refusal::code)).contains(Code.MODEL_DAMAGED);
  }
}
