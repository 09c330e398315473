package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More people, in their own words; six of them are honest and have to get through. */
@ExtendWith(Outside.Shared.class)
class MoreStoriesTest {

  private final Outside outside;

  MoreStoriesTest(Outside outside) {
    this.outside = outside;
  }

  /**
   * One person's story.
   *
   * @param script words of the title of the script it resembles most, or empty
   * @param next words of the one action
   */
  record Story(
      String name,
      String chat,
      Map<String, String> facts,
      String verdict,
      String script,
      String next) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Story> honest() {
    return Stream.of(
        new Story(
            "合租的人平摊水电，电话里说过",
            "这个月水电一共236，你那份118，有空转我，不急",
            Map.of("verify.callBack", "passed", "request.amount", "118"),
            "green",
            "",
            "备注写「借款」"),
        new Story(
            "表妹差学费，当面说的",
            "哥，学费还差2000，下个月发了工资就还你",
            Map.of(
                "verify.inPerson", "passed",
                "relation.kind", "relative",
                "request.amount", "2000",
                "request.reason", "living"),
            "green",
            "",
            ""),
        new Story(
            "说得急，打过去是本人",
            "在吗 急用 先借我800 马上转我",
            Map.of("verify.callBack", "passed", "request.amount", "800"),
            "green",
            "",
            "备注写「借款」"),
        new Story(
            "同学住院，打了医院的公开电话",
            "我在住院，押金还差4000，能借我吗，护士站可以问",
            Map.of(
                "verify.callBack", "passed",
                "request.reason", "medical",
                "request.reasonProof", "official",
                "request.amount", "4000"),
            "green",
            "",
            ""),
        new Story(
            "换了新号，打老号码接了",
            "我是小李，换号了，这是新号，借我1200，周五还",
            Map.of(
                "relation.accountAge", "0 d",
                "verify.callBack", "passed",
                "request.amount", "1200"),
            "green",
            "",
            ""),
        new Story(
            "Flatmate, called back",
            "Hey, could you lend me 300 till Friday? Call me if you like",
            Map.of("verify.callBack", "passed", "request.amount", "300"),
            "green",
            "",
            "备注写「借款」"));
  }

  static Stream<Story> others() {
    return Stream.of(
        new Story(
            "王总在开会，要先垫一笔",
            "小陈，我是王总\n我在开会不方便接电话，客户那边急，你先帮我垫50000，钱已经转给你了，两小时到账",
            Map.of(),
            "red",
            "冒充领导",
            ""),
        new Story(
            "公安局的安全账户", "这里是市公安局，您名下的账户涉嫌洗钱，案件保密，请把资金转到安全账户清查", Map.of(), "red", "冒充公检法", "验证码"),
        new Story(
            "薇信里帮收验证码",
            "在吗 帮我辅助验证一下薇信，收到的验证码发我",
            Map.of("relation.accountAge", "1825 d"),
            "red",
            "",
            "验证码"),
        new Story("放款前先交手续费", "您的贷款已经审批，额度5w，放款前先交手续费１８００，当天放款", Map.of(), "red", "网贷", "一分也不要再交"),
        new Story(
            "繁體字，新號",
            "在嗎？遇到點急事兒，能不能借我1000塊錢？明天就還你",
            Map.of("relation.accountAge", "0 d", "relation.lastContact", "730 d"),
            "red",
            "冒充熟人借款",
            "原来的"),
        new Story(
            "打通了，本人说没借",
            Stories.S1_CHAT,
            Map.of("relation.accountAge", "0 d", "verify.callBack", "failed"),
            "red",
            "",
            "冻结"),
        new Story(
            "视频过，没打电话，不算数",
            "",
            Map.of(
                "verify.video", "challenge_passed",
                "request.amount", "800",
                "relation.accountAge", "1825 d"),
            "amber",
            "",
            "原来的"),
        new Story("晚上吃饭", "在吗？晚上一起吃饭，七点老地方", Map.of(), "amber", "", ""),
        new Story(
            "Grandson in custody",
            "Grandma it's me, I got arrested after a car accident, I need bail money today 5000,"
                + " please don't tell mom",
            Map.of(),
            "red",
            "家人",
            ""));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void honestPeopleGetThrough(Story story) {
    tell(story);
  }

  @ParameterizedTest
  @MethodSource("others")
  void theRestAreToldWhatIsMissingOrWrong(Story story) {
    tell(story);
  }

  private void tell(Story story) {
    try (Visitor visitor = outside.visit(Visitor.Screen.PHONE.withoutScript())) {
      visitor.check(story.chat(), story.facts());
      assertThat(visitor.verdict()).as(visitor.text("#verdict")).isEqualTo(story.verdict());
      if (!story.script().isEmpty()) {
        assertThat(visitor.at(".more h3").first().textContent()).contains(story.script());
      }
      assertThat(visitor.text("#verdict .next__do").replace("\n", "")).contains(story.next());
      assertThat(visitor.reasons()).hasSizeLessThan(4);
      assertThat(visitor.at("main").textContent()).doesNotContain("违法").doesNotContain("不用还");
    }
  }
}
