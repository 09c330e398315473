package dev.hufu.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.request.PackView;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.text.Lang;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: what is typed, marked and shared means what it should. Method: small inputs to the parts
 * that pages are made of.
 */
class FormPartsTest {

  private static final PackView PACK = PackFixture.pack();

  private static AnswerForm typed(String fact, String text) {
    return AnswerForm.read(PACK.facts(), Map.of("f." + fact, new String[] {text}), Facts.NONE);
  }

  @Test
  void sumsAreReadAsPeopleWriteThem() {
    Map.of(
            "1000", "1000 yuan",
            "1,000.50", "1000.50 yuan",
            "１０００元", "1000 yuan",
            "￥300", "300 yuan",
            "2万", "20000 yuan",
            "1.5w", "15000 yuan",
            "500块钱", "500 yuan")
        .forEach(
            (text, written) ->
                assertThat(typed("request.amount", text).written())
                    .as(text)
                    .containsEntry("request.amount", written));
    for (String wrong : List.of("很多", "1.005", "-5", "12345678901234567890", "1e9")) {
      assertThat(typed("request.amount", wrong).problems()).as(wrong).containsKey("request.amount");
      assertThat(typed("request.amount", wrong).written()).as(wrong).isEmpty();
    }
  }

  @Test
  void anOptionNobodyOfferedIsRefused() {
    assertThat(typed("verify.callBack", "maybe").problems()).containsKey("verify.callBack");
    assertThat(typed("verify.callBack", "").written()).isEmpty();
    assertThat(typed("no.such.fact", "x").typed()).isEmpty();
  }

  @Test
  void answersComeBackIntoTheFormAsTheyWereGiven() {
    TreeMap<String, String> answers = new TreeMap<>();
    answers.put("request.amount", "20000 yuan");
    answers.put("relation.accountAge", "0 s");
    answers.put("request.repayBy", "2027-03-31");
    AnswerForm form = AnswerForm.of(PACK.facts(), answers);
    assertThat(form.typed())
        .containsEntry("request.amount", "20,000")
        .containsEntry("relation.accountAge", "0 d")
        .containsEntry("request.repayBy", "2027-03-31");
  }

  @Test
  void overlappingCuesAreMarkedOnce() {
    String chat = "快点借我钱快点";
    Detection seen =
        new Detection(
            0.5,
            List.of(),
            List.of(
                new CueHit("urgent-need", new Span(0, 4)),
                new CueHit("borrow-money", new Span(2, 5)),
                new CueHit("urgent-need", new Span(5, 7))));
    MarkedChat marked = MarkedChat.of(chat, Fixtures.turns(chat), seen, PACK.cueMoves());
    MarkedChat.MarkedTurn turn = marked.turns().getFirst();
    assertThat(turn.pieces().stream().map(MarkedChat.Piece::text))
        .containsExactly("快点借我", "钱", "快点");
    assertThat(String.join("", turn.pieces().stream().map(MarkedChat.Piece::text).toList()))
        .isEqualTo(chat);
    assertThat(turn.whys()).hasSize(2);
  }

  @Test
  void aLongChatShowsTheMarkedLinesAndTheirNeighbours() {
    String chat = "你好\n".repeat(500) + "急事儿\n" + "再见\n".repeat(500);
    MarkedChat marked =
        MarkedChat.of(chat, Fixtures.turns(chat), Fixtures.detection(chat), PACK.cueMoves());
    assertThat(marked.turns()).hasSize(3);
    assertThat(marked.left()).isEqualTo(998);
  }

  @Test
  void theSharedCardTellsNeitherSumNorName() {
    String chat = "小王：急事儿，借1000块钱";
    var matter = Fixtures.matter("M-1", chat, new TreeMap<>(), Verdict.RED, 1);
    CardView card = CardView.of(matter, PACK);
    assertThat(card.words(Lang.ZH))
        .contains("红 · 停")
        .contains("先别转")
        .contains("冒充熟人借款")
        .doesNotContain("1000")
        .doesNotContain("小王");
    assertThat(card.words(Lang.EN)).contains("Don't send it yet").doesNotContain("红");
    assertThat(QrPath.of(card.words(Lang.ZH)).path()).startsWith("M");
  }

  @Test
  void aNextActionThatNamesSomebodyIsLeftOffTheCard() {
    String chat = "他：在吗";
    var matter = Fixtures.matter("M-1", chat, new TreeMap<>(), Verdict.RED, 1);
    assertThat(CardView.of(matter, PACK).next()).isPresent();
    TreeMap<String, String> named = new TreeMap<>();
    named.put("request.purpose", "原来的手机号");
    var telling = Fixtures.matter("M-2", chat, named, Verdict.RED, 1);
    assertThat(CardView.of(telling, PACK).next()).isEqualTo(Optional.empty());
  }
}
