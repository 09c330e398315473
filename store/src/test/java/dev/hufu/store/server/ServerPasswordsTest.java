package dev.hufu.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal: a folder keeps its passwords, and an older one gets the one it lacks, once. */
class ServerPasswordsTest {

  @TempDir Path folder;

  @Test
  void anOlderFolderGetsThePasswordItLacksAndKeepsTheRest() throws Exception {
    Path file = folder.resolve("passwords");
    Files.writeString(file, "one\ntwo\n");
    ServerPasswords completed = ServerPasswords.read(file);
    assertThat(completed.admin()).isEqualTo("one");
    assertThat(completed.owner()).isEqualTo("two");
    assertThat(completed.daily()).hasSize(48);
    assertThat(ServerPasswords.read(file)).isEqualTo(completed);
    assertThat(completed).hasToString("ServerPasswords[***]");
  }

  @Test
  void halfAFileIsRefused() throws Exception {
    Path file = folder.resolve("passwords");
    Files.writeString(file, "one\n");
    assertThatThrownBy(() -> ServerPasswords.read(file)).isInstanceOf(StartRefused.class);
  }
}
