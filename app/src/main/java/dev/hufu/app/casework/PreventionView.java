package dev.hufu.app.casework;

import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import java.util.List;

/** Pages of the pack itself: prevention, the checks to read, the rules that stand behind it. */
public record PreventionView(Pack pack) {

  public CasePolicy.Prevention prevention() {
    return pack.casework().orElseThrow().prevention().orElseThrow();
  }

  public List<CasePolicy.CheckList> checks() {
    return List.copyOf(pack.casework().orElseThrow().checks().values());
  }

  /** The entries of law, in the order of their files. */
  public List<Law.Entry> rules() {
    return List.copyOf(pack.law().entries().values());
  }
}
