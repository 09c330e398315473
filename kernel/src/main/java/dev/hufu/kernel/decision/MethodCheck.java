package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;

/**
 * One way of verifying who is on the other side, and how it stands.
 *
 * @param method its id: {@code call-back}
 * @param title as shown: 打原来的电话
 * @param remark its strength or known weakness, as shown
 * @param how what to do, step by step in one or two sentences
 * @param state how it stands
 * @param strength what it counts for when it matches
 */
public record MethodCheck(
    String method, Wording title, Wording remark, Wording how, State state, int strength) {

  /** The two halves match, were not held together yet, or do not fit. */
  public enum State {
    MATCHED("对上了", "matches"),
    OPEN("还没试", "not tried yet"),
    NO_ANSWER("没有结果", "no result"),
    MISMATCH("对不上", "does not match");

    private final Wording wording;

    State(String zh, String en) {
      wording = new Wording(zh, en);
    }

    public Wording wording() {
      return wording;
    }
  }
}
