package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;
import dev.hufu.store.HoldReason;
import java.time.Instant;
import java.time.ZoneId;

/** Legal holds, and matters that are sealed until a statutory term ends. */
public final class HoldWords {

  /** Days are told in the zone of the law that sets them. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public static final Wording HELD = new Wording("保全中", "On hold");
  public static final Wording HELD_SINCE = new Wording("{0} 起", "since {0}");
  public static final Wording HELD_BY = new Wording("{0} 设的", "set by {0}");
  public static final Wording HELD_D =
      new Wording(
          "解除之前，这件事删不掉，到期也不会自己删。",
          "Until it is lifted this matter cannot be erased, and does not erase itself.");
  public static final Wording HOLD_SET = new Wording("保全这件事", "Hold this matter");
  public static final Wording HOLD_SET_D =
      new Wording(
          "要打官司、报警或者有争议的时候用。保全以后谁都删不掉，直到解除。",
          "For a court, the police or a dispute. Nobody can erase it until the hold is lifted.");
  public static final Wording HOLD_WHY = new Wording("为什么保全", "Why hold it");
  public static final Wording HOLD_YES = new Wording("保全", "Hold");
  public static final Wording HOLD_LIFT = new Wording("解除保全", "Lift the hold");
  public static final Wording HOLDS_TITLE = new Wording("保全", "Legal holds");
  public static final Wording HOLDS_D =
      new Wording(
          "有两个人以上的时候，设的人自己不能解除，要另一个人来。",
          "Where there are two or more of you, another than who set a hold lifts it.");
  public static final Wording HOLDS_NONE = new Wording("现在没有保全。", "There is no hold now.");
  public static final Wording HOLDS_MATTER = new Wording("事件编号", "Id of the matter");
  public static final Wording KEPT_HELD =
      new Wording("{0} 件保全中，解除以前删不掉。", "{0} on hold; they stay until the hold is lifted.");
  public static final Wording KEPT_SEALED =
      new Wording(
          "{0} 件已封存，谁都看不了；法定的保存期满就自己删掉，最早一件到 {1}。",
          "{0} sealed: nobody can read them, and each erases itself when its statutory term ends,"
              + " the first on {1}.");
  public static final Wording SEALED_TITLE = new Wording("封存了", "Sealed");

  private HoldWords() {}

  public static Wording reason(HoldReason reason) {
    return switch (reason) {
      case COURT -> new Wording("法院或仲裁", "a court or arbitration");
      case POLICE -> new Wording("报了警", "a report to the police");
      case REGULATOR -> new Wording("监管或保险在查", "an authority or insurer examines it");
      case DISPUTE -> new Wording("双方有争议", "the two sides disagree");
    };
  }

  /** One hold in a sentence. */
  public static Wording line(HoldReason reason, Instant since) {
    Wording why = reason(reason);
    return new Wording(
        why.zh() + "，" + day(since) + " 起。", why.en() + ", since " + day(since) + ".");
  }

  /** What the owner reads after erasing came to sealing. */
  public static Wording sealedUntil(Instant until) {
    String day = day(until);
    return new Wording(
        "法律要求保存到 " + day + "。从现在起谁都看不了、改不了，到那天自己删掉。",
        "The law bids keep it until "
            + day
            + ". From now on nobody can read or change it, and on that day it erases itself.");
  }

  public static String day(Instant at) {
    return at.atZone(ZONE).toLocalDate().toString();
  }
}
