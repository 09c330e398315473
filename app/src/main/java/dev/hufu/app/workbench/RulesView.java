package dev.hufu.app.workbench;

import dev.hufu.store.PackVersion;
import java.util.List;

/**
 * The rules of a version that fit what was asked.
 *
 * @param all how many it has
 */
public record RulesView(
    PackVersion version, RuleDesk.Query query, List<RuleDesk.Row> rows, int all) {

  public RulesView {
    rows = List.copyOf(rows);
  }
}
