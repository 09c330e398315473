package dev.hufu.tlog.note;

import dev.hufu.tlog.key.RawAlgorithm;
import java.nio.charset.StandardCharsets;

/**
 * Checks plain Ed25519 signatures over a note's text (type 0x01).
 *
 * <p>Example: {@code NoteKey.parse(vkey).then(key -> Checked.sound(new Ed25519Verifier(key)))}; a
 * key of another type is an {@link IllegalArgumentException}. Source: C2SP signed-note.
 */
public record Ed25519Verifier(NoteKey key) implements NoteVerifier {

  public Ed25519Verifier {
    if (key.type() != SignatureType.ED25519) {
      throw new IllegalArgumentException("a key of type " + key.type());
    }
  }

  @Override
  public boolean verifies(String text, byte[] signature) {
    return signature.length == key.type().signatureBytes()
        && RawAlgorithm.ED25519.verifies(
            key.material(), text.getBytes(StandardCharsets.UTF_8), signature);
  }
}
