package dev.hufu.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.loan.LoanReminder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: a calendar file that calendars read: RFC 5545 3.1 (folding, CRLF), 3.3.11 (escapes). */
class LoanCalendarTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void linesAreFoldedBetweenCharactersAndTextsEscaped() {
    String what = "还有 7 天到期，客气地提醒一句; 把他的回答留好, 别删\n".repeat(6);
    String calendar =
        LoanCalendar.write(
            "M-7Q4K2M9F",
            List.of(
                new LoanReminder(
                    LocalDate.of(2026, 12, 31),
                    "due-soon",
                    new Wording(what, "soon"),
                    Optional.of("CN-PL-12"))),
            NOW,
            Lang.ZH);
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r");
    for (String line : calendar.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(line).doesNotContain("\ufffd");
    }
    String unfolded = calendar.replace("\r\n ", "");
    assertThat(unfolded)
        .contains("SUMMARY:" + what.replace(";", "\\;").replace(", ", "\\, ").replace("\n", "\\n"))
        .contains("UID:M-7Q4K2M9F-due-soon-20261231@hufu.local", "DTEND;VALUE=DATE:20270101")
        .contains("DTSTAMP:20261121T120000Z", "DESCRIPTION:CN-PL-12")
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n");
  }
}
