package dev.hufu.app.web;

import dev.hufu.app.request.CoolingDesk.Cooling;
import java.time.Instant;

/** What a family member sees who is asked to lift a cooling-off time. */
public record ReleaseView(String token, Cooling cooling, Instant now) {

  /** The token opens the page, so it is never printed. */
  @Override
  public String toString() {
    return "ReleaseView[until " + cooling.until() + "]";
  }
}
