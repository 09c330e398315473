package dev.hufu.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.server.EmbeddedPostgres.Beginning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: the server never runs as root, and the data keeps its owner. Method: real users; where the
 * test itself is an ordinary user there is nothing to change, and that is what is asserted.
 */
class IdentityTest {

  private static final String OTHER = "nobody";

  @Test
  void anOrdinaryUserRunsItDirectlyAndRootNever(@TempDir Path data) throws Exception {
    Identity identity = Identity.of(data.resolve("database"));
    if (Identity.runsAsRoot()) {
      assertThat(identity.prefix()).isNotEmpty();
      assertThat(Programs.run(identity.command(List.of("id", "-u"))).said().strip())
          .isNotEqualTo("0");
    } else {
      assertThat(identity).isEqualTo(new Identity(List.of(), Optional.empty()));
    }
  }

  @Test
  void dataOfAnotherUserIsServedAsThatUser(@TempDir Path parent) throws Exception {
    Path data = parent.resolve("data");
    Path programs = parent.resolve("programs");
    EmbeddedPostgres.start(data, programs, line -> {}).orThrow().close();
    if (!Identity.runsAsRoot()) {
      assertThat(Files.getOwner(data.resolve("database"))).isEqualTo(Files.getOwner(parent));
      return;
    }
    Identity.dedicated(OTHER).own(data.resolve("database"));
    var unreachable = EmbeddedPostgres.start(data, programs, line -> {});
    assertThat(unreachable.findRefusal().map(Refusal::code)).contains(Code.ROOT_REFUSED);
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(data, programs, line -> {}).orThrow()) {
      assertThat(server.beginning()).isEqualTo(Beginning.STARTED);
      assertThat(ownerOf(server.pid())).isEqualTo(OTHER);
    }
    KilledProcessTest.assertNothingRuns(data);
  }

  private static String ownerOf(long pid) throws IOException {
    return Files.getOwner(Path.of("/proc/" + pid)).getName();
  }
}
