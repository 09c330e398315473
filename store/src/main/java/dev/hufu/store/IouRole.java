package dev.hufu.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody signs an IOU as, in the order in which the paper names them. */
public enum IouRole {
  LENDER,
  BORROWER,
  WITNESS,
  GUARANTOR;

  /** {@code borrower}: as rows, pages and the places of seals call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<IouRole> find(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}
