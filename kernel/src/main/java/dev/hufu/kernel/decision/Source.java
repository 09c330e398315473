package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;

/**
 * Why a rule may say what it says.
 *
 * @param kind how strong it is
 * @param id law entry id ({@code CN-PL-05}), or the name of the practice or claim
 * @param title as shown
 */
public record Source(Kind kind, String id, Wording title) {

  /** Law binds, practice is what police and platforms advise, a claim has no source we found. */
  public enum Kind {
    LAW("法律", "law"),
    PRACTICE("经验", "practice"),
    CLAIM("说法，未找到出处", "claim, no source found");

    private final Wording wording;

    Kind(String zh, String en) {
      wording = new Wording(zh, en);
    }

    public Wording wording() {
      return wording;
    }
  }
}
