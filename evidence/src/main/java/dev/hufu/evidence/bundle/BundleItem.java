package dev.hufu.evidence.bundle;

import dev.hufu.evidence.document.Octets;
import dev.hufu.tlog.proof.LogProof;
import java.util.Optional;

/**
 * One thing in a bundle: what the list says of it, what the log says of it, and the thing itself.
 *
 * @param kind of its entry: {@code decision}, {@code document}, {@code capture}
 * @param logged empty while the log has not taken it up
 * @param redacted leaves payload, salt and original out; entry and proof stay
 */
public record BundleItem(
    String kind, Row row, Content content, Optional<Logged> logged, boolean redacted) {

  public BundleItem {
    if (redacted && logged.isEmpty()) {
      throw new IllegalArgumentException("nothing would be left of it");
    }
  }

  /**
   * A line of the list, for people.
   *
   * @param purpose what it is to prove
   * @param form original or not, in words
   * @param date such as {@code 2026-11-22 14:00}
   * @param pages empty where pages mean nothing
   * @param digest of what a reader holds in hand: the file, else the payload
   */
  public record Row(
      String name,
      String source,
      String purpose,
      String form,
      String date,
      Optional<Integer> pages,
      String digest) {

    @Override
    public String toString() {
      return "Row[***]";
    }
  }

  /**
   * What is committed to and what it speaks of.
   *
   * @param json whether the payload is JSON; else it is lines
   * @param ending of the original's name: {@code pdf}; letters and digits only
   */
  public record Content(
      Octets payload, boolean json, Octets salt, Optional<Octets> original, String ending) {

    public Content {
      if (!ending.matches("[a-z0-9]{0,8}")) {
        throw new IllegalArgumentException("not an ending: " + ending);
      }
    }
  }

  /** The entry and its proof. */
  public record Logged(Octets leaf, LogProof proof) {}

  String payloadName() {
    return content.json() ? "payload.json" : "payload.txt";
  }

  Optional<String> originalName() {
    return content
        .original()
        .map(file -> content.ending().isEmpty() ? "original" : "original." + content.ending());
  }
}
