package dev.hufu.kernel.lender;

import java.util.Optional;

/** What a lender says of its own licence: any of the three may be missing. */
public record LicenceClaim(
    Optional<String> name, Optional<String> creditCode, Optional<String> number) {

  public boolean empty() {
    return name.isEmpty() && creditCode.isEmpty() && number.isEmpty();
  }
}
