package dev.hufu.store;

import java.util.Locale;

/** What a common friend can say: it is them, it is not them, cannot tell. */
public enum FriendAnswer {
  CONFIRM,
  DENY,
  UNSURE;

  /** The name in the database and in forms: {@code confirm}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
