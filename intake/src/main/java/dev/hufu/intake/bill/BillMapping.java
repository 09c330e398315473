package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;

/**
 * How the columns of a bill nobody described here map to fields; read from a file.
 *
 * <p>Example: {@code name: 招商银行} with {@code columns: {date: 记账日期, amount: 交易金额}} and {@code sign:
 * negative-is-out}.
 *
 * @param name what the form is called
 * @param columns plain names of columns by field
 * @param directions what the words of the direction column mean
 * @param time the pattern of its times, where they are not written the usual way
 * @param positiveIsOut whether a positive sum leaves the account, as on the bill of a credit card
 * @param currency ISO code where no column names one
 */
public record BillMapping(
    String name,
    Map<Field, String> columns,
    Map<String, Direction> directions,
    Optional<Pattern> time,
    ZoneId zone,
    boolean positiveIsOut,
    String currency) {

  public BillMapping {
    columns = Map.copyOf(columns);
    directions = Map.copyOf(directions);
  }

  /**
   * Reads a mapping.
   *
   * @param file as it is called in refusals
   * @return the mapping, or MAPPING_BROKEN, MAPPING_COLUMN_MISSING with its place
   */
  public static Outcome<BillMapping> read(String file, byte[] bytes) {
    return BillMappingFile.read(file, bytes);
  }

  /** A pattern of times, such as {@code dd/MM/yyyy HH:mm}. */
  record Pattern(String text, DateTimeFormatter format) {

    Outcome<BillTime> read(String written, ZoneId zone) {
      try {
        TemporalAccessor read = format.parse(written);
        LocalDate day = LocalDate.from(read);
        boolean timed = read.isSupported(ChronoField.MINUTE_OF_HOUR);
        LocalTime clock =
            timed
                ? LocalTime.of(
                    read.get(ChronoField.HOUR_OF_DAY),
                    read.get(ChronoField.MINUTE_OF_HOUR),
                    read.isSupported(ChronoField.SECOND_OF_MINUTE)
                        ? read.get(ChronoField.SECOND_OF_MINUTE)
                        : 0)
                : LocalTime.MIDNIGHT;
        Exact exact = !timed ? Exact.DAY : text.contains("s") ? Exact.SECOND : Exact.MINUTE;
        LocalDateTime local = day.atTime(clock);
        String usual = local.toString().replace('T', ' ');
        // The usual reading holds the range of days that are believed.
        return Moment.read(usual, "", zone).map(time -> BillTime.of(local, zone, exact));
      } catch (DateTimeException notATime) {
        String shown = written.length() <= 40 ? written : written.substring(0, 40) + "…";
        return Outcome.refused(Code.BILL_TIME, shown + " ≠ " + text);
      }
    }
  }
}
