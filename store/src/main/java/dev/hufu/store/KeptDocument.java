package dev.hufu.store;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.Statement;

/**
 * A kept file as its owner may see it.
 *
 * @param statement what the log committed to: kind, title, digest, origin
 */
public record KeptDocument(DocumentId id, MatterId matter, Statement statement) {

  /**
   * The file itself, with what a stranger needs to check the commitment.
   *
   * @param salt 32 bytes
   */
  public record Content(KeptDocument document, Octets file, Octets salt) {

    @Override
    public String toString() {
      return "Content[" + document + "]";
    }
  }
}
