package dev.hufu.app.learning;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.task.Steps;
import java.time.Duration;

/**
 * Says how far training has come: a line when the work at hand changes, and one every ten seconds
 * while it goes on. It is written where errors go, so that answers stay clean.
 */
public final class TerminalSteps implements Steps {

  private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private long told = start - PERIOD_NANOS;
  private String last = "";

  public TerminalSteps(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void step(Wording what, long done, long total) {
    String words = what.in(terminal.lang());
    long now = System.nanoTime();
    if (words.equals(last) && now - told < PERIOD_NANOS) {
      return;
    }
    last = words;
    told = now;
    String far =
        total > 0 ? " %d %%".formatted(100 * done / total) : done > 0 ? " %,d".formatted(done) : "";
    terminal.err().println("  %5.1f s  %s%s".formatted((now - start) / 1e9, words, far));
  }
}
