package dev.hufu.app.history;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Wording;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come: a bar with rate and time left on a terminal, a line every ten seconds
 * elsewhere. It is written where errors go, so that answers stay clean.
 */
public final class Progress implements AutoCloseable {

  private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int BAR_CHARS = 100;

  private final Terminal terminal;
  private final long size;
  private final @Nullable ProgressBar bar;
  private final long start = System.nanoTime();
  private long told = start;

  /**
   * @param size the bytes there are to read, 0 where nobody knows
   */
  public Progress(Terminal terminal, long size) {
    this.terminal = terminal;
    this.size = size;
    this.bar = live() ? bar(terminal.err(), size) : null;
  }

  private static boolean live() {
    return System.console() != null && System.console().isTerminal();
  }

  private static ProgressBar bar(PrintStream err, long size) {
    return new ProgressBarBuilder()
        .setTaskName("")
        .setInitialMax(size == 0 ? -1 : size)
        .setUnit(" MB", 1 << 20)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(err, BAR_CHARS))
        .clearDisplayOnFinish()
        .build();
  }

  void show(long bytes, long events) {
    long now = System.nanoTime();
    double seconds = Math.max(1e-3, (now - start) / 1e9);
    if (bar != null) {
      bar.stepTo(bytes);
      bar.setExtraMessage(" %,d/s".formatted(Math.round(events / seconds)));
    } else if (now - told >= PERIOD_NANOS) {
      told = now;
      terminal.err().println(line(bytes, events, seconds).in(terminal.lang()));
    }
  }

  private Wording line(long bytes, long events, double seconds) {
    long rate = Math.round(events / seconds);
    if (size == 0 || bytes == 0) {
      return new Wording(
          "%,d 条 · 每秒 %,d 条".formatted(events, rate),
          "%,d events · %,d a second".formatted(events, rate));
    }
    long percent = 100 * bytes / size;
    long left = Math.round(seconds * (size - bytes) / bytes);
    return new Wording(
        "%d %% · %,d 条 · 每秒 %,d 条 · 大约还要 %d 秒".formatted(percent, events, rate, left),
        "%d %% · %,d events · %,d a second · about %d s left"
            .formatted(percent, events, rate, left));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
