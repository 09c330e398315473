package dev.hufu.tlog.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962 section 2.1: a leaf is SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖ left ‖
 * right), a tree of no leaves SHA-256 of nothing. The prefixes keep a node from passing as a leaf.
 *
 * <p>Holds a digest and a buffer, so it is cheap to call and must stay in one thread. Example:
 * {@code new TreeHasher().leaf(entry)}.
 */
public final class TreeHasher {

  /** The root of a tree of no leaves. */
  public static final Hash EMPTY = Hash.of(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();
  private final byte[] hash = new byte[Hash.BYTES];
  private final byte[] node = new byte[1 + 2 * Hash.BYTES];

  public Hash leaf(byte[] entry) {
    digest.update(LEAF);
    digest.update(entry);
    return result();
  }

  public Hash node(Hash left, Hash right) {
    node[0] = NODE;
    left.put(node, 1);
    right.put(node, 1 + Hash.BYTES);
    digest.update(node);
    return result();
  }

  private Hash result() {
    try {
      digest.digest(hash, 0, Hash.BYTES);
    } catch (DigestException impossible) {
      throw new IllegalStateException(impossible);
    }
    return Hash.at(hash, 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
