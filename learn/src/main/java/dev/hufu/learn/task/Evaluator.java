package dev.hufu.learn.task;

import dev.hufu.kernel.code.Outcome;
import java.nio.file.Path;

/** Measures a kind of learning on public data that lie in a folder under their authors' names. */
@FunctionalInterface
public interface Evaluator {

  Outcome<Evaluation> run(Path data, Steps steps);
}
