package dev.hufu.tlog;

/**
 * Why something from outside was not taken. The name says it; {@link Flaw#where} says at which
 * place. Reasons may be added, never renamed: verifiers print them.
 */
public enum Reason {
  /** Longer than a limit of {@link TlogLimits}. */
  TOO_LARGE,
  /** More parts than a limit of {@link TlogLimits}. */
  TOO_MANY,
  /** Bytes that are not UTF-8. */
  NOT_UTF8,
  /** A control character where none may be. */
  CONTROL_CHARACTER,
  /** The last line does not end in a newline. */
  NO_FINAL_NEWLINE,
  /** No empty line before the signatures, or none after the header. */
  NO_BLANK_LINE,
  /** A line that is not in the form its place demands. */
  BAD_LINE,
  /** A line that must be there is not. */
  MISSING_LINE,
  /** Not the canonical base64 of RFC 4648 section 4 with padding. */
  BAD_BASE64,
  /** Not 32 bytes where a hash must be. */
  BAD_HASH,
  /** Not a decimal number without leading zeroes, or beyond 2^63 - 1. */
  BAD_NUMBER,
  /** Empty, with a space or with a plus. */
  BAD_KEY_NAME,
  /** Not {@code name+hash+base64}, or a key of the wrong length. */
  BAD_KEY,
  /** The key id written beside a key is not that key's. */
  KEY_ID_MISMATCH,
  /** A signature type this room does not know, or one that may not stand here. */
  UNSUPPORTED_KEY_TYPE,
  /** A note without a single signature. */
  NO_SIGNATURES,
  /** Two signatures of one known key. */
  DUPLICATE_SIGNATURE,
  /** A signature of a known key does not verify. */
  BAD_SIGNATURE,
  /** No signature is by a key that is known. */
  NOT_SIGNED_BY_KNOWN_KEY,
  /** The origin is not the one expected, or of no log that is known. */
  UNKNOWN_ORIGIN,
  /** A tree of no leaves with a root other than that of no leaves. */
  EMPTY_TREE_ROOT,
  /** A leaf beyond the tree's size. */
  INDEX_OUT_OF_RANGE,
  /** An older size that is larger than the newer. */
  SIZE_OUT_OF_RANGE,
  /** A proof with more or fewer hashes than the sizes demand. */
  PROOF_LENGTH,
  /** The proof leads to another root. */
  ROOT_MISMATCH,
  /** A node that the proof needs was not found by the reader. */
  MISSING_NODE,
  /** A tile or bundle whose bytes do not fit its width. */
  BAD_TILE,
  /** A path that names no tile and no bundle. */
  BAD_TILE_PATH,
  /** Something of this name or key is there already. */
  DUPLICATE,
  /** A name that no line before it has defined. */
  UNKNOWN_NAME,
  /** A threshold below one or above the number of members. */
  BAD_THRESHOLD,
  /** Too few of the witnesses that the policy demands have cosigned. */
  QUORUM_NOT_MET,
  /** The old size a client gave is not the one the witness holds. */
  STALE_OLD_SIZE
}
