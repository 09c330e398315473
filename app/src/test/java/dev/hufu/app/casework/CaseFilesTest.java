package dev.hufu.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Goal: the calendar file has the clocks of the plan to the minute in the form of RFC 5545, and
 * slips and times are read as they stand or refused. Method: the story of 金先生 on the shipped pack;
 * lines unfolded again by the rule of the standard.
 */
class CaseFilesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pack PACK =
      PackLibrary.toDecide(Path.of("../packs"), head -> head.id().equals("cn/loss"))
          .find("cn/loss")
          .orElseThrow();

  private static Instant at(String text) {
    return OffsetDateTime.parse(text + ":00+08:00").toInstant();
  }

  private static CasePlan jin() {
    Payment paid =
        new Payment(
            Fen.ofYuan(490_000),
            Optional.of(at("2022-10-14T09:50")),
            Optional.of("手机银行"),
            Optional.of("周××"),
            Optional.empty(),
            Optional.empty());
    Instant now = at("2022-10-14T12:45");
    List<CaseFile.Stamped> entries =
        Stream.of(
                new CaseEntry.Opened("talked-into-it"),
                new CaseEntry.Paid(paid),
                new CaseEntry.Happened("stop-placed", at("2022-10-14T12:40")),
                new CaseEntry.Happened("refused", at("2022-10-14T12:44")))
            .map(entry -> new CaseFile.Stamped(entry, now))
            .toList();
    return CasePlan.of(PACK, CaseFile.of(entries), now).orThrow();
  }

  @Test
  void theCalendarHasTheClocksOfThePlan() {
    String file = PlanCalendar.of("M-00000000", jin(), Lang.ZH);
    String unfolded = file.replace("\r\n ", "");
    assertThat(unfolded)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("DTSTART:20221015T224000Z", "SUMMARY:问警方：止付续了没有")
        .contains("DTSTART:20221016T044000Z", "SUMMARY:第一次到期")
        .contains("DTSTART:20221018T044000Z", "SUMMARY:续后到期，没有第三次")
        .contains("DTSTART;VALUE=DATE:20221021\r\nDTEND;VALUE=DATE:20221022")
        .contains("UID:stop-1-remind.M-00000000@hufu.local", "BEGIN:VALARM", "TRIGGER:PT0S");
    assertThat(file.split("\r\n", -1))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .noneMatch(line -> line.contains("\n"));
    assertThat(count(unfolded, "BEGIN:VEVENT")).isEqualTo(count(unfolded, "END:VEVENT"));
    assertThat(PlanCalendar.of("M-00000000", jin(), Lang.ZH)).isEqualTo(file);
  }

  @Test
  void textInACalendarCannotEndItsLine() {
    String english = PlanCalendar.of("M-00000000", jin(), Lang.EN).replace("\r\n ", "");
    assertThat(english).contains("SUMMARY:Renewed stop ends\\, and there is no third");
  }

  @Test
  void theRoutinesComeBackEachMonthAndQuarter() {
    String file = PlanCalendar.routines(PACK, at("2026-11-22T10:00"), Lang.ZH);
    assertThat(file)
        .contains("DTSTART;VALUE=DATE:20261201")
        .contains("RRULE:FREQ=MONTHLY;INTERVAL=1", "RRULE:FREQ=MONTHLY;INTERVAL=3");
  }

  private static long count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void aSlipIsReadByItsLabels() {
    PaymentForm form =
        SlipReader.read(
            "转账成功\n收款人：周××\n收款账号：6200 0000 1234 5678\n收款银行：农业银行\n转账金额：¥490,000.00元\n"
                + "付款方式：招商银行\n交易时间：2022-10-14 09:50:12",
            Optional.of(Fen.ofYuan(1)),
            ZONE);
    assertThat(form)
        .isEqualTo(
            new PaymentForm(
                "490000.00", "2022-10-14T09:50", "招商银行", "周××", "6200 0000 1234 5678", "农业银行"));
    Payment payment = form.payment(ZONE).orThrow();
    assertThat(payment.sum()).isEqualTo(Fen.ofYuan(490_000));
    assertThat(payment.at()).contains(at("2022-10-14T09:50"));
  }

  @Test
  void whatIsNotThereIsNotGuessed() {
    PaymentForm form =
        SlipReader.read("在吗？能不能借我1000块钱？打我电话13800001111", Optional.of(Fen.ofYuan(1000)), ZONE);
    assertThat(form).isEqualTo(new PaymentForm("1000.00", "", "", "", "", ""));
    assertThat(SlipReader.read("卡号 6222 0212 3456 7890 123，快转", Optional.empty(), ZONE).account())
        .isEqualTo("6222 0212 3456 7890 123");
    assertThat(SlipReader.read("交易时间：2022-13-41 09:50", Optional.empty(), ZONE).at()).isEmpty();
    assertThat(PaymentForm.EMPTY.blank()).isTrue();
  }

  @Test
  void aTimeIsReadOrRefused() {
    assertThat(PaymentForm.time("2022-10-14T12:40", ZONE).orThrow())
        .contains(at("2022-10-14T12:40"));
    assertThat(PaymentForm.time("2022-10-14 12:40", ZONE).orThrow())
        .contains(at("2022-10-14T12:40"));
    assertThat(PaymentForm.time(" ", ZONE).orThrow()).isEmpty();
    for (String wrong : List.of("昨天", "2022-02-30T12:40", "0022-10-14T12:40", "12:40")) {
      assertThat(PaymentForm.time(wrong, ZONE).findRefusal().orElseThrow().code())
          .isEqualTo(Code.CASE_TIME_WRONG);
    }
    assertThat(new PaymentForm("0", "", "", "", "", "").payment(ZONE).findRefusal()).isPresent();
    assertThat(new PaymentForm("很多", "", "", "", "", "").payment(ZONE).findRefusal()).isPresent();
  }
}
