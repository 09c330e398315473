package dev.hufu.policy.pack;

import dev.hufu.kernel.text.Wording;
import dev.hufu.kernel.time.DatedSeries;
import dev.hufu.kernel.time.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Dated legal facts, with where they were read and how sure we are of them. */
public record Law(
    Map<String, Entry> entries,
    Map<String, Series> series,
    List<Claim> claims,
    List<WorkCalendar> calendars) {

  public static final Law EMPTY = new Law(Map.of(), Map.of(), List.of(), List.of());

  public Law {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    claims = List.copyOf(claims);
    calendars = List.copyOf(calendars);
  }

  /**
   * Entries whose day of review has passed. They still decide; somebody should look whether they
   * should.
   */
  public List<Entry> overdue(LocalDate day) {
    return entries.values().stream().filter(entry -> entry.overdue(day)).toList();
  }

  /**
   * One rule of law: closed versions are never edited.
   *
   * @param value its figures as written, such as {@code multiple} of a {@code rate-multiple}
   */
  public record Entry(
      String id,
      Wording title,
      Wording wording,
      LocalDate validFrom,
      Optional<LocalDate> validTo,
      Confidence confidence,
      Optional<LocalDate> reviewBy,
      List<Citation> sources,
      Map<String, String> value) {

    public Entry {
      sources = List.copyOf(sources);
      value = Map.copyOf(value);
    }

    /** Whether it was to be looked over before this day. */
    public boolean overdue(LocalDate day) {
      return reviewBy.map(day::isAfter).orElse(false);
    }

    /** A whole number of its value, such as {@code multiple} or {@code years}. */
    public OptionalInt number(String name) {
      return Optional.ofNullable(value.get(name))
          .filter(text -> text.matches("-?\\d{1,9}"))
          .map(text -> OptionalInt.of(Integer.parseInt(text)))
          .orElse(OptionalInt.empty());
    }

    /** The sum of whole numbers of its value, {@code complexDays+moreDays}; empty if one lacks. */
    public OptionalInt sum(String names) {
      int sum = 0;
      for (String name : names.split("\\+", -1)) {
        OptionalInt number = number(name);
        if (number.isEmpty()) {
          return number;
        }
        sum += number.getAsInt();
      }
      return OptionalInt.of(sum);
    }

    /** Whole numbers of its value, such as {@code yuan} of a threshold; empty if it has none. */
    public List<Integer> numbers(String name) {
      String text = value.getOrDefault(name, "").replaceAll("[\\[\\]\\s]", "");
      return text.matches("\\d{1,9}(,\\d{1,9})*")
          ? Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList()
          : List.of();
    }

    /** Whether it holds that day, and is founded well enough to decide. */
    public boolean decides(LocalDate day) {
      return inForce(day) && confidence.mayDecide();
    }

    public boolean inForce(LocalDate day) {
      return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
    }
  }

  /** Where an entry was read. */
  public record Citation(String doc, Optional<String> no, Optional<String> article) {

    @Override
    public String toString() {
      return doc + no.map(n -> " " + n).orElse("") + article.map(a -> " §" + a).orElse("");
    }
  }

  /** A value that changes on known days, such as the one-year LPR in percent. */
  public record Series(String id, Wording title, String unit, DatedSeries<SeriesValue> values) {

    /** The id as it stands in expressions: {@code lpr-1y} is {@code lpr1y}. */
    public String name() {
      return id.replace("-", "");
    }
  }

  /** One value of a series; one that must not decide is as good as unknown to a condition. */
  public record SeriesValue(BigDecimal value, Confidence confidence) {}

  /** What a seed document says and what was found. */
  public record Claim(
      String id, String seed, Wording says, Wording found, String status, Optional<Double> value) {}
}
