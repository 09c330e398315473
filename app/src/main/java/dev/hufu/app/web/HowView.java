package dev.hufu.app.web;

import dev.hufu.app.request.PackView;
import java.util.List;

/**
 * The page that explains the rules.
 *
 * @param overdue entries of law that should have been looked over by today
 */
public record HowView(PackView pack, List<PackView.LawText> overdue) {

  public HowView {
    overdue = List.copyOf(overdue);
  }
}
