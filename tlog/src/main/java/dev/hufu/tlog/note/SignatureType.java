package dev.hufu.tlog.note;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of signature this room makes and checks, with the byte that C2SP signed-note and
 * tlog-cosignature assigned to each and the lengths of key and signature in bytes.
 */
public enum SignatureType {
  /** Ed25519 over the note's text. */
  ED25519(0x01, 32, 64),
  /** Ed25519 over time and text: {@code cosignature/v1}. */
  COSIGNATURE_ED25519(0x04, 32, 72),
  /** ML-DSA-44 over name, time, origin, size and root: {@code subtree/v1}; also used by logs. */
  COSIGNATURE_ML_DSA_44(0x06, 1312, 2428);

  private final int id;
  private final int keyBytes;
  private final int signatureBytes;

  SignatureType(int id, int keyBytes, int signatureBytes) {
    this.id = id;
    this.keyBytes = keyBytes;
    this.signatureBytes = signatureBytes;
  }

  public byte id() {
    return (byte) id;
  }

  public int keyBytes() {
    return keyBytes;
  }

  /** With the eight bytes of the time, where there is one; without the key id. */
  public int signatureBytes() {
    return signatureBytes;
  }

  static Optional<SignatureType> of(byte id) {
    return Arrays.stream(values()).filter(type -> type.id() == id).findFirst();
  }
}
