package dev.hufu.store;

/** Why sealed content is opened. There is no opening without one, and each leaves an audit row. */
public enum Purpose {
  /** The owner looks at a matter. */
  SHOW_TO_OWNER("show-to-owner"),
  /** The titles of the owner's list. */
  LIST_FOR_OWNER("list-for-owner"),
  /** A verdict is made or made again. */
  DECIDE("decide"),
  /** A friend opened the link they were given. */
  SHOW_TO_FRIEND("show-to-friend"),
  /** Somebody opened the link over which they sign. */
  SHOW_TO_SIGNER("show-to-signer"),
  /** The owner takes a copy along. */
  EXPORT("export"),
  /** A kept decision is held against its commitment. */
  CHECK_EVIDENCE("check-evidence");

  private final String id;

  Purpose(String id) {
    this.id = id;
  }

  /** The name in the audit: {@code show-to-owner}. */
  public String id() {
    return id;
  }
}
