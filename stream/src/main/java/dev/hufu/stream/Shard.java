package dev.hufu.stream;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.feature.Profiles;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Everything that one shard has seen: its decider and how many lines came to what. It is kept as
 * bytes: name, digest of the pack, counts, then the snapshot of the profiles.
 */
final class Shard {

  final String name;
  final EventDecider decider;
  long decided;
  long fed;
  long refused;

  Shard(String name, EventDecider decider) {
    this.name = name;
    this.decider = decider;
  }

  byte[] keep() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(name);
      out.writeUTF(decider.program().ref().digest().hex());
      out.writeLong(decided);
      out.writeLong(fed);
      out.writeLong(refused);
      decider.profiles().snapshot(out);
    }
    return bytes.toByteArray();
  }

  /** The name alone; who does not own the shard reads no further. */
  static String name(byte[] kept) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(kept)).readUTF();
  }

  /**
   * The shard as it was kept, or {@code SNAPSHOT_FOREIGN} if another pack kept it, or {@code
   * SNAPSHOT_BROKEN}.
   */
  static Outcome<Shard> restore(byte[] kept, EventProgram program) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept));
    String name = in.readUTF();
    String digest = in.readUTF();
    String own = program.ref().digest().hex();
    if (!digest.equals(own)) {
      return Outcome.refused(
          Code.SNAPSHOT_FOREIGN,
          program.ref().id() + " " + digest.substring(0, 12) + " != " + own.substring(0, 12));
    }
    long decided = in.readLong();
    long fed = in.readLong();
    long refused = in.readLong();
    return Profiles.restore(program.policy().features(), in)
        .map(
            profiles -> {
              Shard shard = new Shard(name, new EventDecider(program, profiles));
              shard.decided = decided;
              shard.fed = fed;
              shard.refused = refused;
              return shard;
            });
  }
}
