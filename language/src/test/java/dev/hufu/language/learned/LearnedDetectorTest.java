package dev.hufu.language.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.script.Detection;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.language.detect.SmallBook;
import dev.hufu.language.learned.TextHead.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: one line for chats, messages and calls, with reasons that stand in the text. */
class LearnedDetectorTest {

  private static final LearnedDetector SHIPPED =
      LearnedDetector.standard(SmallBook.borrow()).orThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "在吗，我手机丢了用朋友的号，妈妈住院急需两万，先转到这张卡上，明天就还你，别告诉我爸",
        "尊敬的用户，您的积分已满10000可兑换现金500元，请登录wap.abcd.cc领取，逾期作废【某银行】",
        "您好，我是市公安局的民警，您名下的银行卡涉嫌洗钱，请把资金转到安全账户配合核查，不要告诉家人",
        "left: 您好，我是京东客服，您误开通了会员每月扣五百，请下载会议软件共享屏幕我帮您取消\nright: 好的",
        "您申请的贷款已通过，但是卡号填错了账户被冻结，需要先转五千元解冻才能放款",
        "Hi mum, I dropped my phone, this is my new number. I need you to transfer £900 today,"
            + " don't call",
        "Dear friend, I am the widow of a late minister with $12,000,000. Kindly send your bank"
            + " details, you keep 30%, strictly confidential"
      })
  void scamsCrossTheLine(String scam) {
    assertThat(SHIPPED.detect(scam).score()).isGreaterThanOrEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "晚上一起吃火锅吗，我七点下班",
        "昨天聚餐一共三百二，AA每人八十，转我就行",
        "妈，这个月生活费用完了，给我打点钱吧",
        "【菜鸟驿站】您的包裹已到，取件码3-2-1088，请及时领取",
        "验证码 482913，五分钟内有效，请勿告诉他人",
        "left: 喂，你好，我是快递员，您的快递放门口还是您下来拿？\nright: 放门口就行",
        "Dinner was great, I owe you $20, will pay you back tomorrow at work",
        "",
        "？？！！"
      })
  void ordinaryTalkDoesNot(String talk) {
    assertThat(SHIPPED.detect(talk).score()).isLessThan(0.5);
  }

  @Test
  void scriptsAndCuesAreThoseOfTheBook() {
    String chat = "在吗？遇到点急事儿，能借我1000块吗";
    Detection learned = SHIPPED.detect(chat);
    Detection known = CueDetector.of(SmallBook.borrow()).orThrow().detect(chat);
    assertThat(learned.scripts()).isEqualTo(known.scripts());
    assertThat(learned.cues()).containsAll(known.cues());
  }

  @Test
  void theLoudestStretchesStandInTheTextAsGiven() {
    String call = "left: 您好，今天天气不错\nright: 安全账户是什么\nleft: 请把钱转到安全账户，不要告诉家人";
    List<String> told =
        SHIPPED.detect(call).cues().stream()
            .filter(hit -> hit.cue().equals(LearnedDetector.LEARNED))
            .map(hit -> hit.span().of(call))
            .toList();
    assertThat(told).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    assertThat(told).anySatisfy(stretch -> assertThat(stretch).contains("账户"));
    assertThat(told).noneSatisfy(stretch -> assertThat(stretch).contains("是什么"));
  }

  @Test
  void sameTextSameScoreWithOrWithoutReasons() {
    String text = "您被抽中为幸运观众，请登录www.abc.com领取奖金";
    assertThat(SHIPPED.detect(text).score()).isEqualTo(SHIPPED.score(text));
    assertThat(SHIPPED.version()).matches("learned/[0-9a-f]{12}\\+cues/1");
  }

  @Test
  void weightsSurviveTheFile() {
    double[] trained = new double[1 << 8];
    trained[3] = 2;
    trained[7] = -0.001;
    TextHead head = TextHead.pack(8, trained, -0.5, new Shape(10, 0, 1, 2));
    TextHead read = TextHead.of(head.toFile()).orThrow();
    assertThat(read.weight(3)).isEqualTo(2);
    assertThat(read.weight(7)).isBetween(-0.0013, -0.0007);
    assertThat(read.weight(0)).isZero();
    assertThat(read.cues()).isEqualTo(2);
    assertThat(read.margin(new int[] {3})).isEqualTo(2 / Math.sqrt(11) - 0.5);
    assertThat(read.score(0)).isEqualTo(0.5);
  }

  @Test
  void anotherModelOrHalfOfOneIsRefused() {
    ModelFile shipped = LearnedDetector.shipped().orThrow();
    assertThat(refusal(ModelFile.of("trees"))).isEqualTo(Code.MODEL_OTHER);
    assertThat(refusal(shipped.with("runs", "runs/0"))).isEqualTo(Code.MODEL_OTHER);
    assertThat(refusal(shipped.with("weights", new byte[7]))).isEqualTo(Code.MODEL_DAMAGED);
    assertThat(refusal(shipped.with("bias", "NaN"))).isEqualTo(Code.MODEL_DAMAGED);
    assertThat(refusal(shipped.with("scale", "much"))).isEqualTo(Code.MODEL_DAMAGED);
    byte[] bytes = shipped.toBytes();
    bytes[bytes.length / 2] ^= 1;
    assertThat(ModelFile.read(bytes).findRefusal().orElseThrow().code())
        .isEqualTo(Code.MODEL_DAMAGED);
  }

  private static Code refusal(ModelFile model) {
    return LearnedDetector.of(model, SmallBook.borrow()).findRefusal().orElseThrow().code();
  }
}
