package dev.hufu.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of pictures that are read, told by their first bytes, never by a file's name. */
public enum ImageKind {
  PNG,
  JPEG,
  WEBP;

  /** The kind of a file, if it is one of ours. */
  public static Optional<ImageKind> find(byte[] bytes) {
    if (starts(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (starts(bytes, 0, "\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    return Optional.empty();
  }

  /** What a file that is none of ours seems to be, for the refusal: {@code GIF}. */
  static String nameOther(byte[] bytes) {
    if (starts(bytes, 0, "GIF8")) {
      return "GIF";
    }
    if (starts(bytes, 0, "%PDF")) {
      return "PDF";
    }
    if (starts(bytes, 0, "BM")) {
      return "BMP";
    }
    if (starts(bytes, 0, "PK\u0003\u0004")) {
      return "ZIP";
    }
    if (starts(bytes, 0, "II*\0") || starts(bytes, 0, "MM\0*")) {
      return "TIFF";
    }
    if (starts(bytes, 4, "ftyp")) {
      return starts(bytes, 8, "hei") || starts(bytes, 8, "mif1") ? "HEIC" : "MP4";
    }
    return "?";
  }

  private static boolean starts(byte[] bytes, int from, String latin1) {
    byte[] magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < from + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[from + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
