package dev.hufu.policy.event;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Moments as the clocks of a zone show them, asked over and over for moments close together. One
 * thread.
 *
 * <p>Example: {@code clock.day(event.at())} with {@code new ZoneClock(pack.zone())}.
 */
public final class ZoneClock {

  private static final long HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  private final ZoneRules zone;
  private long quarter = Long.MIN_VALUE;
  private long offset;

  public ZoneClock(ZoneId zone) {
    this.zone = zone.getRules();
  }

  /** Days since 1970 on the calendar of the zone. */
  public long day(long at) {
    return Math.floorDiv(local(at), DAY_MILLIS);
  }

  /** The hour of the day, 0 to 23. */
  public long hour(long at) {
    return Math.floorMod(local(at), DAY_MILLIS) / HOUR_MILLIS;
  }

  /** Zones change their offset on a quarter of an hour of UTC, so one look a quarter is enough. */
  private long local(long at) {
    long now = Math.floorDiv(at, HOUR_MILLIS / 4);
    if (now != quarter) {
      quarter = now;
      offset = zone.getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1_000L;
    }
    return at + offset;
  }
}
