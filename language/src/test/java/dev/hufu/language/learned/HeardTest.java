package dev.hufu.language.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.script.Span;
import org.junit.jupiter.api.Test;

/** Goal: what the person asked says does not tell for or against the one who asks. */
class HeardTest {

  @Test
  void onlyTheCallerIsHeard() {
    String call = "left: 您涉嫌洗钱\nright: 你是骗子吧\nleft: 转到安全账户";
    Heard heard = Heard.of(call);
    assertThat(heard.text()).isEqualTo("您涉嫌洗钱\n转到安全账户\n");
    Span there = new Span(heard.text().indexOf("安全"), heard.text().indexOf("账户"));
    assertThat(heard.given(there).of(call)).isEqualTo("安全");
  }

  @Test
  void aStretchEndsWithItsTurn() {
    String call = "left: 转账\nright: 不\nleft: 快点";
    Heard heard = Heard.of(call);
    assertThat(heard.given(new Span(0, 5)).of(call)).isEqualTo("转账");
  }

  @Test
  void ownWordsOfAChatAreNotHeard() {
    assertThat(Heard.of("我：你是谁\n张三：借我钱\n我：不借\n张三：急用").text()).isEqualTo("借我钱\n急用\n");
  }

  @Test
  void aTextWithoutSpeakersIsKeptWhole() {
    String letter = "尊敬的客户：\n您好，您的快递已到。\n联系人：张三";
    assertThat(Heard.of(letter).text()).isEqualTo(letter);
    assertThat(Heard.of("我：在吗\n我：人呢").text()).isEqualTo("我：在吗\n我：人呢");
  }
}
