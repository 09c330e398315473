package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Goal: sealed content opens with its own key, in its own row, unchanged; else not at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultTest {

  private static final byte[] PLAIN = "借我两万".getBytes(StandardCharsets.UTF_8);

  private final Shelf shelf = new Shelf(VaultTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void opensInItsPlaceOnly() {
    SealKey key = new SealKey(SealKey.randomBytes(SealKey.BYTES));
    byte[] closed = key.seal(PLAIN, "matter/M-1/payload");
    assertThat(key.open(closed, "matter/M-1/payload")).isEqualTo(PLAIN);
    assertThatThrownBy(() -> key.open(closed, "matter/M-2/payload"))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining("M-2");
    SealKey other = new SealKey(SealKey.randomBytes(SealKey.BYTES));
    assertThatThrownBy(() -> other.open(closed, "matter/M-1/payload"))
        .isInstanceOf(SealBrokenException.class);
    assertThat(key.seal(PLAIN, "matter/M-1/payload")).isNotEqualTo(closed);
  }

  @Test
  void everyFlippedBitIsNoticed() {
    SealKey key = new SealKey(SealKey.randomBytes(SealKey.BYTES));
    byte[] closed = key.seal(PLAIN, "here");
    for (int bit = 0; bit < closed.length * 8; bit++) {
      byte[] changed = closed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> key.open(changed, "here")).isInstanceOf(SealBrokenException.class);
    }
    assertThatThrownBy(() -> key.open(new byte[13], "here"))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void contentMovedToAnotherMatterDoesNotOpen() throws SQLException {
    Matter one = shelf.matter();
    Matter two = shelf.matter();
    shelf.sql(
        "update matter set payload_sealed = (select payload_sealed from matter where id = '"
            + one.id()
            + "') where id = '"
            + two.id()
            + "'");
    assertThatThrownBy(
            () ->
                shelf.matters.readDraft(two.id(), shelf.owner, shelf.access(Purpose.SHOW_TO_OWNER)))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void theKeyFileIsForItsOwnerOnly() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shelf.keyFile)))
        .isEqualTo("rw-------");
    assertThat(Vault.open(shelf.database, shelf.keyFile, shelf.keys, NOW).findValue()).isPresent();
  }

  @Test
  void anotherOrNoKeyIsRefusedAndNotReplaced(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("master.key");
    assertThat(code(Vault.open(shelf.database, missing, shelf.keys, NOW)))
        .isEqualTo(Code.MASTER_KEY_MISSING);
    assertThat(missing).doesNotExist();
    byte[] otherBits = SealKey.randomBytes(SealKey.BYTES);
    Files.writeString(missing, Base64.getEncoder().encodeToString(otherBits));
    assertThat(code(Vault.open(shelf.database, missing, shelf.keys, NOW)))
        .isEqualTo(Code.MASTER_KEY_WRONG);
    Files.writeString(missing, "not a key");
    assertThat(code(Vault.open(shelf.database, missing, shelf.keys, NOW)))
        .isEqualTo(Code.MASTER_KEY_WRONG);
  }

  @Test
  void theEnvironmentMayNameTheKeyFile(@TempDir Path folder) {
    assertThat(Vault.keyFile(Map.of(), folder)).isEqualTo(folder.resolve("master.key"));
    assertThat(Vault.keyFile(Map.of("HUFU_MASTER_KEY_FILE", "/run/secrets/k"), folder))
        .isEqualTo(Path.of("/run/secrets/k"));
  }
}
