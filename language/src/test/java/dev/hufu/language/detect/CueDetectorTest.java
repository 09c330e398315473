package dev.hufu.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.language.fold.Folding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: cues are seen through disguise and slips, and add up as documented. */
class CueDetectorTest {

  private final CueDetector detector = CueDetector.of(SmallBook.borrow()).orThrow();

  @Test
  void addsUpByNoisyOr() {
    Detection seen = detector.detect("在吗？遇到点急事儿，能借我1000块吗");
    assertThat(seen.score()).isEqualTo(0.7);
    assertThat(seen.scripts()).hasSize(1);
    assertThat(seen.scripts().get(0).script()).isEqualTo("impersonated-acquaintance");
  }

  @Test
  void whatHonestPeopleSayLowersTheScore() {
    assertThat(detector.detect("借我1000，当面给你也行").score()).isEqualTo(0.25);
  }

  @Test
  void withoutANeededCueAScriptScoresNothing() {
    Detection seen = detector.detect("急用钱，不要告诉别人");
    assertThat(seen.scripts()).extracting("script").containsExactly("hush");
    assertThat(seen.score()).isEqualTo(0.6);
  }

  @Test
  void ordinaryTalkIsNothing() {
    assertThat(detector.detect("明天一起吃饭吗？")).isEqualTo(Detection.NOTHING);
    assertThat(detector.detect("")).isEqualTo(Detection.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不要告诉别人",
        "不要告訴別人",
        "不要 告 诉 别人",
        "不要告诉其别人",
        "不要告述别人",
        "不要诉别人",
        "不.要.告.诉.别.人",
        "Don’t tell anyone",
        "dont tell anyone",
        "don't tel anyone",
        "ＤＯＮ'T ＴＥＬＬ ＡＮＹＯＮＥ"
      })
  void seesAPhraseThroughOneSlip(String written) {
    assertThat(detector.detect("嗯 " + written + " ok").cues())
        .extracting(CueHit::cue)
        .contains("keep-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"可以要告诉别人", "你要告诉别人", "不要告诉。别人", "不用多说别人", "急事", "blend mean", "借故"})
  void doesNotSeeWhatIsNotThere(String written) {
    assertThat(detector.detect(written).cues()).isEmpty();
  }

  @Test
  void placesOfOneCueThatOverlapAreOnePlace() {
    ScriptBook book =
        new ScriptBook(
            List.of(SmallBook.cue("urgent", Map.of(), List.of("点急事", "急事儿"), List.of())),
            List.of());
    String text = "遇到点急事儿，急事儿";
    assertThat(CueDetector.of(book).orThrow().detect(text).cues())
        .extracting(hit -> hit.span().of(text))
        .containsExactly("点急事儿", "急事儿");
  }

  @Test
  void pointsIntoTheTextAsGiven() {
    String text = "喂！你 能 借 我 点吗，不要告诉😀其别人";
    assertThat(detector.detect(text).cues())
        .extracting(hit -> hit.cue() + "=" + hit.span().of(text))
        .containsExactly("borrow-money=借 我", "keep-secret=不要告诉😀其别人");
  }

  @Test
  void refusesABrokenPatternAsData() {
    ScriptBook book =
        new ScriptBook(
            List.of(
                SmallBook.cue("good", Map.of(), List.of("好"), List.of("a+")),
                SmallBook.cue("bad", Map.of(), List.of(), List.of("(急", "(?=x)y", "a*"))),
            List.of());
    assertThat(CueDetector.of(book).findRefusal())
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.PACK_BROKEN);
              assertThat(refusal.subject()).startsWith("bad: (急: ");
            });
    assertThat(new CueIndex(book.cues(), Folding.standard()).broken())
        .extracting(BrokenPattern::pattern)
        .containsExactly("(急", "(?=x)y", "a*");
  }

  @Test
  void anEmptyBookSeesNothing() {
    assertThat(CueDetector.of(ScriptBook.EMPTY).orThrow().detect("借我钱"))
        .isEqualTo(Detection.NOTHING);
  }

  @Test
  void saysTheSameEachTime() {
    String text = "急，马上转我2万块钱！借钱，不要告诉别人。".repeat(50);
    CueDetector again = CueDetector.of(SmallBook.borrow()).orThrow();
    assertThat(again.detect(text)).isEqualTo(detector.detect(text));
    assertThat(detector.version()).isEqualTo("cues/1");
  }
}
