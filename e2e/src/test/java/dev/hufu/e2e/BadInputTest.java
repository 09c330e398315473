package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be used is refused in words, with a code, and nothing that was typed is lost. */
@ExtendWith(Outside.Shared.class)
class BadInputTest {

  private final Outside outside;

  BadInputTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void anEmptyFormIsNotAMatter() {
    try (Visitor visitor = outside.visit()) {
      visitor.go("/request");
      visitor.press("看结果");
      assertThat(visitor.path()).isEqualTo("/request");
      assertThat(visitor.status()).isEqualTo(422);
      assertThat(visitor.text("[role=alert]")).contains("HF-101");
      assertNothingKept(visitor);
    }
  }

  /** Sent as the form sends it; Chromium itself needs half a minute to draw such a box. */
  @Test
  void fiveMegabytesOfText() {
    try (Visitor visitor = outside.visit()) {
      visitor.go("/request");
      String chat = "借我一千块钱，急用。\n".repeat(180_000);
      FormData form =
          FormData.create()
              .set("_csrf", visitor.at("input[name=_csrf]").first().inputValue())
              .set("do", "check")
              .set("chat", chat);
      APIResponse answer =
          visitor
              .context()
              .request()
              .post(
                  visitor.doorway().base() + "/request",
                  RequestOptions.create().setMultipart(form));
      assertThat(answer.status()).isEqualTo(422);
      String page = answer.text();
      assertThat(page.contains("HF-102")).isTrue();
      assertThat(page.contains(chat.strip())).as("what was typed is still there").isTrue();
      assertNothingKept(visitor);
    }
  }

  @Test
  void picturesThatAreNone() throws IOException {
    byte[] good = ScreenshotTest.draw(outside);
    refusePicture("a.png", bytes(20_000), "HF-20");
    refusePicture("short.png", Arrays.copyOf(good, good.length / 2), "HF-20");
    refusePicture("anim.gif", picture("gif", 40, 40), "HF-20");
    refusePicture("huge.png", picture("png", 8_000, 5_000), "HF-201");
  }

  @Test
  void tenPicturesAreOneTooMany() throws IOException {
    byte[] small = picture("png", 40, 40);
    try (Visitor visitor = outside.visit()) {
      visitor.go("/request");
      visitor.type("#chat", "在吗？");
      FilePayload[] ten = new FilePayload[10];
      Arrays.fill(ten, new FilePayload("a.png", "image/png", small));
      visitor.at("#shots input[type=file]").setInputFiles(ten);
      visitor.press("看结果");
      assertThat(visitor.status()).isEqualTo(422);
      assertThat(visitor.text("[role=alert]")).contains("HF-204");
      assertThat(visitor.at("#chat").inputValue()).isEqualTo("在吗？");
      assertNothingKept(visitor);
    }
  }

  @Test
  void aSumThatIsNone() {
    try (Visitor visitor = outside.visit()) {
      visitor.go("/request");
      visitor.type("#chat", Stories.S1_CHAT).answer("request.amount", "一些").press("看结果");
      assertThat(visitor.status()).isEqualTo(422);
      assertThat(visitor.text("[role=alert]")).contains("1,000.50");
      assertThat(visitor.at("#f-request-amount").inputValue()).isEqualTo("一些");
      assertThat(visitor.at("#chat").inputValue()).contains("遇到点急事儿");
      visitor.answer("request.amount", "１．５万").press("看结果");
      assertThat(visitor.path()).startsWith("/m/");
      assertThat(visitor.at("main").textContent()).contains("15,000");
    }
  }

  @Test
  void factsFilesThatCannotBeMeant() {
    refuseFacts(Map.of("relation.acountAge", "0 d"), "HF-301");
    refuseFacts(Map.of("request.amount", "3 d"), "HF-302");
    refuseFacts(Map.of("verify.callBack", "perhaps"), "HF-303");
  }

  @Test
  void aTimeBeforeTheRules() {
    Program.Run run = Ask.run(Stories.S1_CHAT, Map.of(), "--at", "2019-11-21T20:00+08:00");
    assertThat(run.status()).isNotZero();
    Program.Run old =
        Program.run(
            Stories.S1_CHAT, "ask", "--json", "--text", "-", "--at", "2019-11-21T20:00+08:00");
    assertThat(old.status()).isEqualTo(4);
    assertThat(old.out()).contains("\"refused\"").contains("HF-308");
    Program.Run never = Program.run("", "ask", "--json", "--at", "yesterday", "在吗");
    assertThat(never.status()).isEqualTo(4);
    assertThat(never.out()).contains("HF-309");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Path file = Program.scratch().resolve("binary.txt");
    Files.write(file, bytes(4_096));
    Program.Run run = Program.run("", "ask", "--json", "--text", file.toString());
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("HF-10");
    assertThat(Program.run("", "ask", "--json", "--text", "nowhere.txt").out()).contains("HF-707");
  }

  @Test
  void aPackWithATypeErrorIsShownWhere() throws IOException {
    Path copy = Outside.fresh("packs");
    copy(Program.packs(), copy);
    Path rules = copy.resolve("cn/request/rules.yaml");
    String text = Files.readString(rules);
    String broken = text.replaceFirst("request\\.rate > 4\\.0 \\*", "request.rate > 'four' *");
    assertThat(broken).isNotEqualTo(text);
    Files.writeString(rules, broken);
    Program.Run run = Program.run("", "pack", "check", "--packs", copy.toString());
    assertThat(run.status()).isNotZero();
    assertThat(run.out() + run.err()).containsPattern("rules\\.yaml:\\d+:\\d+");
    Program.Run ask = Program.run("", "ask", "--json", "--packs", copy.toString(), "借我一千块钱");
    assertThat(ask.status()).isEqualTo(4);
    assertThat(ask.out()).contains("HF-401");
    Program.Run sound = Program.run("", "pack", "check", "--packs", Program.packs().toString());
    assertThat(sound.status()).as(sound.out() + sound.err()).isZero();
  }

  private void refusePicture(String name, byte[] bytes, String code) {
    try (Visitor visitor = outside.visit()) {
      visitor.go("/request");
      visitor.type("#chat", "在吗？");
      visitor
          .at("#shots input[type=file]")
          .setInputFiles(new FilePayload(name, "image/png", bytes));
      visitor.press("看结果");
      assertThat(visitor.status()).as(name).isEqualTo(422);
      assertThat(visitor.text("[role=alert]")).as(name).contains(code);
      assertThat(visitor.at("#chat").inputValue()).isEqualTo("在吗？");
      assertNothingKept(visitor);
    }
  }

  private static void refuseFacts(Map<String, String> facts, String code) {
    Program.Run run = Ask.run(Stories.S1_CHAT, facts);
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains(code).contains("\"position\"");
    assertThat(run.err()).contains(code);
  }

  private static void assertNothingKept(Visitor visitor) {
    visitor.go("/matters");
    assertThat(visitor.at(".rows li").count()).isZero();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] picture(String type, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    assertThat(ImageIO.write(image, type, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(from)) {
      tree.forEach(files::add);
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }
}
