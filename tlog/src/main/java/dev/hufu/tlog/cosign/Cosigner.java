package dev.hufu.tlog.cosign;

import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.key.RawAlgorithm;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteSigner;
import dev.hufu.tlog.note.SignatureType;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;

/**
 * A key that cosigns checkpoints, of a witness or, with ML-DSA-44, of the log itself.
 *
 * <pre>{@code
 * Cosigner witness = Cosigner.mlDsa44("witness.example/w1", seed);
 * note.with(List.of(witness.at(seconds)));
 * }</pre>
 *
 * <p>A log signs its own checkpoint at time 0: it says nothing about being the latest. The same
 * Ed25519 seed must not serve two cosigners, since that message does not name its cosigner. Signing
 * what {@link #covers} denies is an {@link IllegalArgumentException}. Source: C2SP
 * tlog-cosignature, tlog-checkpoint.
 */
public final class Cosigner {

  private final NoteKey key;
  private final RawAlgorithm algorithm;
  private final PrivateKey secret;

  private Cosigner(String name, SignatureType type, RawAlgorithm algorithm, byte[] seed) {
    KeyPair pair = algorithm.pair(seed);
    this.key = new NoteKey(name, type, algorithm.material(pair.getPublic()));
    this.algorithm = algorithm;
    this.secret = pair.getPrivate();
  }

  public static Cosigner ed25519(String name, byte[] seed) {
    return new Cosigner(name, SignatureType.COSIGNATURE_ED25519, RawAlgorithm.ED25519, seed);
  }

  public static Cosigner mlDsa44(String name, byte[] seed) {
    return new Cosigner(name, SignatureType.COSIGNATURE_ML_DSA_44, RawAlgorithm.ML_DSA_44, seed);
  }

  public NoteKey key() {
    return key;
  }

  /** Whether this kind of signature says all that the checkpoint says. */
  public boolean covers(Checkpoint checkpoint) {
    return algorithm == RawAlgorithm.ED25519 || CosignedMessage.coveredByMlDsa44(checkpoint);
  }

  /**
   * This cosigner at a moment.
   *
   * @param seconds since 1970, not negative
   */
  public NoteSigner at(long seconds) {
    if (seconds < 0) {
      throw new IllegalArgumentException("a time before 1970");
    }
    return new Timed(seconds);
  }

  private final class Timed implements NoteSigner {
    private final long seconds;

    Timed(long seconds) {
      this.seconds = seconds;
    }

    @Override
    public NoteKey key() {
      return key;
    }

    @Override
    public byte[] sign(String text) {
      Checkpoint checkpoint = Checkpoint.parse(text).orThrow();
      if (!covers(checkpoint)) {
        throw new IllegalArgumentException("ML-DSA-44 does not cover this checkpoint");
      }
      byte[] message =
          algorithm == RawAlgorithm.ED25519
              ? CosignedMessage.ed25519(seconds, text)
              : CosignedMessage.mlDsa44(key.name(), seconds, checkpoint);
      byte[] signature = algorithm.sign(secret, message);
      return ByteBuffer.allocate(Long.BYTES + signature.length)
          .putLong(seconds)
          .put(signature)
          .array();
    }
  }
}
