package dev.hufu.language.screenshot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the chat screenshots that lie beside the tests. Run by hand when they are to change: {@code
 * java ScreenshotPainter.java FONT.ttf FOLDER}, with any font that has Chinese characters.
 */
public final class ScreenshotPainter {

  private static final int WIDTH = 720;
  private static final int PAD = 24;
  private static final int FACE = 72;

  private ScreenshotPainter() {}

  /** A bubble, or a time stamp in the middle where {@code side} is 0. */
  private record Part(int side, List<String> lines) {}

  private record Look(Color back, Color bar, Color left, Color right, Color text, Color stamp) {}

  private static final Look LIGHT =
      new Look(
          new Color(0xEDEDED),
          new Color(0xEDEDED),
          Color.WHITE,
          new Color(0x95EC69),
          new Color(0x181818),
          new Color(0xA0A0A0));
  private static final Look DARK =
      new Look(
          new Color(0x111111),
          new Color(0x191919),
          new Color(0x2C2C2C),
          new Color(0x3EB575),
          new Color(0xE0E0E0),
          new Color(0x707070));

  /** Draws all three. */
  public static void main(String[] args) throws IOException, FontFormatException {
    Font font = Font.createFont(Font.TRUETYPE_FONT, new File(args[0]));
    File folder = new File(args[1]);
    paintBorrow(font, folder);
    paintFee(font, folder);
    paintLend(font, folder);
  }

  private static void paintBorrow(Font font, File folder) throws IOException {
    paint(
        font,
        LIGHT,
        "小王",
        List.of(
            new Part(0, List.of("昨天 21:03")),
            new Part(-1, List.of("在吗？")),
            new Part(1, List.of("在，怎么了")),
            new Part(-1, List.of("遇到点急事儿，能不能给我", "借1000块钱？")),
            new Part(-1, List.of("明天就还你")),
            new Part(1, List.of("我先打你电话"))),
        new File(folder, "borrow-light.png"));
  }

  private static void paintFee(Font font, File folder) throws IOException {
    paint(
        font,
        DARK,
        "张经理",
        List.of(
            new Part(0, List.of("10:26")),
            new Part(1, List.of("您好，我的钱什么时候能提出来")),
            new Part(-1, List.of("您的账户被冻结了，需要先交", "5000元解冻费，交完马上到账，", "请不要告诉别人")),
            new Part(1, List.of("好的")),
            new Part(0, List.of("10:31")),
            new Part(-1, List.of("转到这张卡，快一点"))),
        new File(folder, "fee-dark.png"));
  }

  private static void paintLend(Font font, File folder) throws IOException {
    paint(
        font,
        LIGHT,
        "Ann",
        List.of(
            new Part(-1, List.of("Could you lend me $300?")),
            new Part(-1, List.of("I will pay you back by Friday")),
            new Part(1, List.of("Let me call you first"))),
        new File(folder, "lend-english.png"));
  }

  private static void paint(Font font, Look look, String title, List<Part> parts, File to)
      throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, 1280, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(look.back());
    g.fillRect(0, 0, WIDTH, 1280);
    g.setColor(look.bar());
    g.fillRect(0, 0, WIDTH, 140);
    g.setColor(look.text());
    g.setFont(font.deriveFont(Font.BOLD, 24f));
    g.drawString("21:06", 40, 40);
    g.drawString("5G", WIDTH - 80, 40);
    g.setFont(font.deriveFont(Font.BOLD, 34f));
    g.drawString(title, (WIDTH - g.getFontMetrics().stringWidth(title)) / 2, 112);
    int y = 170;
    for (Part part : parts) {
      y = part.side() == 0 ? stamp(g, font, look, part, y) : bubble(g, font, look, part, y);
    }
    g.dispose();
    ImageIO.write(image, "png", to);
  }

  private static int stamp(Graphics2D g, Font font, Look look, Part part, int y) {
    g.setColor(look.stamp());
    g.setFont(font.deriveFont(24f));
    String text = part.lines().get(0);
    g.drawString(text, (WIDTH - g.getFontMetrics().stringWidth(text)) / 2, y + 24);
    return y + 56;
  }

  private static int bubble(Graphics2D g, Font font, Look look, Part part, int y) {
    g.setFont(font.deriveFont(32f));
    int width = 0;
    for (String line : part.lines()) {
      width = Math.max(width, g.getFontMetrics().stringWidth(line));
    }
    int w = width + 2 * PAD;
    int h = part.lines().size() * 44 + 32;
    boolean mine = part.side() > 0;
    int x = mine ? WIDTH - 20 - FACE - 16 - w : 20 + FACE + 16;
    g.setColor(mine ? new Color(0x7799BB) : new Color(0xBB8866));
    g.fillRect(mine ? WIDTH - 20 - FACE : 20, y, FACE, FACE);
    g.setColor(mine ? look.right() : look.left());
    g.fill(new RoundRectangle2D.Double(x, y, w, h, 12, 12));
    g.setColor(mine ? new Color(0x101010) : look.text());
    for (int i = 0; i < part.lines().size(); i++) {
      g.drawString(part.lines().get(i), x + PAD, y + 46 + i * 44);
    }
    return y + Math.max(h, FACE) + 28;
  }
}
