package dev.hufu.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a shard goes on only under the very pack that kept it, and never from half of its bytes.
 * Method: keep one that has seen a file, then restore it as it is, cut, and under a pack that
 * differs by a single remark.
 */
final class ShardTest {

  private static final Path PACKS = Path.of("..", "packs");
  private static final EventProgram PROGRAM =
      PackShipment.ofFolder(PACKS, "cn/transfer").orThrow().program();

  @TempDir Path folder;

  private static Shard shard() throws IOException {
    byte[] file = SampleEvents.file(PROGRAM.policy().types(), 7, 500);
    PlainRun run = PlainRun.of(PROGRAM, file, id -> "one", 0);
    Shard shard = new Shard("one", run.deciders.getOrDefault("one", new EventDecider(PROGRAM)));
    shard.decided = run.decisions.size();
    shard.fed = run.fed;
    shard.refused = run.refused;
    return shard;
  }

  @Test
  void whatIsKeptComesBack() throws IOException {
    Shard shard = shard();
    byte[] kept = shard.keep();
    Shard again = Shard.restore(kept, PROGRAM).orThrow();
    assertThat(again.keep()).isEqualTo(kept);
    assertThat(again.decided).isEqualTo(shard.decided).isGreaterThan(200);
    assertThat(Shard.name(kept)).isEqualTo("one");
  }

  @Test
  void anotherPackIsRefused() throws IOException {
    copy(PACKS.resolve("cn"), folder.resolve("cn"));
    Path rules = folder.resolve("cn/transfer/rules.yaml");
    Files.writeString(rules, Files.readString(rules) + "# one remark more\n");
    EventProgram other = PackShipment.ofFolder(folder, "cn/transfer").orThrow().program();
    assertThat(Shard.restore(shard().keep(), other).findRefusal())
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.SNAPSHOT_FOREIGN);
              assertThat(refusal.subject())
                  .contains(PROGRAM.ref().digest().hex().substring(0, 12))
                  .contains(other.ref().digest().hex().substring(0, 12));
            });
  }

  @Test
  void brokenBytesAreRefused() throws IOException {
    byte[] kept = shard().keep();
    kept[kept.length / 2] ^= 1;
    assertThat(Shard.restore(kept, PROGRAM).findRefusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(Code.SNAPSHOT_BROKEN));
  }

  @Test
  void aPackThatIsNotThereIsNotSent() {
    assertThat(PackShipment.ofFolder(PACKS, "cn/nothing").findRefusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(Code.PACK_NOT_FOUND));
    assertThat(PackShipment.ofFolder(PACKS, "cn/request").findRefusal())
        .as("a pack that is not over events")
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(Code.PACK_NOT_FOUND));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
