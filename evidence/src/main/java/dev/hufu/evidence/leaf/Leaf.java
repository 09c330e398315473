package dev.hufu.evidence.leaf;

import dev.hufu.kernel.decision.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entry of the log, as everybody may read it: that something of this kind was committed to at
 * this time. No name, no number, no sum, no text, and no id that a person could be found by.
 *
 * <p>Example, one line of canonical JSON (RFC 8785): <code>
 * {"at":"2026-11-21T06:06:00Z","commitment":{"sha256":"9f2c…","sm3":"71aa…"},"kind":"decision","v":1}
 * </code>. {@code by} and {@code links} are left out when they are empty.
 *
 * @param kind what happened: {@code decision}, {@code iou-signed}, {@code matter-erased}
 * @param at when the business change was made, by the clock of this installation
 * @param by SHA-256 of the public key that acted, where a key acted; made for the one act
 * @param commitment to the payload, which lies elsewhere, sealed
 * @param links leaf hashes of earlier entries that this one follows from, at most {@value
 *     #LINKS_MAX}
 */
public record Leaf(
    String kind, Instant at, Optional<Digest> by, Commitment commitment, List<Digest> links) {

  /** The most earlier entries one entry may follow from. */
  public static final int LINKS_MAX = 64;

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public Leaf {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind: " + kind);
    }
    if (links.size() > LINKS_MAX) {
      throw new IllegalArgumentException("at most " + LINKS_MAX + " links");
    }
    links = List.copyOf(links);
  }

  /** An entry that nothing but the installation made and that follows from nothing. */
  public static Leaf of(String kind, Instant at, Commitment commitment) {
    return new Leaf(kind, at, Optional.empty(), commitment, List.of());
  }

  /**
   * The bytes that the log hashes. Every value is of letters that JSON need not escape, so keys in
   * order and no space between is all that RFC 8785 asks.
   */
  public byte[] bytes() {
    StringBuilder json = new StringBuilder(320).append("{\"at\":\"").append(at).append('"');
    by.ifPresent(key -> json.append(",\"by\":\"").append(key).append('"'));
    json.append(",\"commitment\":{\"sha256\":\"")
        .append(commitment.sha256())
        .append("\",\"sm3\":\"")
        .append(commitment.sm3())
        .append("\"},\"kind\":\"")
        .append(kind)
        .append('"');
    if (!links.isEmpty()) {
      json.append(",\"links\":[");
      for (int link = 0; link < links.size(); link++) {
        json.append(link == 0 ? "\"" : ",\"").append(links.get(link)).append('"');
      }
      json.append(']');
    }
    return json.append(",\"v\":1}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
