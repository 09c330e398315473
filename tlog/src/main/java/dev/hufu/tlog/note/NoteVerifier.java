package dev.hufu.tlog.note;

/**
 * Checks the signatures of one key. Example: {@code new Ed25519Verifier(key)}.
 *
 * <p>{@link #verifies} is asked only about signatures that name this key, and answers false for
 * anything that is not one, never with an exception.
 */
public interface NoteVerifier {

  NoteKey key();

  /**
   * @param text the note's text with its last newline
   * @param signature the bytes after the key id
   */
  boolean verifies(String text, byte[] signature);
}
