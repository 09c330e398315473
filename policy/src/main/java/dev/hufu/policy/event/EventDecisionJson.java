package dev.hufu.policy.event;

import java.util.List;

/**
 * A decision upon an event as one line of JSON, always with the same names in the same order, so
 * that equal decisions are equal bytes:
 *
 * <pre>{"event":"t1","type":"transfer","at":1795262400000,"verdict":"amber","risk":0.55,
 * "leading":"probe-then-large","typologies":{"probe-then-large":0.55},"fired":["tr-probe-then-large"],
 * "undetermined":[],"pack":{"id":"cn/transfer","version":"2026.11.22","digest":"…"}}</pre>
 */
public final class EventDecisionJson {

  private final StringBuilder out = new StringBuilder(512);

  /** The line without its end; the builder is used again for the next one. */
  public CharSequence line(EventDecision decision) {
    out.setLength(0);
    out.append("{\"event\":");
    text(decision.event());
    out.append(",\"type\":");
    text(decision.type());
    out.append(",\"at\":").append(decision.at());
    out.append(",\"verdict\":\"").append(decision.verdict().id()).append("\",\"risk\":");
    points(decision.risk());
    if (decision.leading().isPresent()) {
      out.append(",\"leading\":");
      text(decision.leading().get());
    }
    out.append(",\"typologies\":{");
    String comma = "";
    for (EventDecision.Score score : decision.typologies()) {
      out.append(comma);
      text(score.typology());
      out.append(':');
      points(score.score());
      comma = ",";
    }
    out.append("},\"fired\":");
    list(decision.fired());
    out.append(",\"undetermined\":");
    list(decision.undetermined());
    out.append(",\"pack\":{\"id\":");
    text(decision.pack().id());
    out.append(",\"version\":");
    text(decision.pack().version());
    out.append(",\"digest\":\"").append(decision.pack().digest().hex()).append("\"}}");
    return out;
  }

  /** Ten-thousandths as a decimal: 5500 is 0.55, 10000 is 1. */
  private void points(int points) {
    if (points == 0 || points == Ruling.WHOLE) {
      out.append(points / Ruling.WHOLE);
      return;
    }
    String digits = Integer.toString(Ruling.WHOLE + points).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    out.append("0.").append(digits, 0, end);
  }

  private void list(List<String> ids) {
    out.append('[');
    for (int i = 0; i < ids.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      text(ids.get(i));
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
