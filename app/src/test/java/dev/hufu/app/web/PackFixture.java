package dev.hufu.app.web;

import dev.hufu.app.request.PackView;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small pack as the pages see it. */
final class PackFixture {

  static final Source PRACTICE =
      new Source(Source.Kind.PRACTICE, "police-bayannur", w("警方通报", "Police report"));
  static final Source CLAIM =
      new Source(Source.Kind.CLAIM, "S000-new-account-78", w("新号风险 78%", "New accounts: 78%"));
  private static final Source LAW =
      new Source(Source.Kind.LAW, "CN-PL-05", w("民间借贷利率上限", "Cap on private-loan interest"));

  private PackFixture() {}

  private static Wording w(String zh, String en) {
    return new Wording(zh, en);
  }

  static SortedMap<String, FactType> facts() {
    TreeMap<String, FactType> facts = new TreeMap<>();
    add(
        facts,
        choice(
            "relation.accountAge",
            FactKind.ELAPSED,
            w("这个微信号是什么时候加的？", "When did you add this account?"),
            Optional.empty(),
            option("0 d", "今天才加", "Today"),
            option("120 d", "最近半年加的", "In the last half year"),
            option("2000 d", "老号，一直有", "Long ago")));
    add(
        facts,
        choice(
            "verify.callBack",
            FactKind.CHOICE,
            w("你打过他原来的电话吗？", "Did you call the number you already had?"),
            Optional.of(w("手机通讯录里存着的那个，不是他刚发来的。", "The saved one, not one just sent.")),
            option("not_tried", "还没打", "Not yet"),
            option("passed", "打通了，是本人", "Yes, it was them"),
            option("no_answer", "打了没人接", "No answer"),
            option("failed", "打通了，不是他借的", "Yes, and they did not ask")));
    add(
        facts,
        choice(
            "verify.payeeName",
            FactKind.CHOICE,
            w("付款页上收款人的真名对得上吗？", "Does the payee's real name match?"),
            Optional.empty(),
            option("not_tried", "还没看", "Not looked"),
            option("passed", "是，名字一样", "Yes, the same name"),
            option("failed", "不是，是别人", "No, someone else")));
    add(facts, amount("request.amount", w("要借多少", "How much"), true));
    add(facts, amount("relation.usualMax", w("你平时给他转过最多多少", "Most you ever sent"), false));
    add(facts, plain("chat.urgency", FactKind.FLAG, Optional.empty()));
    add(
        facts,
        plain("request.repayBy", FactKind.DAY, Optional.of(w("哪天还", "When will they repay?"))));
    add(
        facts,
        plain("request.purpose", FactKind.WORDS, Optional.of(w("钱做什么用", "What is it for?"))));
    return facts;
  }

  private static void add(SortedMap<String, FactType> facts, FactType type) {
    facts.put(type.name(), type);
  }

  private static FactType.Option option(String value, String zh, String en) {
    return new FactType.Option(value, w(zh, en));
  }

  private static FactType choice(
      String name,
      FactKind kind,
      Wording question,
      Optional<Wording> help,
      FactType.Option... options) {
    return new FactType(
        name,
        kind,
        "",
        List.of(options),
        Optional.of(question),
        help,
        Sensitivity.OPEN,
        name.startsWith("verify.")
            ? Optional.of(new FactValue.Choice("not_tried"))
            : Optional.empty(),
        Optional.empty());
  }

  private static FactType amount(String name, Wording question, boolean fromChat) {
    return new FactType(
        name,
        FactKind.AMOUNT,
        "yuan",
        List.of(),
        Optional.of(question),
        Optional.empty(),
        Sensitivity.OPEN,
        Optional.empty(),
        fromChat ? Optional.of(FactType.Extract.SUM) : Optional.empty());
  }

  private static FactType plain(String name, FactKind kind, Optional<Wording> question) {
    return new FactType(
        name,
        kind,
        "",
        List.of(),
        question,
        Optional.empty(),
        Sensitivity.OPEN,
        Optional.empty(),
        Optional.empty());
  }

  /** One past its day of review, one whose day it is. */
  private static List<PackView.LawText> laws() {
    return List.of(
        new PackView.LawText(
            "CN-IR-13",
            w("紧急止付", "Emergency payment stop"),
            Fixtures.NOW.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().minusDays(1)),
        new PackView.LawText(
            "CN-PL-05",
            w("利率上限", "Rate cap"),
            Fixtures.NOW.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate()));
  }

  static PackView pack() {
    return new PackView(
        "cn/request",
        "2026.11.21",
        LocalDate.of(2026, 11, 21),
        ZoneId.of("Asia/Shanghai"),
        facts(),
        Map.of(
            "urgent-need", w("说急，不给你时间想", "Urgency, so you have no time to think"),
            "borrow-money", w("报一个不大的数", "A sum that is not large"),
            "quick-return", w("很快就还，让你觉得没风险", "Quick return, so it feels safe")),
        Map.of(
            "impersonated-acquaintance",
            new PackView.ScriptText(
                w("冒充熟人借款", "Posing as someone you know"),
                List.of(
                    w("电话坏了，只能打字", "My phone is broken, I can only type"),
                    w("先转到别人的卡上", "Send it to someone else's card")),
                w("打他原来的电话。", "Call the number you already had."))),
        List.of(
            new PackView.AskQuestion(
                "why",
                w("钱用来做什么？", "What is it for?"),
                w("说得细，才编不圆。", "Detail is hard to invent.")),
            new PackView.AskQuestion(
                "who", w("收款的是谁？", "Who is paid?"), w("名字要是他本人。", "It must be them."))),
        List.of(
            new PackView.Channel(
                "wechat-transfer",
                w("微信转账", "WeChat transfer"),
                List.of(
                    new PackView.ChannelRow(
                        w("追回", "Calling back"),
                        w("对方收了就撤不回。", "Once taken it cannot be taken back."),
                        PRACTICE,
                        LocalDate.of(2026, 11, 21),
                        false)))),
        new PackView.Challenges(
            List.of(w("今天的豆腐比昨天软", "Today's tofu is softer than yesterday's")),
            List.of(w("用左手摸右耳朵", "Touch your right ear with your left hand")),
            List.of(
                w("打视频过去，不接他打来的。", "You call; do not take their call."),
                w("念出上面这句，请他照做。", "Read the phrase and ask them to do it."))),
        List.of(
            rule("rq-account-new", Stage.VERIFY, "新加的号", "A newly added account", CLAIM),
            rule("rq-verify-none", Stage.VERIFY, "还没打过电话", "Nobody has called", PRACTICE),
            rule("rq-rate-cap", Stage.ASSESS, "利率超过保护上限", "Interest above the cap", LAW)),
        List.of(
            new PackView.ClaimText(
                "S000-new-account-78",
                "S000",
                w("新注册账号借款风险概率高达 78%", "New accounts: risk up to 78%"),
                w("没有找到出处", "No source found"),
                w("说法", "claim"))),
        laws());
  }

  private static PackView.RuleText rule(
      String id, Stage stage, String zh, String en, Source source) {
    return new PackView.RuleText(
        id,
        stage,
        w("分量 0.78", "weight 0.78"),
        w(zh, en),
        w("头像和名字谁都能照抄。", "Anyone can copy a picture and a name."),
        Optional.of(source));
  }
}
