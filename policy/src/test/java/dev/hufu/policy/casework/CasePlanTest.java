package dev.hufu.policy.casework;

import static dev.hufu.policy.casework.Cases.PACK;
import static dev.hufu.policy.casework.Cases.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.ClockKind;
import dev.hufu.kernel.casework.Due;
import dev.hufu.kernel.casework.Performer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.paper.PaperText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Goal: the plan after money is gone has the clocks of the law to the minute, and says nothing the
 * law does not say. Method: the stories of 金先生, 冯先生 and 小张 with their exact dates and sums, on the
 * shipped pack.
 */
class CasePlanTest {

  private static Cases jin(String now) {
    return new Cases(now)
        .opened("talked-into-it")
        .paid(490_000, "2022-10-14T09:50", "富阳农商银行手机银行", "周××", "6200000012345678")
        .happened("reported", "2022-10-14T11:52")
        .happened("stop-placed", "2022-10-14T12:40");
  }

  private static Running clock(CasePlan plan, String id) {
    return plan.clocks().stream()
        .filter(each -> each.clock().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Step step(CasePlan plan, String id) {
    return plan.steps().stream()
        .filter(each -> each.task().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStopEndsAfterTwoDaysAndMayBeRenewedOnce() {
    Running stop = clock(jin("2022-10-14T12:45").plan(), "stop");
    assertThat(stop.clock().kind()).isEqualTo(ClockKind.STATUTORY);
    assertThat(stop.state()).isEqualTo(Running.State.RUNNING);
    assertThat(stop.runs()).hasSize(2);
    Running.Run first = stop.runs().getFirst();
    assertThat(first.ends().at()).isEqualTo(at("2022-10-16T12:40"));
    assertThat(first.remind()).contains(at("2022-10-16T06:40"));
    assertThat(first.begun()).isTrue();
    Running.Run second = stop.runs().getLast();
    assertThat(second.ends().at()).isEqualTo(at("2022-10-18T12:40"));
    assertThat(second.begun()).isFalse();
    assertThat(stop.renewalsLeft()).isEqualTo(1);
  }

  @Test
  void aRenewalGoesOnFromTheEndAndAThirdIsRefused() {
    Cases renewed =
        jin("2022-10-14T12:45")
            .at(at("2022-10-16T09:00"))
            .happened("stop-renewed", "2022-10-16T08:30");
    Running stop = clock(renewed.plan(), "stop");
    assertThat(stop.current().orElseThrow().ends().at()).isEqualTo(at("2022-10-18T12:40"));
    assertThat(stop.renewalsUsed()).isTrue();
    assertThat(step(renewed.plan(), "renew-stop").offered()).isEmpty();
    Refusal third =
        renewed
            .check()
            .check(new CaseEntry.Happened("stop-renewed", at("2022-10-16T08:45")))
            .findRefusal()
            .orElseThrow();
    assertThat(third.code()).isEqualTo(Code.CASE_RENEWALS_USED);
    assertThat(third.wording().zh()).contains("最多 2 次");
  }

  @Test
  void aRenewalAfterTheEndRunsFromTheRenewal() {
    Cases late =
        jin("2022-10-14T12:45")
            .at(at("2022-10-17T09:00"))
            .happened("stop-renewed", "2022-10-17T08:00");
    assertThat(clock(late.plan(), "stop").current().orElseThrow().ends().at())
        .isEqualTo(at("2022-10-19T08:00"));
  }

  @Test
  void aPartyThatMissesItsClockRaisesWhatToDo() {
    Cases jin = jin("2022-10-14T12:45");
    assertThat(clock(jin.at(at("2022-10-16T06:40")).plan(), "stop").state())
        .isEqualTo(Running.State.SOON);
    CasePlan over = jin.at(at("2022-10-16T12:40")).plan();
    assertThat(clock(over, "stop").state()).isEqualTo(Running.State.OVER);
    assertThat(over.missed()).extracting(each -> each.clock().id()).contains("stop");
    assertThat(step(over, "ask-filing").raised()).isTrue();
    Cases frozen = jin.happened("filed", "2022-10-15T10:00").happened("frozen", "2022-10-15T11:00");
    assertThat(clock(frozen.plan(), "stop").state()).isEqualTo(Running.State.MET);
    assertThat(clock(frozen.plan(), "freeze").current().orElseThrow().ends().day(PACK.zone()))
        .isEqualTo("2023-04-15");
  }

  @Test
  void theSecondPersonWorksAtTheSameTime() {
    CasePlan plan = jin("2022-10-14T12:45").plan();
    Step hotline = step(plan, "bank-hotline");
    assertThat(hotline.task().who()).isEqualTo(Performer.SECOND);
    assertThat(hotline.waitsFor()).isEmpty();
    assertThat(hotline.done()).isTrue();
    assertThat(step(plan, "station").waitsFor()).isEmpty();
    assertThat(step(plan, "ask-filing").waitsFor())
        .extracting(CasePolicy.Task::id)
        .containsExactly("station");
    List<String> order = plan.steps().stream().map(each -> each.task().id()).toList();
    assertThat(order.indexOf("call-110")).isLessThan(order.indexOf("station"));
    assertThat(order.indexOf("save-evidence")).isLessThan(order.indexOf("station"));
    assertThat(order).contains("beware-recovery").doesNotContain("wechat-hotline");
  }

  @Test
  void theWordsToReadOutAreFilledIn() {
    CasePlan plan = jin("2022-10-14T12:45").plan();
    assertThat(plan.words().fill(plan.plan().opening()).zh())
        .isEqualTo(
            "我叫＿＿＿＿，被骗转账。10月14日 9点50分，我从富阳农商银行手机银行转出490,000元（人民币肆拾玖万元整）。"
                + "收款人周××，账号6200 0000 1234 5678，＿＿＿＿。请马上止付，并给我受案回执。");
  }

  @Test
  void theSumStandsBetweenTwoLines() {
    ScaleReading fraud = jin("2022-10-14T12:45").plan().scales().getFirst();
    assertThat(fraud.says().zh()).isEqualTo("490,000 元到了「数额巨大」的线（30,000 元），低于「数额特别巨大」的 500,000 元线");
    assertThat(fraud.rules()).containsExactly("CN-IR-08");
  }

  /** 小张, after paying: below the line it is reported all the same. */
  @Test
  void aThousandYuanIsReportedToo() {
    CasePlan plan =
        new Cases("2026-10-26T20:00")
            .opened("talked-into-it")
            .paid(1_000, "2026-10-25T19:00", "微信", "小王", "wx-new")
            .plan();
    ScaleReading fraud = plan.scales().getFirst();
    assertThat(fraud.below()).isTrue();
    assertThat(fraud.says().zh()).isEqualTo("1,000 元没到「数额较大」的线（3,000 元）");
    assertThat(fraud.rules()).containsExactly("CN-IR-08", "CN-IR-10");
    assertThat(fraud.scale().below().zh()).contains("一样可以报").contains("加在一起");
    assertThat(step(plan, "station").task().sources())
        .extracting(source -> source.id())
        .contains("CN-IR-01");
    assertThat(step(plan, "tell-friend").task().title().zh()).contains("真正的那位朋友");
    assertThat(step(plan, "wechat-hotline").task().who()).isEqualTo(Performer.SECOND);
    assertThat(new CasePapers(plan).originals().map(each -> each.zh()))
        .anyMatch(each -> each.contains("聊天记录：不删"));
  }

  /** 冯先生, after two fees and before the third. */
  @Test
  void twoFeesAddUpAndTheNextMovesAreNamed() {
    Cases feng =
        new Cases("2026-11-22T10:00")
            .opened("fake-lender")
            .paid(1_800, "2026-11-20T15:00", "微信", "李某", "6222000011112222");
    assertThat(feng.plan().scales().getFirst().below()).isTrue();
    CasePlan plan = feng.paid(3_000, "2026-11-21T11:00", "微信", "李某", "6222000011112222").plan();
    assertThat(plan.file().lost()).isEqualTo(Fen.ofYuan(4_800));
    assertThat(plan.scales().getFirst().says().zh()).startsWith("4,800 元到了「数额较大」的线（3,000 元）");
    assertThat(String.join("|", plan.plan().next().stream().map(each -> each.zh()).toList()))
        .contains("解冻费", "验资", "刷流水", "卡号");
    assertThat(plan.steps().stream().map(each -> each.task().id()))
        .contains("uninstall", "passwords", "data-given", "station");
    String opening = plan.words().fill(plan.plan().opening()).zh();
    assertThat(opening).contains("2笔，一共4,800元");
    String statement = PaperText.write(new CasePapers(plan).find("police", Lang.ZH).orElseThrow());
    assertThat(statement).contains("1 | 2026-11-20 15:00 | 微信 | 李某", "1,800.00", "3,000.00");
  }

  @Test
  void workingDaysOfTheBankFollowTheCalendar() {
    Cases back = jin("2022-10-14T12:45").at(at("2026-10-11T09:00"));
    CasePlan plan = back.happened("return-ordered", "2026-09-30T10:00").plan();
    assertThat(clock(plan, "return-bank").current().orElseThrow().ends().day(PACK.zone()))
        .isEqualTo(LocalDate.parse("2026-10-10"));
    CasePlan beyond =
        jin("2022-10-14T12:45")
            .at(at("2024-01-05T09:00"))
            .happened("return-ordered", "2024-01-04T10:00")
            .plan();
    assertThat(clock(beyond, "return-bank").state()).isEqualTo(Running.State.UNKNOWN);
  }

  @Test
  void workingDaysThatRunIntoAYearWithoutACalendarSaySo() {
    CasePlan plan =
        jin("2022-10-14T12:45")
            .at(at("2026-12-30T12:00"))
            .happened("return-ordered", "2026-12-30T10:00")
            .plan();
    Due ends = clock(plan, "return-bank").current().orElseThrow().ends();
    assertThat(ends.day(PACK.zone())).isEqualTo(LocalDate.parse("2027-01-04"));
    assertThat(ends.holidaysKnownThrough()).contains(LocalDate.parse("2026-12-31"));
    assertThat(plan.dates().stream().filter(date -> date.id().startsWith("return-bank")))
        .anySatisfy(date -> assertThat(date.why().zh()).contains("2026-12-31"));
  }

  @Test
  void complaintsHaveThreeDates() {
    CasePlan plan =
        jin("2022-10-14T12:45")
            .at(at("2026-09-29T09:00"))
            .happened("complaint-filed", "2026-09-28T16:20")
            .plan();
    assertThat(
            Stream.of("complaint-simple", "complaint-complex", "complaint-special")
                .map(id -> clock(plan, id).current().orElseThrow().ends().day(PACK.zone())))
        .containsExactly(
            LocalDate.parse("2026-10-13"),
            LocalDate.parse("2026-10-28"),
            LocalDate.parse("2026-11-27"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Cases jin = jin("2022-10-14T12:45");
    assertThat(refusal(jin, "stop-placed", at("2022-10-14T12:41")))
        .isEqualTo(Code.CASE_EVENT_TWICE);
    assertThat(refusal(jin, "stop-renewed", at("2022-10-14T12:00")))
        .isEqualTo(Code.CASE_EVENT_TOO_EARLY);
    assertThat(refusal(jin, "receipt", at("2022-10-14T13:00"))).isEqualTo(Code.CASE_EVENT_AHEAD);
    assertThat(refusal(jin, "eclipse", at("2022-10-14T12:00"))).isEqualTo(Code.CASE_EVENT_UNKNOWN);
    assertThat(code(jin.check().check(new CaseEntry.Opened("none"))))
        .isEqualTo(Code.CASE_PLAN_UNKNOWN);
    assertThat(code(jin.check().check(new CaseEntry.Ticked("none", true))))
        .isEqualTo(Code.CASE_TASK_UNKNOWN);
    assertThat(code(jin.check().check(new CaseEntry.Answered("wechat-ios", "cards", "perhaps"))))
        .isEqualTo(Code.CASE_ANSWER_UNKNOWN);
    assertThat(code(jin.check().check(new CaseEntry.PaidNot(7))))
        .isEqualTo(Code.CASE_EVENT_UNKNOWN);
    assertThat(CasePlan.of(PACK, dev.hufu.kernel.casework.CaseFile.EMPTY, Instant.EPOCH))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aLineIsBounded() {
    Cases jin = jin("2022-10-14T12:45");
    String longest = "周".repeat(Limits.CASE_LINE_CHARS_MAX);
    jin.told("other.handle", longest);
    jin.told("how", "周".repeat(Limits.FACT_TEXT_CHARS_MAX));
    assertThat(tell(jin, "other.handle", longest + "周")).isEqualTo(Code.CASE_ENTRY_SIZE);
    assertThat(tell(jin, "how", "周".repeat(Limits.FACT_TEXT_CHARS_MAX + 1)))
        .isEqualTo(Code.CASE_ENTRY_SIZE);
    assertThat(tell(jin, "not.known", "周")).isEqualTo(Code.CASE_ENTRY_SIZE);
  }

  private static Code tell(Cases cases, String name, String value) {
    return code(
        cases
            .check()
            .check(new CaseEntry.Told(new java.util.TreeMap<>(java.util.Map.of(name, value)))));
  }

  private static Code refusal(Cases cases, String event, Instant at) {
    return code(cases.check().check(new CaseEntry.Happened(event, at)));
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }

  @Test
  void smallClaimsAskForTheWageOfTheProvince() {
    LocalDate day = LocalDate.parse("2026-11-22");
    Fen claim = Fen.ofYuan(45_000);
    assertThat(says(claim, Optional.empty(), day)).contains("我们不猜");
    assertThat(says(claim, Optional.of(Fen.ofYuan(90_000)), day)).contains("可以走小额诉讼");
    assertThat(says(claim, Optional.of(Fen.ofYuan(89_999)), day)).contains("双方都同意");
    assertThat(says(claim, Optional.of(Fen.ofYuan(20_000)), day)).contains("走不了小额诉讼");
    assertThat(SmallClaim.of(PACK, claim, Optional.empty(), LocalDate.parse("2023-06-01")))
        .isEmpty();
  }

  private static String says(Fen claim, Optional<Fen> wage, LocalDate day) {
    return SmallClaim.of(PACK, claim, wage, day).orElseThrow().says().zh();
  }

  @Test
  void theftWhereTheProvinceSetsTheLineIsNotGuessed() {
    CasePlan plan =
        new Cases("2026-11-22T10:00")
            .opened("stolen")
            .paid(2_000, "2026-11-21T03:00", "微信", "某", "x")
            .plan();
    assertThat(plan.scales().getFirst().says().zh()).contains("各省").contains("1,000 到 3,000");
  }

  /** Every entry can be kept and read again. */
  @Test
  void entriesSurviveBeingWritten() {
    Cases jin = jin("2022-10-14T12:45").told("how", "对方冒充朋友").add(new CaseEntry.PaidNot(0));
    List<CaseEntry> all =
        List.of(
            new CaseEntry.Opened("stolen"),
            new CaseEntry.Told(new java.util.TreeMap<>(java.util.Map.of("how", "说 \"急\""))),
            new CaseEntry.Happened("stop-placed", at("2022-10-14T12:40")),
            new CaseEntry.HappenedNot("stop-placed"),
            new CaseEntry.Ticked("station", true),
            new CaseEntry.PaidNot(3),
            new CaseEntry.Answered("wechat-ios", "cards", "normal"));
    assertThat(all.stream().map(CaseEntryJson::write).map(CaseEntryJson::read)).isEqualTo(all);
    assertThat(jin.file().payments()).isEmpty();
  }
}
