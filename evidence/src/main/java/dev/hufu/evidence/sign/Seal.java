package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.SealPlace;
import dev.hufu.evidence.document.Typeface;
import java.awt.Color;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** The visible mark of a signature: a name, a time, the beginning of the key's digest. */
final class Seal {

  private static final Color BRONZE = new Color(0x74, 0x44, 0x1A);
  private static final Color INK = new Color(0x1A, 0x18, 0x15);
  private static final Color GREY = new Color(0x6B, 0x67, 0x60);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final float PAD = 6;
  private static final int KEY_DIGITS = 16;

  private Seal() {}

  /** Everything a seal says, to be looked up in the typeface beforehand. */
  static String words(Signing signing) {
    return signing.name() + signing.role() + "已签（北京时间）钥匙0123456789abcdef-: ";
  }

  static void draw(PDDocument document, PDAnnotationWidget widget, Signing signing, SealPlace place)
      throws IOException {
    widget.setRectangle(new PDRectangle(place.x(), place.y(), place.width(), place.height()));
    PDAppearanceStream look = new PDAppearanceStream(document);
    look.setBBox(new PDRectangle(place.width(), place.height()));
    look.setResources(new PDResources());
    PDFont font = Typeface.open(document);
    try (PDPageContentStream page = new PDPageContentStream(document, look)) {
      frame(page, place);
      float left = signing.hand().isPresent() ? place.width() * 0.45f : 0;
      if (signing.hand().isPresent()) {
        strokes(page, signing.hand().get(), place, left);
      }
      write(page, font, signing, place, left + PAD);
    }
    PDAppearanceDictionary looks = new PDAppearanceDictionary();
    looks.setNormalAppearance(look);
    widget.setAppearance(looks);
  }

  private static void frame(PDPageContentStream page, SealPlace place) throws IOException {
    page.setStrokingColor(BRONZE);
    page.setLineWidth(1);
    page.addRect(0.5f, 0.5f, place.width() - 1, place.height() - 1);
    page.stroke();
  }

  private static void write(
      PDPageContentStream page, PDFont font, Signing signing, SealPlace place, float x)
      throws IOException {
    float room = place.width() - x - PAD;
    float line = place.height() / 4;
    String key = Octets.of(signing.chain().getFirst().getPublicKey().getEncoded()).digest().hex();
    text(page, font, signing.role() + " 已签", BRONZE, x, line * 3.05f, line * 0.55f, room);
    text(page, font, signing.name(), INK, x, line * 1.9f, line * 0.95f, room);
    String moment = MOMENT.format(signing.at().atZone(CHINA));
    text(page, font, moment + "（北京时间）", GREY, x, line * 1.1f, line * 0.5f, room);
    text(
        page, font, "钥匙 " + key.substring(0, KEY_DIGITS), GREY, x, line * 0.4f, line * 0.45f, room);
  }

  /** One line; what is too long for the room is set smaller, never cut. */
  private static void text(
      PDPageContentStream page,
      PDFont font,
      String words,
      Color colour,
      float x,
      float y,
      float size,
      float room)
      throws IOException {
    float width = font.getStringWidth(words) / 1_000 * size;
    page.beginText();
    page.setNonStrokingColor(colour);
    page.setFont(font, width > room ? size * room / width : size);
    page.newLineAtOffset(x, y);
    page.showText(words);
    page.endText();
  }

  private static void strokes(
      PDPageContentStream page, Handwriting hand, SealPlace place, float room) throws IOException {
    page.setStrokingColor(INK);
    page.setLineWidth(1.2f);
    page.setLineCapStyle(1);
    page.setLineJoinStyle(1);
    float width = room - PAD;
    float height = place.height() - 2 * PAD;
    for (List<Handwriting.Point> stroke : hand.strokes()) {
      for (int i = 0; i < stroke.size(); i++) {
        float x = PAD + width * stroke.get(i).x() / Handwriting.EDGE;
        float y = PAD + height * (Handwriting.EDGE - stroke.get(i).y()) / Handwriting.EDGE;
        if (i == 0) {
          page.moveTo(x, y);
        }
        page.lineTo(x, y);
      }
      if (!stroke.isEmpty()) {
        page.stroke();
      }
    }
  }
}
