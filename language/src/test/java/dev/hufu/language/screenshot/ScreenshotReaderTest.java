package dev.hufu.language.screenshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Goal: screenshots become chat text with the right sides. Method: three drawn screenshots through
 * the real engine; layout alone with lines placed by hand.
 */
class ScreenshotReaderTest {

  private final ScreenshotReader reader = new ScreenshotReader(RapidLineReader.shared());

  @Test
  void readsALightChat() throws IOException {
    ScreenshotText text = reader.read(List.of(picture("borrow-light.png"))).orThrow();
    assertThat(text.chat().replace('?', '？').replace(',', '，'))
        .isEqualTo(
            """
            对方：在吗？
            我：在，怎么了
            对方：遇到点急事儿，能不能给我借1000块钱？
            对方：明天就还你
            我：我先打你电话\
            """);
    assertThat(text.confidence()).isBetween(0.7, 1.0);
  }

  @Test
  void readsADarkChatWithWideBubbles() throws IOException {
    ScreenshotText text = reader.read(List.of(picture("fee-dark.png"))).orThrow();
    assertThat(text.chat().replace(',', '，'))
        .startsWith("我：您好，我的钱什么时候能提出来\n对方：您的账户被冻结了，需要先交5000元解冻费")
        .contains("请不要告诉别人\n我：好的\n对方：转到这张卡，快一点")
        .doesNotContain("10:26")
        .doesNotContain("张经理");
  }

  @Test
  void readsEnglishAndSeveralPicturesInOrder() throws IOException {
    BufferedImage english = picture("lend-english.png");
    ScreenshotText text = reader.read(List.of(english, english)).orThrow();
    assertThat(text.chat())
        .isEqualTo(
            """
            对方：Could you lend me $300?
            对方：I will pay you back by Friday
            我：Let me call you first\
            """);
  }

  @Test
  void refusesAPictureWithoutWords() {
    BufferedImage blank = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
    assertThat(reader.read(List.of(blank)).findRefusal().map(Refusal::code))
        .hasValue(Code.IMAGE_NO_TEXT);
  }

  @Test
  void withoutBubblesThePlaceDecides() {
    BufferedImage plain = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    LineReader placed =
        image ->
            List.of(
                new ReadLine("好的", 1, 300, 100, 380, 120),
                new ReadLine("21:03", 1, 170, 10, 230, 30),
                new ReadLine("在吗", 1, 20, 50, 80, 70));
    assertThat(new ScreenshotReader(placed).read(List.of(plain)).orThrow().chat())
        .isEqualTo("对方：在吗\n我：好的");
  }

  @Test
  void linesOfOneBubbleAreJoinedAndOthersNot() {
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(50, 20, 200, 80);
    graphics.fillRect(50, 120, 200, 40);
    graphics.setColor(Color.GREEN);
    graphics.fillRect(60, 200, 270, 40);
    graphics.dispose();
    LineReader placed =
        any ->
            List.of(
                new ReadLine("please", 1, 60, 30, 120, 50),
                new ReadLine("send it", 1, 60, 60, 130, 80),
                new ReadLine("快点", 1, 60, 130, 120, 150),
                new ReadLine("不", 1, 80, 210, 300, 230),
                new ReadLine("小王", 1, 10, 2, 40, 14));
    assertThat(new ScreenshotReader(placed).read(List.of(image)).orThrow().chat())
        .isEqualTo("对方：please send it\n对方：快点\n我：不");
  }

  @Test
  void tallPicturesAreReadInSlices() throws IOException {
    BufferedImage chat = picture("borrow-light.png");
    BufferedImage tall = new BufferedImage(720, 3840, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = tall.createGraphics();
    graphics.setColor(new Color(chat.getRGB(2, 200)));
    graphics.fillRect(0, 0, 720, 3840);
    graphics.drawImage(chat, 0, 2560, null);
    graphics.dispose();
    assertThat(reader.read(List.of(tall)).orThrow().bubbles()).hasSize(5);
  }

  private static BufferedImage picture(String name) throws IOException {
    try (var in = ScreenshotReaderTest.class.getResourceAsStream(name)) {
      return ImageIO.read(Objects.requireNonNull(in));
    }
  }
}
