package dev.hufu.learn.task;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.Report;
import java.util.List;

/**
 * What training gives.
 *
 * @param notices what was told on the way and did not stop it: lines refused, columns left out, a
 *     column that leaks
 */
public record Trained(ModelFile model, ModelCard card, Report report, List<Refusal> notices) {

  public Trained {
    notices = List.copyOf(notices);
  }
}
