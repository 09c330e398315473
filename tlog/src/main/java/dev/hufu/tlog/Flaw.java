package dev.hufu.tlog;

/**
 * What is wrong and where, for people and programs.
 *
 * <p>Example: {@code new Flaw(Reason.BAD_HASH, "line 3")}. The place is written by this room and
 * never quotes what it was given.
 *
 * @param where the place: a line or a part by number or name, counted from 1
 */
public record Flaw(Reason reason, String where) {

  @Override
  public String toString() {
    return where.isEmpty() ? reason.name() : reason + " at " + where;
  }
}
