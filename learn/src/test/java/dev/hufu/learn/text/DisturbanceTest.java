package dev.hufu.learn.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goal: disguises are repeatable and do what they are called. */
class DisturbanceTest {

  private static final String TEXT =
      "尊敬的用户您的积分已满一万可以兑换现金请登录手机网站领取逾期失效谢谢您的支持 please send the money to my account";

  @ParameterizedTest
  @EnumSource
  void sameChanceSameText(Disturbance way) {
    String once = way.of(TEXT, new SplittableRandom(5));
    assertThat(way.of(TEXT, new SplittableRandom(5))).isEqualTo(once);
    assertThat(once).isNotEqualTo(TEXT);
    assertThat(way.of("", new SplittableRandom(5))).isEmpty();
  }

  @Test
  void traditionalIsTraditional() {
    assertThat(Disturbance.TRADITIONAL.of("转账给我", new SplittableRandom(1))).contains("轉");
  }

  @Test
  void insertedMarksAndPicturesLeaveEveryCharacter() {
    String marked = Disturbance.INSERTED.of("加微信转账给我明天就还你", new SplittableRandom(3));
    assertThat(marked.replaceAll("[^\\p{IsHan}]", "")).isEqualTo("加微信转账给我明天就还你");
  }
}
