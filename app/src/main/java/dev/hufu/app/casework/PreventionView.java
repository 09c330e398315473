package dev.hufu.app.casework;

import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import java.util.List;

/** The page of prevention: tiers, routines, limits, and the checks to read. */
public record PreventionView(Pack pack) {

  public CasePolicy.Prevention prevention() {
    return pack.casework().orElseThrow().prevention().orElseThrow();
  }

  public List<CasePolicy.CheckList> checks() {
    return List.copyOf(pack.casework().orElseThrow().checks().values());
  }
}
