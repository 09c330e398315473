package dev.hufu.policy.lender;

import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.policy.lender.LenderCase.Contact;
import dev.hufu.policy.lender.LenderCase.Reached;
import dev.hufu.policy.pack.LenderPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The contacts of those who collect a debt, counted: in hours of quiet, a day across everybody who
 * calls, to third parties, with threats in the words.
 *
 * <p>Example: a call at 22:30 and one at 07:40 are two in hours of quiet.
 *
 * @param days contacts to the debtor by day, whoever made them
 */
public record CollectionLog(
    List<Row> rows, Map<LocalDate, Integer> days, long quiet, long thirdParty, long threats) {

  public CollectionLog {
    rows = List.copyOf(rows);
    days = java.util.Collections.unmodifiableMap(new TreeMap<>(days));
  }

  /**
   * One contact, with what was seen of it.
   *
   * @param threats pieces of its text that are threats
   */
  public record Row(int number, Contact contact, boolean quiet, List<String> threats) {
    public Row {
      threats = List.copyOf(threats);
    }
  }

  /** Counts; threats are what the detector sees of the pack's cues. */
  static CollectionLog of(
      List<Contact> contacts, LenderPolicy.Collecting how, ScriptDetector detector) {
    List<Row> rows = new ArrayList<>();
    Map<LocalDate, Integer> days = new TreeMap<>();
    for (int i = 0; i < contacts.size(); i++) {
      Contact contact = contacts.get(i);
      List<String> threats =
          contact.text().map(text -> threats(text, how, detector)).orElse(List.of());
      rows.add(new Row(i, contact, how.quiet(contact.at().toLocalTime()), threats));
      if (contact.reached() == Reached.DEBTOR) {
        days.merge(contact.at().toLocalDate(), 1, Integer::sum);
      }
    }
    return new CollectionLog(
        rows,
        days,
        rows.stream().filter(Row::quiet).count(),
        contacts.stream().filter(one -> one.reached() == Reached.THIRD_PARTY).count(),
        rows.stream().filter(row -> !row.threats().isEmpty()).count());
  }

  private static List<String> threats(
      String text, LenderPolicy.Collecting how, ScriptDetector detector) {
    return detector.detect(text).cues().stream()
        .filter(hit -> how.threats().contains(hit.cue()))
        .map(CueHit::span)
        .map(span -> span.of(text))
        .distinct()
        .toList();
  }

  /** The day with the most contacts to the debtor. */
  public Optional<Map.Entry<LocalDate, Integer>> busiest() {
    return days.entrySet().stream().max(Map.Entry.comparingByValue());
  }

  void tell(ToldFacts facts) {
    facts.flag("collection.logged", true, List.of(Pointer.of("collection")));
    facts.count("collection.contacts", rows.size(), List.of(Pointer.of("collection")));
    facts.count("collection.quiet", quiet, seen(Row::quiet));
    facts.count(
        "collection.thirdParty",
        thirdParty,
        seen(row -> row.contact().reached() == Reached.THIRD_PARTY));
    facts.count("collection.threats", threats, seen(row -> !row.threats().isEmpty()));
    facts.words(
        "collection.threatWords",
        Optional.of(
            rows.stream()
                .flatMap(row -> row.threats().stream())
                .distinct()
                .map(words -> "「" + words + "」")
                .collect(Collectors.joining())));
    facts.count(
        "collection.parties",
        rows.stream().map(row -> row.contact().by()).distinct().count(),
        List.of(Pointer.of("collection")));
    busiest()
        .ifPresent(
            most -> {
              facts.count(
                  "collection.dayMost",
                  most.getValue(),
                  seen(
                      row ->
                          row.contact().reached() == Reached.DEBTOR
                              && row.contact().at().toLocalDate().equals(most.getKey())));
              facts.words("collection.dayMostDay", Optional.of(most.getKey().toString()));
            });
  }

  private List<Pointer> seen(java.util.function.Predicate<Row> wanted) {
    return rows.stream()
        .filter(wanted)
        .map(row -> Pointer.of("collection", row.number(), row.contact().evidence()))
        .toList();
  }
}
