package dev.hufu.language.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: days are read from the moment given. Seen from Saturday, 2026-11-21, 20:00 in Shanghai. */
class DayReaderTest {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "明天就还你|2026-11-22|明天",
        "后天|2026-11-23|后天",
        "大后天|2026-11-24|大后天",
        "今晚|2026-11-21|今晚",
        "下周五还|2026-11-27|下周五",
        "周五还|2026-11-27|周五",
        "星期天|2026-11-22|星期天",
        "这周六|2026-11-21|这周六",
        "下下周一|2026-11-30|下下周一",
        "下周|2026-11-29|下周",
        "月底给你|2026-11-30|月底",
        "下个月|2026-12-31|下个月",
        "下月10号|2026-12-10|下月10号",
        "年底|2026-12-31|年底",
        "3月31日前还|2027-03-31|3月31日",
        "三月三十一号|2027-03-31|三月三十一号",
        "11月21日|2026-11-21|11月21日",
        "2027-03-31|2027-03-31|2027-03-31",
        "２０２７年３月３１日|2027-03-31|２０２７年３月３１日",
        "2027/3/31|2027-03-31|2027/3/31",
        "25号发工资|2026-11-25|25号",
        "10号|2026-12-10|10号",
        "三天后|2026-11-24|三天后",
        "3天内|2026-11-24|3天内",
        "两个月后|2027-01-21|两个月后",
        "半个月后|2026-12-06|半个月后",
        "一周后|2026-11-28|一周后",
        "十天后|2026-12-01|十天后",
        "12月底|2026-12-31|12月底",
        "tomorrow|2026-11-22|tomorrow",
        "by Friday|2026-11-27|by Friday",
        "next Friday|2026-11-27|next Friday",
        "next month|2026-12-31|next month",
        "end of the month|2026-11-30|end of the month",
        "in 3 days|2026-11-24|in 3 days",
        "in 2 weeks|2026-12-05|in 2 weeks",
        "March 31|2027-03-31|March 31",
        "31 March 2028|2028-03-31|31 March 2028",
        "the day after tomorrow|2026-11-23|day after tomorrow"
      })
  void readsADay(String text, String day, String where) {
    List<FoundDay> found = DayReader.read(text, AT, SHANGHAI);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).day()).isEqualTo(LocalDate.parse(day));
    assertThat(found.get(0).span().of(text)).isEqualTo(where);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2月30日",
        "2027-13-01",
        "借我1000",
        "一天到晚",
        "32号",
        "may I",
        "he sat down",
        "monkey",
        "sunny",
        "13800138000",
        "",
        "愉快"
      })
  void readsNoDayWhereNoneIs(String text) {
    assertThat(DayReader.read(text, AT, SHANGHAI)).isEmpty();
  }

  @Test
  void theZoneDecidesWhatTodayIs() {
    Instant late = Instant.parse("2026-11-21T20:00:00Z");
    assertThat(DayReader.read("明天", late, SHANGHAI).get(0).day())
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(DayReader.read("明天", late, ZoneId.of("UTC")).get(0).day())
        .isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void aDayWrittenOutIsReadBack() {
    qt().withExamples(2000)
        .forAll(integers().between(0, 12_000), integers().between(0, 4))
        .checkAssert(
            (ahead, way) -> {
              LocalDate day = LocalDate.of(2026, 11, 21).plusDays(way < 3 ? ahead : ahead % 360);
              String written =
                  switch (way) {
                    case 0 -> day.toString();
                    case 1 ->
                        day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
                    case 2 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
                    case 3 -> day.getMonthValue() + "月" + day.getDayOfMonth() + "号";
                    default ->
                        day.getMonth()
                                .getDisplayName(
                                    java.time.format.TextStyle.SHORT, java.util.Locale.US)
                            + " "
                            + day.getDayOfMonth();
                  };
              assertThat(DayReader.read("在" + written + "之前", AT, SHANGHAI))
                  .as(written)
                  .extracting(FoundDay::day)
                  .containsExactly(day);
            });
  }
}
