package dev.hufu.policy.price;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who lends; which lines a price is held against depends on it. */
public enum LenderKind {
  /** A person. */
  NATURAL,
  /** A company without a licence to lend. */
  UNLICENSED,
  /** A bank, a microlender or another licensed lender. */
  LICENSED,
  /** A bank, found through a platform. */
  PLATFORM,
  /** Not known: then no line applies, and it is asked. */
  UNKNOWN;

  /** As it is written on the command line and in forms. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LenderKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equalsIgnoreCase(id)).findFirst();
  }

  /** Whether the rules on private loans are about this lender; empty where that is not known. */
  public Optional<Boolean> privateLoan() {
    return switch (this) {
      case NATURAL, UNLICENSED -> Optional.of(true);
      case LICENSED, PLATFORM -> Optional.of(false);
      case UNKNOWN -> Optional.empty();
    };
  }
}
