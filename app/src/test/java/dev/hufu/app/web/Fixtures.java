package dev.hufu.app.web;

import dev.hufu.app.request.DecisionSummary;
import dev.hufu.app.request.MatterView;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.KeepItem;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.NearMiss;
import dev.hufu.kernel.decision.NextAction;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.Reply;
import dev.hufu.kernel.decision.StageResult;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.decision.WouldChange;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import dev.hufu.kernel.text.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** A small pack in words and one matter of each verdict, written by hand after S1 and S4. */
final class Fixtures {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final String CHAT_S1 = "在吗？\n遇到点急事儿，能不能给我借1000块钱？\n明天就还你";

  private Fixtures() {}

  static Wording w(String zh, String en) {
    return new Wording(zh, en);
  }

  static List<Turn> turns(String chat) {
    List<Turn> turns = new ArrayList<>();
    int at = 0;
    for (String line : chat.split("\n", -1)) {
      if (!line.isBlank()) {
        boolean self = line.startsWith("我：");
        turns.add(
            new Turn(
                self ? Turn.Side.SELF : Turn.Side.OTHER,
                line.startsWith("小王：") ? Optional.of("小王") : Optional.empty(),
                Optional.empty(),
                line,
                new Span(at, at + line.length())));
      }
      at += line.length() + 1;
    }
    return turns;
  }

  static Detection detection(String chat) {
    List<CueHit> cues = new ArrayList<>();
    Map.of("urgent-need", "急事儿", "borrow-money", "1000块钱", "quick-return", "明天就还你")
        .forEach(
            (cue, phrase) -> {
              int at = chat.indexOf(phrase);
              if (at >= 0) {
                cues.add(new CueHit(cue, new Span(at, at + phrase.length())));
              }
            });
    cues.sort((one, other) -> one.span().compareTo(other.span()));
    return cues.isEmpty()
        ? Detection.NOTHING
        : new Detection(
            0.86, List.of(new ScriptHit("impersonated-acquaintance", 0.86, cues)), cues);
  }

  static MatterView matter(
      String id, String chat, SortedMap<String, String> answers, Verdict verdict, int version) {
    Decision decision = decision(verdict, detection(chat));
    List<DecisionSummary> history =
        IntStream.rangeClosed(1, version)
            .mapToObj(i -> version + 1 - i)
            .map(i -> new DecisionSummary("D-" + id + "-" + i, NOW, verdict, decision.headline()))
            .toList();
    return new MatterView(
        id,
        NOW,
        chat,
        turns(chat),
        detection(chat),
        answers,
        decision,
        "D-" + id + "-" + version,
        history);
  }

