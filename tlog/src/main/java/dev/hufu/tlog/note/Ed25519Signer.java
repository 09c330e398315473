package dev.hufu.tlog.note;

import dev.hufu.tlog.key.RawAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;

/**
 * Signs notes with plain Ed25519 (type 0x01): the signature every public log must carry.
 *
 * <p>Example: {@code Ed25519Signer.of("log.example/2026", seed)}, where the seed is 32 random bytes
 * kept secret. Source: C2SP signed-note, tlog-tiles.
 */
public final class Ed25519Signer implements NoteSigner {

  private final NoteKey key;
  private final PrivateKey secret;

  private Ed25519Signer(NoteKey key, PrivateKey secret) {
    this.key = key;
    this.secret = secret;
  }

  public static Ed25519Signer of(String name, byte[] seed) {
    KeyPair pair = RawAlgorithm.ED25519.pair(seed);
    byte[] material = RawAlgorithm.ED25519.material(pair.getPublic());
    return new Ed25519Signer(new NoteKey(name, SignatureType.ED25519, material), pair.getPrivate());
  }

  @Override
  public NoteKey key() {
    return key;
  }

  @Override
  public byte[] sign(String text) {
    return RawAlgorithm.ED25519.sign(secret, text.getBytes(StandardCharsets.UTF_8));
  }
}
