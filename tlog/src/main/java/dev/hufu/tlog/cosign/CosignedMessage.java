package dev.hufu.tlog.cosign;

import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes that a cosigner signs.
 *
 * <p>Ed25519: two lines, then the checkpoint's text. ML-DSA-44: a structure of name, time, origin,
 * range and root, in which extension lines have no place; so a checkpoint with such lines is not
 * covered, and neither is an origin of more than 255 bytes. Source: C2SP tlog-cosignature, sections
 * Ed25519 signed message and ML-DSA-44 signed message.
 */
final class CosignedMessage {

  private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
  private static final int OPAQUE_BYTES_MAX = 255;

  private CosignedMessage() {}

  static byte[] ed25519(long time, String text) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  static boolean coveredByMlDsa44(Checkpoint checkpoint) {
    return checkpoint.extensions().isEmpty()
        && checkpoint.origin().getBytes(StandardCharsets.UTF_8).length <= OPAQUE_BYTES_MAX;
  }

  static byte[] mlDsa44(String cosigner, long time, Checkpoint checkpoint) {
    byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
    byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
    byte[] message =
        new byte[SUBTREE.length + 2 + name.length + origin.length + 3 * Long.BYTES + Hash.BYTES];
    ByteBuffer.wrap(message)
        .put(SUBTREE)
        .put((byte) name.length)
        .put(name)
        .putLong(time)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.size())
        .put(checkpoint.root().bytes());
    return message;
  }
}
