package dev.hufu.language.turns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Goal: every usual paste shape is cut right, and no character is lost in any text. */
class ChatTurnsTest {

  @Test
  void nameAndTimeAboveTheWords() {
    assertThat(cut("张三 21:03\n在吗\n急用钱\n\n我 21:04\n怎么了"))
        .containsExactly("OTHER 张三 21:03: 在吗\n急用钱", "SELF 我 21:04: 怎么了");
  }

  @Test
  void timeAndNameAboveTheWords() {
    assertThat(cut("2026/11/21 20:01 张三\n在吗\n2026-11-21 20:02:13 Me\nyes"))
        .containsExactly("OTHER 张三 2026/11/21 20:01: 在吗", "SELF Me 2026-11-21 20:02:13: yes");
  }

  @Test
  void namesBeforeColons() {
    assertThat(cut("张三：在吗\n我: 在\n张三: 借我1000，账号：6222"))
        .containsExactly("OTHER 张三 -: 在吗", "SELF 我 -: 在", "OTHER 张三 -: 借我1000，账号：6222");
  }

  @Test
  void namesInBrackets() {
    assertThat(cut("[张三]: 在吗\n【我】：在")).containsExactly("OTHER 张三 -: 在吗", "SELF 我 -: 在");
  }

  @Test
  void exportsOfOtherMessengers() {
    assertThat(cut("[21/11/2026, 20:01:13] Ann: hi\nare you there?\n[21/11/2026, 20:02:00] You: y"))
        .containsExactly(
            "OTHER Ann 21/11/2026, 20:01:13: hi\nare you there?",
            "SELF You 21/11/2026, 20:02:00: y");
    assertThat(cut("21/11/2026, 20:01 - Ann: hi"))
        .containsExactly("OTHER Ann 21/11/2026, 20:01: hi");
  }

  @Test
  void mergedForwards() {
    assertThat(cut("—————  2026-11-21  —————\n\n\n张三  21:03\n\n在吗\n\n李四  21:05\n\n嗯"))
        .containsExactly("OTHER 张三 21:03: 在吗", "OTHER 李四 21:05: 嗯");
  }

  @Test
  void linesWithoutNamesAreTurnsEach() {
    assertThat(cut("在吗?\n遇到点急事儿,能不能给我借1000块钱?\n明天就还你"))
        .containsExactly(
            "UNSURE - -: 在吗?", "UNSURE - -: 遇到点急事儿,能不能给我借1000块钱?", "UNSURE - -: 明天就还你");
  }

  @Test
  void aLabelIsNotAName() {
    assertThat(cut("【某银行】您的卡已冻结\n验证码：1234\n详情见 https://a.example\n请处理\n急：回电"))
        .hasSize(5)
        .allMatch(turn -> turn.startsWith("UNSURE"));
  }

  @Test
  void timesBetweenAreNotSaid() {
    assertThat(cut("昨天 20:01\n在吗\n星期五 08:30\n借我点钱"))
        .containsExactly("UNSURE - -: 在吗", "UNSURE - -: 借我点钱");
  }

  @Test
  void nothingIsLostInAnyText() {
    String[] pieces = {
      "张三",
      "我",
      "Me",
      ":",
      "：",
      " ",
      "\n",
      "\r\n",
      "21:03",
      "2026-11-21",
      "—————",
      "[",
      "]",
      "在吗",
      "，",
      "\t",
      "\u2028",
      "昨天",
      " - ",
      "借我1000",
      "\u200E",
      "😀",
      "http://x"
    };
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder chat = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        chat.append(pieces[random.nextInt(pieces.length)]);
      }
      holdsLaws(chat.toString());
    }
  }

  /** Each character that is no white space lies in exactly one turn or header. */
  static void holdsLaws(String chat) {
    CutChat cut = ChatTurns.cut(chat);
    int[] covered = new int[chat.length()];
    for (Turn turn : cut.turns()) {
      assertThat(turn.text()).isEqualTo(turn.span().of(chat)).isNotBlank();
      count(covered, turn.span());
    }
    cut.headers().forEach(header -> count(covered, header));
    for (int i = 0; i < covered.length; i++) {
      char c = chat.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
      assertThat(covered[i]).as("at %s of %s", i, chat).isBetween(blank ? 0 : 1, 1);
    }
    List<Span> spans = cut.turns().stream().map(Turn::span).toList();
    assertThat(spans).isSorted();
  }

  private static void count(int[] covered, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      covered[i]++;
    }
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(ChatTurns.cutWithinLimits(" \n").findRefusal().map(Refusal::code))
        .hasValue(Code.TEXT_EMPTY);
    String atLimit = "急".repeat(Limits.CHAT_CHARS_MAX);
    assertThat(ChatTurns.cutWithinLimits(atLimit).findValue()).isPresent();
    assertThat(ChatTurns.cutWithinLimits(atLimit + "急").findRefusal().map(Refusal::code))
        .hasValue(Code.TEXT_TOO_LONG);
    String turns = "急\n".repeat(Limits.CHAT_TURNS_MAX);
    assertThat(ChatTurns.cutWithinLimits(turns).findValue()).isPresent();
    assertThat(ChatTurns.cutWithinLimits(turns + "急").findRefusal().map(Refusal::code))
        .hasValue(Code.TEXT_TOO_LONG);
  }

  private static List<String> cut(String chat) {
    holdsLaws(chat);
    return ChatTurns.cut(chat).turns().stream()
        .map(
            turn ->
                turn.side()
                    + " "
                    + turn.name().orElse("-")
                    + " "
                    + turn.time().orElse("-")
                    + ": "
                    + turn.text())
        .toList();
  }
}
