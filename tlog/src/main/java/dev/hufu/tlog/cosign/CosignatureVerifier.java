package dev.hufu.tlog.cosign;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.key.RawAlgorithm;
import dev.hufu.tlog.note.Ed25519Verifier;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignatureType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Checks cosignatures of one key: Ed25519 (type 0x04) or ML-DSA-44 (type 0x06).
 *
 * <pre>{@code
 * new CosignatureVerifier(NoteKey.parse(vkey).orThrow())
 * }</pre>
 *
 * <p>A signature over a text that is no checkpoint verifies never; nor does one by ML-DSA-44 over a
 * checkpoint with extension lines, which that kind does not cover. A plain Ed25519 key is an {@link
 * IllegalArgumentException}; {@link #of} takes every kind. Source: C2SP tlog-cosignature.
 */
public record CosignatureVerifier(NoteKey key) implements NoteVerifier {

  public CosignatureVerifier {
    if (key.type() == SignatureType.ED25519) {
      throw new IllegalArgumentException("a key that does not cosign");
    }
  }

  /** The verifier for a key of any type. */
  public static NoteVerifier of(NoteKey key) {
    return key.type() == SignatureType.ED25519
        ? new Ed25519Verifier(key)
        : new CosignatureVerifier(key);
  }

  /** When it was made, in seconds since 1970; 0 where the cosigner says nothing about time. */
  public static long time(NoteSignature cosignature) {
    return ByteBuffer.wrap(cosignature.bytes()).getLong();
  }

  @Override
  public boolean verifies(String text, byte[] signature) {
    if (signature.length != key.type().signatureBytes()
        || !(Checkpoint.parse(text) instanceof Checked.Sound<Checkpoint>(var checkpoint))) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    byte[] bare = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    if (time < 0) {
      return false;
    }
    if (key.type() == SignatureType.COSIGNATURE_ED25519) {
      return RawAlgorithm.ED25519.verifies(
          key.material(), CosignedMessage.ed25519(time, text), bare);
    }
    return CosignedMessage.coveredByMlDsa44(checkpoint)
        && RawAlgorithm.ML_DSA_44.verifies(
            key.material(), CosignedMessage.mlDsa44(key.name(), time, checkpoint), bare);
  }
}
