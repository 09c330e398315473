package dev.hufu.store;

import java.util.Locale;
import java.util.Optional;

/** Why a matter is held. Words of one's own are not taken: they would outlive the erasing. */
public enum HoldReason {
  /** A court or an arbitration has it, or will. */
  COURT,
  /** It was reported to the police. */
  POLICE,
  /** An authority or an insurer examines it. */
  REGULATOR,
  /** The two sides disagree, and nobody else has it yet. */
  DISPUTE;

  /** The name in rows and forms: {@code court}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HoldReason> parse(String id) {
    for (HoldReason reason : values()) {
      if (reason.id().equals(id)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
