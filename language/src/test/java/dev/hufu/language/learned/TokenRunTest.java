package dev.hufu.language.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.language.fold.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Goal: a text and the same text with its names and numbers taken out are the same tokens. */
class TokenRunTest {

  private static List<Integer> tokens(String text) {
    TokenRun run = TokenRun.of(Folding.standard().fold(text), text);
    return IntStream.range(0, run.size()).map(run::token).boxed().toList();
  }

  private static List<Integer> written(String tokens) {
    return tokens.chars().boxed().toList();
  }

  @Test
  void numbersAddressesAndSumsAreOneTokenEach() {
    assertThat(tokens("积分已满 10,000，请登录 www.abc.cn/x?y=1 领取")).isEqualTo(written("积分已满#请登录@领取"));
    assertThat(tokens("打13812345678")).isEqualTo(written("打*"));
    assertThat(tokens("发到 a.b@c.com 吧")).isEqualTo(written("发到@吧"));
  }

  @Test
  void whatACollectionPutInPlaceOfNumbersReadsAsTheNumber() {
    assertThat(tokens("积分 已 满 DIGIT 请 登录 URL 领取")).isEqualTo(tokens("积分已满10000，请登录http://a.cn领取"));
    assertThat(tokens("PLACE 移动 致电 CELLPHONE NAME")).isEqualTo(tokens("移动致电13812345678"));
    assertThat(tokens("x月xx日")).isEqualTo(tokens("3月12日"));
    assertThat(tokens("a nice place")).hasSize(3);
  }

  @Test
  void marksPicturesAndScriptDoNotCount() {
    assertThat(tokens("轉*賬，給😂我！")).isEqualTo(tokens("转账给我"));
  }

  @Test
  void wordsAreAboveAllCharacters() {
    assertThat(tokens("send me money")).hasSize(3).allMatch(TokenRun::isWord);
    assertThat(tokens("don't")).hasSize(1);
  }

  @Test
  void runsAreOneToFourTokens() {
    TokenRun run = TokenRun.of(Folding.standard().fold("借我钱吧"), "借我钱吧");
    Grams grams = Grams.of(run, 18);
    assertThat(grams.size()).isEqualTo(4 + 3 + 2 + 1);
    assertThat(Arrays.stream(grams.distinct())).isSorted().allMatch(place -> place < 1 << 18);
    assertThat(grams.last(3)).isEqualTo(3);
    TokenRun twice = TokenRun.of(Folding.standard().fold("钱，钱，钱"), "钱，钱，钱");
    assertThat(Grams.of(twice, 18).distinct()).hasSize(3);
  }
}
