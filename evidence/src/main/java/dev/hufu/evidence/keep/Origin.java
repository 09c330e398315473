package dev.hufu.evidence.keep;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a captured file comes from: what a court asks about the time before it was kept. Source:
 * 在线诉讼规则 18.
 *
 * <p>Example: {@code Origin.of("对方微信发来", "我的手机", "微信 8.0", "下载账单", OptionalLong.of(-1250))}. Values
 * are single lines of at most {@value Limits#ORIGIN_CHARS_MAX} characters; {@link #of} makes them
 * so.
 *
 * @param source who gave it
 * @param device on which device it came to be
 * @param app in which program
 * @param how by what step: exported, downloaded, photographed
 * @param clockOffsetMillis the browser's clock less the server's, where the browser told it
 */
public record Origin(
    String source, String device, String app, String how, OptionalLong clockOffsetMillis) {

  public Origin {
    StatementLines.require(source);
    StatementLines.require(device);
    StatementLines.require(app);
    StatementLines.require(how);
  }

  /** The same from what a person typed. */
  public static Origin of(
      String source, String device, String app, String how, OptionalLong clockOffsetMillis) {
    return new Origin(
        StatementLines.oneLine(source),
        StatementLines.oneLine(device),
        StatementLines.oneLine(app),
        StatementLines.oneLine(how),
        clockOffsetMillis);
  }

  /** How the device's clock stood, in words; empty where nothing told it. */
  public Optional<Wording> clock() {
    if (clockOffsetMillis.isEmpty()) {
      return Optional.empty();
    }
    long millis = clockOffsetMillis.getAsLong();
    String seconds = "%.1f".formatted(Math.abs(millis) / 1_000.0);
    if (seconds.equals("0.0")) {
      return Optional.of(new Wording("设备时钟对得上", "device clock agrees"));
    }
    return Optional.of(
        millis < 0
            ? new Wording("设备时钟慢 " + seconds + " 秒", "device clock " + seconds + " s slow")
            : new Wording("设备时钟快 " + seconds + " 秒", "device clock " + seconds + " s fast"));
  }

  @Override
  public String toString() {
    return "Origin[***]";
  }
}