  static Decision decision(Verdict verdict, Detection detection) {
    boolean green = verdict == Verdict.GREEN;
    boolean red = verdict == Verdict.RED;
    return new Decision(
        "request",
        verdict,
        headline(verdict),
        summary(verdict),
        green ? 7 : 0,
        3,
        red ? 0.9134 : 0.12,
        stages(verdict),
        verdict == Verdict.UNKNOWN ? List.of() : reasons(green),
        findings(),
        nearMisses(),
        checks(green),
        detection.scripts(),
        next(verdict),
        replies(green),
        List.of(new KeepItem("chat", w("聊天先别删", "Keep the chat"), w("以后说得清。", "It proves later."))),
        List.of(),
        changes(green),
        new PackRef("cn/request", "2026.11.21", digest("pack")),
        digest("inputs"),
        NOW);
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding(
            "rq-account-new",
            Stage.VERIFY,
            Finding.Effect.WEIGHT,
            0.78,
            Optional.empty(),
            w("新加的号", "A newly added account"),
            w("头像和名字谁都能照抄。", "Anyone can copy a picture and a name."),
            List.of(PackFixture.CLAIM),
            List.of(
                new Fact(
                    "relation.accountAge", new FactValue.Elapsed(Duration.ZERO), Provenance.SAID))),
        new Finding(
            "rq-amount-pair",
            Stage.ASSESS,
            Finding.Effect.NOTE,
            0,
            Optional.empty(),
            w("比平时多", "More than usual"),
            w("先要小钱再加码，是常见的试探。", "A small sum first is a common test."),
            List.of(PackFixture.PRACTICE),
            List.of(
                new Fact(
                    "request.amount", new FactValue.Amount(Fen.ofYuan(1000)), Provenance.SHOWN))));
  }

  private static List<NearMiss> nearMisses() {
    return List.of(
        new NearMiss(
            "rq-payee-other",
            w("收款人是别人", "Someone else is paid"),
            "verify.payeeName == failed",
            List.of("verify.payeeName")),
        new NearMiss(
            "rq-large", w("数目很大", "A large sum"), "request.amount > yuan(50000)", List.of()));
  }

  private static List<Reply> replies(boolean green) {
    return List.of(
        new Reply(
            "call-first",
            green ? Reply.Strategy.LEND : Reply.Strategy.REFUSE,
            w("我先打你原来的电话，打通了就转。", "I'll call your old number first, then I'll send it."),
            w("真朋友不会为这句话生气", "A real friend will not mind")),
        new Reply(
            "soft",
            Reply.Strategy.ASK,
            w("我转账都要先通电话，不是信不过你。", "I always call before I send. It is not about you."),
            w("说得软一点", "A softer way")));
  }

  private static List<WouldChange> changes(boolean green) {
    return List.of(
        new WouldChange(
            green ? Verdict.AMBER : Verdict.GREEN,
            List.of(),
            green
                ? w("换了收款人，或金额变大", "Another payee, or a larger sum")
                : w("打通原来的号，真名也对上", "The call works and the name matches")),
        new WouldChange(
            Verdict.RED,
            List.of(),
            w("对方催你，或叫你换收款码", "They press you or change the payment code")));
  }

  private static Digest digest(String of) {
    return Digest.of(of.getBytes(StandardCharsets.UTF_8));
  }

  private static Wording headline(Verdict verdict) {
    return switch (verdict) {
      case RED -> w("先别转", "Don't send it yet");
      case AMBER -> w("先等等，还差一项", "Hold on: one thing is missing");
      case GREEN -> w("可以借", "You can lend it");
      case UNKNOWN -> w("现在看不出", "Can't tell yet");
    };
  }

  private static Wording summary(Verdict verdict) {
    return switch (verdict) {
      case RED ->
          w("对方没有通过任何一项核实。这段话很像「冒充熟人借款」。", "Nothing was verified. It sounds like an old trick.");
      case AMBER ->
          w("电话打通了，是本人。但收款人的真名还没对，先不转。", "It is them, but the payee's name was not checked.");
      case GREEN -> w("三项都对上了，是本人。", "All three match; it is them.");
      case UNKNOWN ->
          w("规则没有覆盖这一天。拿不准就先不转，打 96110 问。", "No rules cover that day. If unsure, call 96110.");
    };
  }

  private static List<StageResult> stages(Verdict verdict) {
    boolean green = verdict == Verdict.GREEN;
    return List.of(
        new StageResult(
            Stage.VERIFY,
            green ? StageResult.State.DONE : StageResult.State.NOW,
            green ? w("对上 3 / 3", "3 of 3 match") : w("对上 0 / 3", "0 of 3 match")),
        new StageResult(Stage.ASSESS, StageResult.State.DONE, w("像已知的骗法", "Like a known trick")),
        new StageResult(
            Stage.RETAIN,
            green ? StageResult.State.NOW : StageResult.State.OPEN,
            w("聊天先别删", "Keep the chat")));
  }

  private static List<Reason> reasons(boolean green) {
    return green
        ? List.of(
            new Reason(
                "rq-call",
                Stage.VERIFY,
                w("打通了原来的电话", "The old number answered"),
                w("用你通讯录里的号，一来一回说上了话。", "You talked back and forth."),
                List.of(PackFixture.PRACTICE)))
        : List.of(
            new Reason(
                "rq-account-new",
                Stage.VERIFY,
                w("今天才加的号", "Added today"),
                w("头像和名字谁都能照抄。", "Anyone can copy a picture and a name."),
                List.of(PackFixture.CLAIM)),
            new Reason(
                "rq-verify-none",
                Stage.VERIFY,
                w("还没打过电话", "Nobody has called"),
                w("到现在为止，没有一样东西能证明他是谁。", "Nothing yet shows who they are."),
                List.of(PackFixture.PRACTICE)),
            new Reason(
                "rq-urgent-small",
                Stage.ASSESS,
                w("又急，又先要一笔小钱", "Urgent, and a small sum first"),
                w("先要小钱再加码，是常见的试探。", "A small sum first is a common test."),
                List.of(PackFixture.PRACTICE)));
  }

  private static List<MethodCheck> checks(boolean green) {
    MethodCheck.State call = green ? MethodCheck.State.MATCHED : MethodCheck.State.OPEN;
    return List.of(
        new MethodCheck(
            "call-back",
            w("打原来的电话", "Call the number you already had"),
            w("最强的一项", "The strongest one"),
            w("用通讯录里存的号打过去，说上话。", "Use the saved number and talk."),
            call,
            3),
        new MethodCheck(
            "account",
            w("账号的来历", "Where the account comes from"),
            w("今天新加，没有往来", "Added today, no history"),
            w("看聊天记录有多早。", "See how far the chat goes back."),
            green ? MethodCheck.State.NO_ANSWER : MethodCheck.State.MISMATCH,
            1),
        new MethodCheck(
            "payee",
            w("收款人真名", "Payee's real name"),
            w("付款页能看到", "Shown when paying"),
            w("打开付款页，只看名字，不输密码。", "Open the pay page, look only."),
            call,
            2));
  }

  private static NextAction next(Verdict verdict) {
    return switch (verdict) {
      case RED ->
          new NextAction(
              "call-known-number",
              w("打他原来的手机号，问一件只有你们俩知道的事。", "Call the old number, ask what only you two know."),
              w("打不通，就回下面这句话，先不转。", "If nobody answers, send the words below."),
              Optional.of("verify.callBack"));
      case AMBER ->
          new NextAction(
              "check-payee-name",
              w("打开付款页，看收款人的名字是不是他。", "Open the pay page and look at the payee's name."),
              w("只看名字，不要输密码。", "Look only, enter no password."),
              Optional.of("verify.payeeName"));
      case GREEN ->
          new NextAction(
              "write-iou",
              w("先请他在聊天里写一句借条。", "First ask for one line of IOU in the chat."),
              w("不写，就先不转。", "If they will not, wait."),
              Optional.empty());
      case UNKNOWN ->
          new NextAction(
              "ask-96110",
              w("打 96110 问一声。", "Call 96110 and ask."),
              w("打不通，就先不转。", "If it is busy, wait."),
              Optional.empty());
    };
  }
}
