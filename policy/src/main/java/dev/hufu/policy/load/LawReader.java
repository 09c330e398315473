package dev.hufu.policy.load;

import dev.hufu.kernel.time.DatedSeries;
import dev.hufu.kernel.time.WorkCalendar;
import dev.hufu.policy.pack.Confidence;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.yaml.Branch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads entries, series, calendars and claims of a law pack. */
final class LawReader {

  private final Map<String, Law.Entry> entries = new LinkedHashMap<>();
  private final Map<String, Law.Series> series = new LinkedHashMap<>();
  private final List<Law.Claim> claims = new ArrayList<>();
  private final List<WorkCalendar> calendars = new ArrayList<>();
  private final Problems problems;

  LawReader(Problems problems) {
    this.problems = problems;
  }

  /** Starts from what the needed packs bring. */
  void include(Law law) {
    entries.putAll(law.entries());
    series.putAll(law.series());
    claims.addAll(law.claims());
    calendars.addAll(law.calendars());
  }

  Law law() {
    return new Law(entries, series, claims, calendars);
  }

  void readEntries(Branch file) {
    for (Branch branch : file.list("entries")) {
      Law.Entry entry =
          new Law.Entry(
              branch.text("id"),
              branch.wording("title"),
              branch.wording("wording"),
              Figures.day(branch.get("validFrom"), problems),
              branch.find("validTo").map(day -> Figures.day(day, problems)),
              Confidence.valueOf(branch.text("confidence").toUpperCase(Locale.ROOT)),
              branch.find("reviewBy").map(day -> Figures.day(day, problems)),
              branch.list("sources").stream().map(LawReader::citation).toList(),
              branch.find("value").map(LawReader::figures).orElse(Map.of()));
      if (entries.putIfAbsent(entry.id(), entry) != null) {
        problems.add(branch.get("id"), "the entry " + entry.id() + " stands here twice");
      }
    }
  }

  private static Map<String, String> figures(Branch value) {
    Map<String, String> figures = new LinkedHashMap<>();
    value.names().forEach(name -> figures.put(name, value.text(name)));
    return figures;
  }

  void readSeries(Branch file) {
    LocalDate knownThrough = Figures.day(file.get("knownThrough"), problems);
    TreeMap<LocalDate, Law.SeriesValue> values = new TreeMap<>();
    for (Branch value : file.list("values")) {
      LocalDate from = Figures.day(value.get("from"), problems);
      if (!values.isEmpty() && !from.isAfter(values.lastKey())) {
        problems.add(value.get("from"), "the days of a series ascend");
      }
      if (from.isAfter(knownThrough)) {
        problems.add(value.get("from"), "lies after knownThrough " + knownThrough);
      } else {
        Confidence confidence =
            value
                .find("confidence")
                .map(c -> Confidence.valueOf(c.text().toUpperCase(Locale.ROOT)))
                .orElse(Confidence.M);
        values.put(from, new Law.SeriesValue(new BigDecimal(value.text("value")), confidence));
      }
    }
    if (!values.isEmpty()) {
      series.put(
          file.text("id"),
          new Law.Series(
              file.text("id"),
              file.wording("title"),
              file.text("unit"),
              new DatedSeries<>(values, knownThrough)));
    }
  }

  void readCalendar(Branch file) {
    int year = file.get("year").count();
    calendars.add(
        new WorkCalendar(year, year, days(file, "holidays"), days(file, "workingWeekends")));
  }

  void readClaims(Branch file) {
    for (Branch claim : file.list("claims")) {
      claims.add(
          new Law.Claim(
              claim.text("id"),
              claim.text("seed"),
              claim.wording("says"),
              claim.wording("found"),
              claim.text("status"),
              claim.find("value").map(Branch::number)));
    }
  }

  private static Law.Citation citation(Branch source) {
    return new Law.Citation(
        source.text("doc"),
        source.find("no").map(Branch::text),
        source.find("article").map(Branch::text));
  }

  private Set<LocalDate> days(Branch file, String name) {
    Set<LocalDate> days = new HashSet<>();
    file.list(name).forEach(item -> days.add(Figures.day(item, problems)));
    return days;
  }
}
