package dev.hufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: good pictures are decoded upright, bad ones refused before they cost anything. */
class ImageSnifferTest {

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void decodesAPicture(String format) {
    BufferedImage image = ImageSniffer.decode(picture(format, 60, 40)).orThrow();
    assertThat(image.getWidth()).isEqualTo(60);
    assertThat(image.getHeight()).isEqualTo(40);
    assertThat(isRed(image.getRGB(5, 5))).isTrue();
    assertThat(isRed(image.getRGB(50, 30))).isFalse();
  }

  @Test
  void decodesWebP() {
    BufferedImage image = ImageSniffer.decode(webp()).orThrow();
    assertThat(image.getWidth()).isEqualTo(60);
    assertThat(isRed(image.getRGB(5, 5))).isTrue();
    assertThat(code(Arrays.copyOf(webp(), webp().length / 2))).hasValue(Code.IMAGE_BROKEN);
  }

  @ParameterizedTest
  @CsvSource({"1,60,40,5,5", "3,60,40,55,35", "6,40,60,35,5", "8,40,60,5,55", "2,60,40,55,5"})
  void turnsAPictureAsExifSays(int orientation, int width, int height, int redX, int redY) {
    byte[] turned = withOrientation(picture("jpeg", 60, 40), orientation);
    BufferedImage image = ImageSniffer.decode(turned).orThrow();
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertThat(isRed(image.getRGB(redX, redY))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void refusesWhatIsCutOffAnywhere(String format) {
    byte[] whole = picture(format, 60, 40);
    for (int length = 10; length < whole.length - 2; length += 7) {
      assertThat(code(Arrays.copyOf(whole, length))).as("%d", length).hasValue(Code.IMAGE_BROKEN);
    }
  }

  @Test
  void refusesCorruptPictures() {
    byte[] png = picture("png", 60, 40);
    byte[] corrupt = png.clone();
    Arrays.fill(corrupt, 45, 60, (byte) 7);
    assertThat(code(corrupt)).hasValue(Code.IMAGE_BROKEN);
  }

  @Test
  void refusesOtherTypesByName() {
    assertThat(refusal("GIF89a....".getBytes(StandardCharsets.US_ASCII)))
        .hasValue(Refusal.of(Code.IMAGE_TYPE, "GIF"));
    assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .hasValue(Refusal.of(Code.IMAGE_TYPE, "PDF"));
    assertThat(refusal(new byte[0])).hasValue(Refusal.of(Code.IMAGE_TYPE, "?"));
  }

  @Test
  void refusesByTheHeaderBeforeDecoding() {
    assertThat(refusal(pngHeader(8000, 5000)))
        .hasValue(Refusal.of(Code.IMAGE_TOO_LARGE, "8000 × 5000"));
    assertThat(code(pngHeader(Limits.IMAGE_SIDE_PIXELS_MAX + 1, 10)))
        .hasValue(Code.IMAGE_TOO_LARGE);
    assertThat(code(pngHeader(6000, 4000)))
        .as("24 megapixels are within the limit, but there are none in the file")
        .hasValue(Code.IMAGE_BROKEN);
    assertThat(code(pngHeader(6000, 4001))).hasValue(Code.IMAGE_TOO_LARGE);
    assertThat(code(pngHeader(Limits.IMAGE_SIDE_PIXELS_MAX, 10))).hasValue(Code.IMAGE_BROKEN);
  }

  @Test
  void refusesByBytes() {
    byte[] png = picture("png", 60, 40);
    byte[] atLimit = Arrays.copyOf(png, Limits.IMAGE_BYTES_MAX);
    assertThat(ImageSniffer.decode(atLimit).findValue()).isPresent();
    assertThat(code(Arrays.copyOf(png, Limits.IMAGE_BYTES_MAX + 1))).hasValue(Code.IMAGE_TOO_LARGE);
  }

  @Test
  void refusesTooManyAtOnce() {
    List<byte[]> atLimit = Collections.nCopies(Limits.IMAGES_MAX, picture("png", 6, 4));
    assertThat(ImageSniffer.decodeAll(atLimit).orThrow()).hasSize(Limits.IMAGES_MAX);
    assertThat(
            ImageSniffer.decodeAll(Collections.nCopies(Limits.IMAGES_MAX + 1, atLimit.get(0)))
                .findRefusal())
        .hasValue(Refusal.of(Code.IMAGE_TOO_MANY, "9"));
    assertThat(ImageSniffer.decodeAll(List.of(atLimit.get(0), new byte[3])).findRefusal())
        .hasValue(Refusal.of(Code.IMAGE_TYPE, "?"));
  }

  private static Optional<Code> code(byte[] bytes) {
    return refusal(bytes).map(Refusal::code);
  }

  private static Optional<Refusal> refusal(byte[] bytes) {
    Outcome<BufferedImage> outcome = ImageSniffer.decode(bytes);
    return outcome.findRefusal();
  }

  private static boolean isRed(int rgb) {
    Color color = new Color(rgb);
    return color.getRed() > 180 && color.getBlue() < 90;
  }

  /** Red in the upper left quarter, blue elsewhere. */
  static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height / 2);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG with an EXIF segment put behind its first marker. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return ByteBuffer.allocate(jpeg.length + 36)
        .put(jpeg, 0, 2)
        .put(exif.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A PNG that claims a size and has no picture. */
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(8 + 25 + 12);
    file.put("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer header = ByteBuffer.allocate(17).putInt(0x49484452).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    file.putInt(13).put(header.array()).putInt(crc(header.array()));
    byte[] end = {'I', 'E', 'N', 'D'};
    file.putInt(0).put(end).putInt(crc(end));
    return file.array();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static byte[] webp() {
    try (var in = ImageSnifferTest.class.getResourceAsStream("red-corner.webp")) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
