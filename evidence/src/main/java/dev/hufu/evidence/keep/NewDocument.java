package dev.hufu.evidence.keep;

import dev.hufu.evidence.document.Octets;
import java.util.Optional;

/**
 * A file to be kept with a matter.
 *
 * <p>Example: {@code NewDocument.printed(DocumentKind.IOU_SIGNED, "借条", pdf)}, {@code
 * NewDocument.captured(DocumentKind.VOUCHER, "转账凭证", "image/png", bytes, origin)}.
 *
 * @param title one line, for people
 * @param mediaType as the file says or its sender said; only shown, never trusted
 * @param origin of captured files, and only of these
 */
public record NewDocument(
    DocumentKind kind, String title, String mediaType, Octets content, Optional<Origin> origin) {

  public NewDocument {
    title = StatementLines.oneLine(title);
    if (!mediaType.matches("[a-z]+/[a-z0-9.+-]{1,80}")) {
      throw new IllegalArgumentException("not a media type: " + mediaType);
    }
    if (kind.captured() != origin.isPresent()) {
      throw new IllegalArgumentException("captures have an origin, documents have none");
    }
  }

  /** A printed document of ours, signed or still to be signed. */
  public static NewDocument printed(DocumentKind kind, String title, Octets pdf) {
    return new NewDocument(kind, title, "application/pdf", pdf, Optional.empty());
  }

  public static NewDocument captured(
      DocumentKind kind, String title, String mediaType, Octets content, Origin origin) {
    return new NewDocument(kind, title, mediaType, content, Optional.of(origin));
  }

  @Override
  public String toString() {
    return "NewDocument[" + kind.id() + ", " + content + "]";
  }
}
