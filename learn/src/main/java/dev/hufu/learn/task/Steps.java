package dev.hufu.learn.task;

import dev.hufu.kernel.text.Wording;

/** Is told how far a long piece of work has come; whoever watches draws it. */
@FunctionalInterface
public interface Steps {

  /** Tells nobody. */
  Steps SILENT = (what, done, total) -> {};

  /**
   * One more step.
   *
   * @param what the work at hand, for people
   * @param done how much of it is done
   * @param total all of it; 0 where nobody knows
   */
  void step(Wording what, long done, long total);

  default void step(String zh, String en, long done, long total) {
    step(new Wording(zh, en), done, total);
  }
}
