package dev.hufu.intake;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes screenshots from bytes nobody has vouched for: PNG, JPEG (turned upright as its EXIF
 * orientation says) and WebP. Nothing is written to disk.
 *
 * <p>Example: {@code ImageSniffer.decode(bytes)} gives an opaque RGB picture, or {@link
 * Code#IMAGE_TOO_LARGE} (by bytes, or by the header's width and height, before decoding), {@link
 * Code#IMAGE_TYPE}, or {@link Code#IMAGE_BROKEN} where it is cut off or corrupt.
 */
public final class ImageSniffer {

  private ImageSniffer() {}

  /** Decodes one picture. */
  public static Outcome<BufferedImage> decode(byte[] bytes) {
    if (bytes.length > Limits.IMAGE_BYTES_MAX) {
      return Outcome.refused(Code.IMAGE_TOO_LARGE, megabytes(bytes.length));
    }
    Optional<ImageKind> kind = ImageKind.find(bytes);
    if (kind.isEmpty()) {
      return Outcome.refused(Code.IMAGE_TYPE, ImageKind.nameOther(bytes));
    }
    if (!isWhole(kind.get(), bytes)) {
      return Outcome.refused(Code.IMAGE_BROKEN, kind.get() + ", " + megabytes(bytes.length));
    }
    try {
      return decode(kind.get(), bytes);
    } catch (IOException | RuntimeException broken) {
      // ImageIO answers corrupt files with almost any exception.
      return Outcome.refused(Code.IMAGE_BROKEN, kind.get().name());
    }
  }

  /** Decodes several in order; refused as a whole if one is, or if there are too many. */
  public static Outcome<List<BufferedImage>> decodeAll(List<byte[]> files) {
    if (files.size() > Limits.IMAGES_MAX) {
      return Outcome.refused(Code.IMAGE_TOO_MANY, Integer.toString(Limits.IMAGES_MAX));
    }
    List<BufferedImage> images = new ArrayList<>();
    for (byte[] file : files) {
      switch (decode(file)) {
        case Outcome.Ok<BufferedImage>(var image) -> images.add(image);
        case Outcome.Refused<BufferedImage>(Refusal refusal) -> {
          return Outcome.refused(refusal);
        }
      }
    }
    return Outcome.of(images);
  }

  private static Outcome<BufferedImage> decode(ImageKind kind, byte[] bytes) throws IOException {
    ImageReader reader = reader(kind);
    try (ImageInputStream in = stream(bytes)) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > Limits.IMAGE_SIDE_PIXELS_MAX
          || height > Limits.IMAGE_SIDE_PIXELS_MAX
          || (long) width * height > Limits.IMAGE_PIXELS_MAX) {
        return Outcome.refused(Code.IMAGE_TOO_LARGE, width + " × " + height);
      }
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      BufferedImage image = reader.read(0);
      if (warnings.stream().anyMatch(ImageSniffer::tellsOfLoss)) {
        return Outcome.refused(Code.IMAGE_BROKEN, kind.name());
      }
      return Outcome.of(upright(image, kind == ImageKind.JPEG ? orientation(bytes) : 1));
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(ImageKind kind) throws IOException {
    return switch (kind) {
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
      // Made directly: a plug-in is not found by ImageIO when another class loader starts first.
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
    };
  }

  private static ImageInputStream stream(byte[] bytes) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
  }

  private static boolean tellsOfLoss(String warning) {
    return warning.contains("remature") || warning.contains("orrupt");
  }

  /** Whether the file runs to its own end, as far as its outermost frame tells. */
  private static boolean isWhole(ImageKind kind, byte[] bytes) {
    return switch (kind) {
      case PNG -> endsWithPngEnd(bytes);
      case JPEG -> hasJpegEnd(bytes);
      case WEBP ->
          bytes.length >= 12
              && Integer.toUnsignedLong(
                          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                      + 8
                  <= bytes.length;
    };
  }

  /** PNG specification, section 5.3: chunks of length, type, data and checksum up to IEND. */
  private static boolean endsWithPngEnd(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    long at = 8;
    while (at + 12 <= bytes.length) {
      long length = Integer.toUnsignedLong(file.getInt((int) at));
      boolean isEnd = file.getInt((int) at + 4) == 0x49454E44;
      at += 12 + length;
      if (isEnd) {
        return at <= bytes.length;
      }
    }
    return false;
  }

  /** The marker of the end need not be last: some cameras append a few bytes. */
  private static boolean hasJpegEnd(byte[] bytes) {
    for (int i = bytes.length - 2; i >= 2; i--) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }

  /** EXIF 2.32, tag 0x0112, 1 to 8; 1 where there is none or it cannot be read. */
  private static int orientation(byte[] bytes) {
    try (ImageInputStream in = stream(bytes)) {
      List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
      if (exif.isEmpty()) {
        return 1;
      }
      byte[] identified = exif.get(0).data().readAllBytes();
      if (identified.length < 1) {
        return 1;
      }
      // One byte of padding stands between the identifier and the TIFF header.
      byte[] tiff = Arrays.copyOfRange(identified, 1, identified.length);
      try (ImageInputStream directory = stream(tiff)) {
        Entry entry = new TIFFReader().read(directory).getEntryById(TIFF.TAG_ORIENTATION);
        return entry != null && entry.getValue() instanceof Number turn ? turn.intValue() : 1;
      }
    } catch (IOException | RuntimeException unreadable) {
      // A picture with a broken EXIF part is still a picture.
      return 1;
    }
  }

  /** Turned as EXIF says, opaque on white: a screenshot with clear corners stays readable. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int w = image.getWidth();
    int h = image.getHeight();
    boolean lying = orientation >= 5 && orientation <= 8;
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> new AffineTransform();
        };
    BufferedImage out = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, out.getWidth(), out.getHeight());
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return out;
  }

  private static String megabytes(int bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }
}
