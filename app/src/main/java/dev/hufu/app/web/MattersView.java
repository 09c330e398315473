package dev.hufu.app.web;

import dev.hufu.app.request.MatterSummary;
import java.util.List;

/** The list of one owner's matters. */
public record MattersView(List<MatterSummary> matters) {
  public MattersView {
    matters = List.copyOf(matters);
  }
}
