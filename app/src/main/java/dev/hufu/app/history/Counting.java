package dev.hufu.app.history;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.backtest.Backtest;

/** The step of a backtest. */
public record Counting(Backtest backtest) implements EventRun.Step {

  @Override
  public Taken take(EventValues event, long nowMillis) {
    return backtest.accept(event, nowMillis);
  }

  @Override
  public boolean decided() {
    return backtest.decides();
  }
}
