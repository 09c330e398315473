package dev.hufu.app.workbench;

import dev.hufu.policy.pack.Law;
import dev.hufu.store.PackVersion;
import java.util.List;

/** An entry of law, and the rules of a version that stand on it. */
public record SourceView(PackVersion version, Law.Entry entry, List<ShownRule> rules) {

  public SourceView {
    rules = List.copyOf(rules);
  }
}
