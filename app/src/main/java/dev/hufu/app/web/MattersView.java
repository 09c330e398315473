package dev.hufu.app.web;

import dev.hufu.app.request.BegunPlans;
import dev.hufu.app.request.MatterSummary;
import java.util.List;

/**
 * The list of one owner's matters.
 *
 * @param matters requests for money that were decided
 * @param plans what was begun after money was gone; of a request too, then it stands in both
 */
public record MattersView(List<MatterSummary> matters, List<BegunPlans.Begun> plans) {
  public MattersView {
    matters = List.copyOf(matters);
    plans = List.copyOf(plans);
  }
}
