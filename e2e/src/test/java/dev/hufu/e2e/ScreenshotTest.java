package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A screenshot of a chat, drawn by the browser itself and dropped into the form. */
@ExtendWith(Outside.Shared.class)
class ScreenshotTest {

  private static final String CHAT_PAGE =
      """
      <!doctype html><meta charset="utf-8"><title>chat</title>
      <style>
      body { margin: 0; width: 414px; background: #ededed; }
      body { font: 17px "Noto Sans CJK SC", sans-serif; }
      h1 { font-size: 17px; text-align: center; margin: 0; padding: 14px; background: #ededed; }
      p { display: table; max-width: 260px; margin: 14px 60px; padding: 10px 12px; }
      p { background: #fff; border-radius: 5px; line-height: 1.5; }
      p.me { margin-left: auto; background: #95ec69; }
      </style>
      <h1>小王</h1>
      <p>在吗？遇到点急事儿</p>
      <p>能不能给我借1000块钱？</p>
      <p class="me">你怎么换号了</p>
      <p>手机坏了，明天就还你</p>
      """;

  private final Outside outside;

  ScreenshotTest(Outside outside) {
    this.outside = outside;
  }

  /** The chat as a PNG, twice the size of CSS pixels, as telephones take them. */
  static byte[] draw(Outside outside) {
    try (var context =
        outside
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(414, 420)
                    .setDeviceScaleFactor(2))) {
      var page = context.newPage();
      page.setContent(CHAT_PAGE);
      return page.screenshot();
    }
  }

  @Test
  void isReadShownForCorrectionAndThenCounts() {
    byte[] png = draw(outside);
    try (Visitor zhang = outside.visit()) {
      upload(zhang, png);
      // in one of ten: what else the machine does meanwhile is not the reader's time
      assertThat(Stream.generate(() -> upload(zhang, png)).limit(10))
          .anyMatch(warm -> warm.compareTo(Duration.ofSeconds(3)) < 0);
      assertThat(zhang.text("[role=status]")).contains("先对一遍");
      String read = zhang.at("#chat").inputValue();
      assertThat(read).contains("遇到点急事儿").contains("1000块钱").contains("手机坏了，明天就还你");
      List<String> mine = zhang.at(".msg--me .msg__t").allInnerTexts();
      assertThat(mine).containsExactly("你怎么换号了");
      assertThat(zhang.at(".msg:not(.msg--me) .msg__t").allInnerTexts()).contains("能不能给我借1000块钱？");
      // a slip is mended by hand before anything counts
      zhang.type("#chat", read.replace("1000", "1200"));
      zhang.answer("relation.accountAge", "0 d").press("看结果");
      assertThat(zhang.verdict()).isEqualTo("red");
      assertThat(zhang.at("main").textContent()).contains("1200块钱");
    }
  }

  private static Duration upload(Visitor visitor, byte[] png) {
    visitor.go("/request");
    visitor
        .at("#shots input[type=file]")
        .setInputFiles(new FilePayload("shot.png", "image/png", png));
    visitor.press("再读一遍");
    return visitor.waited();
  }
}
