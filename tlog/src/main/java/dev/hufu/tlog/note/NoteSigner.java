package dev.hufu.tlog.note;

/**
 * Signs notes with one key. Example: {@code Ed25519Signer.of("log.example", seed)}. A cosigner is
 * bound to a time first, since its signature says it.
 */
public interface NoteSigner {

  NoteKey key();

  /** The bytes that follow the key id in the signature line. */
  byte[] sign(String text);
}
