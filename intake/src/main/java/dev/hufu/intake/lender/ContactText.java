package dev.hufu.intake.lender;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A collection log as people write it, one contact a line: when, who, whom they reached, what they
 * said.
 *
 * <p>Example: {@code 2026-11-20 22:30，乙催收，本人，今天不还就打给你单位}. Commas of either width, bars and tabs
 * part the cells; the last one holds the rest of the line. A time without offset is that of the
 * zone.
 */
public final class ContactText {

  /** One line. */
  public record Row(OffsetDateTime at, String by, boolean debtor, Optional<String> text) {}

  private static final Pattern CELLS = Pattern.compile("\\s*[,，|｜\\t]\\s*");
  private static final Set<String> DEBTOR = Set.of("本人", "我", "自己", "me", "debtor");
  private static final Set<String> OTHERS =
      Set.of("别人", "家人", "亲友", "朋友", "同事", "单位", "第三人", "others", "family", "work", "third-party");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-M-d[ ]['T']H:mm");
  private static final int CELL_CHARS_MAX = 2_000;

  private ContactText() {}

  /** The rows, or {@link Code#COLLECTION_UNREADABLE} with the number of the line. */
  public static Outcome<List<Row>> read(String text, ZoneId zone) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      Optional<Row> row = line.length() > CELL_CHARS_MAX ? Optional.empty() : row(line, zone);
      if (row.isEmpty() || rows.size() == Limits.LENDER_ROWS_MAX) {
        return Outcome.refused(Code.COLLECTION_UNREADABLE, Integer.toString(number));
      }
      rows.add(row.get());
    }
    return Outcome.of(rows);
  }

  private static Optional<Row> row(String line, ZoneId zone) {
    String[] cells = CELLS.split(line.strip(), 4);
    if (cells.length < 3 || cells[1].isBlank()) {
      return Optional.empty();
    }
    String whom = cells[2].strip();
    if (!DEBTOR.contains(whom) && !OTHERS.contains(whom)) {
      return Optional.empty();
    }
    Optional<String> said =
        cells.length == 4
            ? Optional.of(cells[3].strip()).filter(t -> !t.isEmpty())
            : Optional.empty();
    return moment(cells[0].strip(), zone)
        .map(at -> new Row(at, cells[1].strip(), DEBTOR.contains(whom), said));
  }

  private static Optional<OffsetDateTime> moment(String written, ZoneId zone) {
    try {
      return Optional.of(
          LocalDateTime.parse(written.replace('/', '-').replace('：', ':'), MINUTE)
              .atZone(zone)
              .toOffsetDateTime());
    } catch (DateTimeException notLocal) {
      return offset(written);
    }
  }

  private static Optional<OffsetDateTime> offset(String written) {
    try {
      return Optional.of(OffsetDateTime.parse(written));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
