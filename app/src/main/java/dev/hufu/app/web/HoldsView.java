package dev.hufu.app.web;

import dev.hufu.app.request.HoldDesk;
import java.util.List;

/** The team's page of holds: all that are not lifted. */
public record HoldsView(List<HoldDesk.Shown> holds, List<Problem> problems) {

  public HoldsView {
    holds = List.copyOf(holds);
    problems = List.copyOf(problems);
  }
}
