package dev.hufu.tlog;

/**
 * Every limit of this room, in one place. What lies beyond one is refused with {@link
 * Reason#TOO_LARGE} or {@link Reason#TOO_MANY}, never cut. Units stand in the names, last.
 *
 * <p>Example: {@code LEAF_BYTES_MAX} is what two bytes of length can say in an entry bundle.
 *
 * <p>Source: C2SP tlog-tiles (leaf, tile), signed-note (at least 16 signatures must be taken),
 * tlog-witness (63 proof lines), tlog-policy (at least 32 logs, witnesses and groups).
 */
public final class TlogLimits {

  /** One entry: its length is written in two bytes. */
  public static final int LEAF_BYTES_MAX = 65_535;

  /** Hashes of a full tile, and entries of a full bundle. */
  public static final int TILE_WIDTH = 256;

  /** One note with all its signatures; 64 of ML-DSA-44 fit. */
  public static final int NOTE_BYTES_MAX = 256 * 1024;

  public static final int NOTE_SIGNATURES_MAX = 64;
  public static final int KEY_NAME_BYTES_MAX = 255;
  public static final int CHECKPOINT_EXTENSIONS_MAX = 16;

  /** Hashes of one inclusion or consistency proof: a tree of 2^63 leaves needs no more. */
  public static final int PROOF_HASHES_MAX = 63;

  /** Opaque data that may travel in a {@code .tlog-proof}, before base64. */
  public static final int PROOF_EXTRA_BYTES_MAX = 64 * 1024;

  /** A {@code .tlog-proof}: note, path and extra data in base64. */
  public static final int PROOF_BYTES_MAX = NOTE_BYTES_MAX + 96 * 1024;

  /** The body of an {@code add-checkpoint} request. */
  public static final int WITNESS_REQUEST_BYTES_MAX = NOTE_BYTES_MAX + 4 * 1024;

  public static final int POLICY_BYTES_MAX = 512 * 1024;
  public static final int POLICY_LOGS_MAX = 64;
  public static final int POLICY_WITNESSES_MAX = 64;
  public static final int POLICY_GROUPS_MAX = 64;

  private TlogLimits() {}
}
