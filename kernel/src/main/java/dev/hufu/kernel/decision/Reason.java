package dev.hufu.kernel.decision;

import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.util.List;

/** One of the at most three leading reasons of a verdict. */
public record Reason(String rule, Stage stage, Wording seen, Wording why, List<Source> sources) {

  public Reason {
    sources = List.copyOf(sources);
  }
}
