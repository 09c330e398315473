package dev.hufu.app.ops;

import java.time.Clock;

/** The one place that asks the machine what time it is. Everywhere else time is an argument. */
public final class SystemClock {

  private SystemClock() {}

  public static Clock get() {
    return Clock.systemUTC();
  }
}
