package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.util.List;

/** A way of paying, and what is known of delay, recall, limits and receipts, with dates. */
public record Channel(String id, Wording title, List<Row> rows) {

  public Channel {
    rows = List.copyOf(rows);
  }

  /** One thing said about a channel; V3 and claims are shown as not certain. */
  public record Row(
      Topic topic, Wording says, Source source, LocalDate seenOn, Confidence confidence) {}

  /** What a row is about. */
  public enum Topic {
    DELAY("延时", "Delay"),
    RECALL("撤回", "Calling back"),
    LIMIT("限额", "Limits"),
    RECEIPT("凭证", "Receipt");

    private final Wording title;

    Topic(String zh, String en) {
      title = new Wording(zh, en);
    }

    public Wording title() {
      return title;
    }
  }
}
