package dev.hufu.tlog.bundle;

/**
 * One check and what it came to.
 *
 * <p>Example, as a line: {@code 对 包含证明 0003 第 8 条，共 20 条}.
 *
 * @param where the item, file or key; written by this room or held to plain letters before
 */
public record Finding(Check check, State state, String where, String zh, String en) {

  /** What a check came to. */
  public enum State {
    HELD("对  ", "ok  "),
    FAILED("错  ", "FAIL"),
    /** Said openly, so that nobody takes silence for a check. */
    NOT_CHECKED("没查", "skip");

    private final String zh;
    private final String en;

    State(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  static Finding held(Check check, String where, String zh, String en) {
    return new Finding(check, State.HELD, where, zh, en);
  }

  static Finding failed(Check check, String where, String zh, String en) {
    return new Finding(check, State.FAILED, where, zh, en);
  }

  static Finding skipped(Check check, String where, String zh, String en) {
    return new Finding(check, State.NOT_CHECKED, where, zh, en);
  }

  /** The line for a person. */
  public String line(boolean english) {
    String head = (english ? state.en : state.zh) + " " + check.name(english);
    String place = where.isEmpty() ? "" : " " + where;
    String told = english ? en : zh;
    return head + place + (told.isEmpty() ? "" : (english ? ": " : "：") + told);
  }
}
