package dev.hufu.evidence.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The IOU all tests of this room print and sign. */
public final class Samples {

  public static final Instant AT = Instant.parse("2026-11-21T06:00:00Z");

  private Samples() {}

  public static String iouMarkup() {
    try (InputStream in = Samples.class.getResourceAsStream("iou.xhtml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static Paper iou() {
    return Once.IOU;
  }

  /** The place of a seal: lender, borrower or witness. */
  public static SealPlace seal(String name) {
    return iou().findSeal(name).orElseThrow();
  }

  public static Attachment chat() {
    return new Attachment(
        "聊天记录.txt",
        "text/plain",
        "双方的聊天记录",
        Octets.of("借我一万，三月底还你".getBytes(StandardCharsets.UTF_8)));
  }

  private static final class Once {
    static final Paper IOU = Press.print(iouMarkup(), AT, List.of(chat())).orThrow();
  }
}
