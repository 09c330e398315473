package dev.hufu.app.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as one SVG path, so that it needs no image file, prints sharp and passes a strict
 * content policy.
 *
 * @param size modules along a side, quiet zone included: the side of the view box
 * @param path the dark modules
 */
public record QrPath(int size, String path) {

  /** Throws if the text is longer than a QR code holds; callers send short fixed shapes. */
  public static QrPath of(String text) {
    try {
      BitMatrix bits =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  1,
                  1,
                  Map.of(
                      EncodeHintType.CHARACTER_SET,
                      "UTF-8",
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      4));
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < bits.getHeight(); y++) {
        int x = 0;
        while (x < bits.getWidth()) {
          int from = x;
          while (x < bits.getWidth() && bits.get(x, y)) {
            x++;
          }
          if (x > from) {
            path.append('M').append(from).append(' ').append(y).append('h').append(x - from);
            path.append("v1h-").append(x - from).append('z');
          }
          x++;
        }
      }
      return new QrPath(bits.getWidth(), path.toString());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no QR code holds " + text.length() + " chars", tooLong);
    }
  }

  /** The code as a file of its own. */
  public String svg() {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>")
        .formatted(size, size, size * 8, size * 8, size, size, path);
  }
}
