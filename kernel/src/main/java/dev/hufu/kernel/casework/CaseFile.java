package dev.hufu.kernel.casework;

import dev.hufu.kernel.money.Fen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the entries of a case come to.
 *
 * <p>Example: {@code CaseFile.of(entries).lost()} is the sum of all payments that were not taken
 * back.
 *
 * @param playbook the plan it follows, once one was chosen
 * @param facts what is known besides payments
 * @param payments by their number of entering, in the order they were made
 * @param happened events, the earliest first
 * @param done tasks that are ticked, with the moment of the tick
 * @param answers of checks, by {@code list/item}
 * @param papers as they were edited, by {@code paper/lang}
 * @param judged what was said of rows of bills, by what a row is known by
 * @param entries what it was added up from
 */
public record CaseFile(
    Optional<String> playbook,
    SortedMap<String, String> facts,
    List<Numbered> payments,
    List<Happening> happened,
    SortedMap<String, Instant> done,
    SortedMap<String, String> answers,
    SortedMap<String, String> papers,
    SortedMap<String, String> judged,
    List<Stamped> entries) {

  /** Nothing entered yet. */
  public static final CaseFile EMPTY = of(List.of());

  public CaseFile {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    payments = List.copyOf(payments);
    happened = List.copyOf(happened);
    done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    papers = Collections.unmodifiableSortedMap(new TreeMap<>(papers));
    judged = Collections.unmodifiableSortedMap(new TreeMap<>(judged));
    entries = List.copyOf(entries);
  }

  /** An entry with the moment it was made. */
  public record Stamped(CaseEntry entry, Instant enteredAt) {}

  /** A payment with its number. */
  public record Numbered(int number, Payment payment) {}

  /** An event with its moment. */
  public record Happening(String event, Instant at) {}

  /** Adds the entries up, in the order they were made. */
  public static CaseFile of(List<Stamped> entries) {
    Sum sum = new Sum();
    entries.forEach(sum::add);
    sum.payments.sort(
        Comparator.comparing(
            (Numbered paid) -> paid.payment().at(),
            Comparator.comparing(at -> at.orElse(Instant.MAX))));
    sum.happened.sort(Comparator.comparing(Happening::at));
    return new CaseFile(
        sum.playbook,
        sum.facts,
        sum.payments,
        sum.happened,
        sum.done,
        sum.answers,
        sum.papers,
        sum.judged,
        entries);
  }

  /** The same case with further entries. */
  public CaseFile with(List<Stamped> more) {
    List<Stamped> all = new ArrayList<>(entries);
    all.addAll(more);
    return of(all);
  }

  private static final class Sum {
    private Optional<String> playbook = Optional.empty();
    private final TreeMap<String, String> facts = new TreeMap<>();
    private final List<Numbered> payments = new ArrayList<>();
    private final List<Happening> happened = new ArrayList<>();
    private final TreeMap<String, Instant> done = new TreeMap<>();
    private final TreeMap<String, String> answers = new TreeMap<>();
    private final TreeMap<String, String> papers = new TreeMap<>();
    private final TreeMap<String, String> judged = new TreeMap<>();
    private int paid;

    private void add(Stamped stamped) {
      switch (stamped.entry()) {
        case CaseEntry.Opened(var book) -> playbook = Optional.of(book);
        case CaseEntry.Told(var told) ->
            told.forEach(
                (name, value) -> {
                  facts.put(name, value);
                  facts.values().removeIf(String::isBlank);
                });
        case CaseEntry.Paid(var payment) -> payments.add(new Numbered(paid++, payment));
        case CaseEntry.PaidNot(var number) -> payments.removeIf(p -> p.number() == number);
        case CaseEntry.Happened(var event, var at) -> happened.add(new Happening(event, at));
        case CaseEntry.HappenedNot(var event) -> last(event).ifPresent(happened::remove);
        case CaseEntry.Ticked(var task, var ticked) -> {
          done.remove(task);
          if (ticked) {
            done.put(task, stamped.enteredAt());
          }
        }
        case CaseEntry.Answered(var list, var item, var answer) ->
            answers.put(list + "/" + item, answer);
        case CaseEntry.Edited(var paper, var lang, var text) ->
            put(papers, paper + "/" + lang, text);
        case CaseEntry.Judged(var rows, var mark) -> rows.forEach(row -> put(judged, row, mark));
      }
    }

    /** Nothing said forgets what was. */
    private static void put(TreeMap<String, String> map, String name, String value) {
      if (value.isEmpty()) {
        map.remove(name);
      } else {
        map.put(name, value);
      }
    }

    private Optional<Happening> last(String event) {
      return happened.reversed().stream().filter(each -> each.event().equals(event)).findFirst();
    }
  }

  /** All that left. */
  public Fen lost() {
    return payments.stream().map(p -> p.payment().sum()).reduce(Fen.ZERO, Fen::plus);
  }

  /** The payment to speak of first: the largest. */
  public Optional<Payment> largest() {
    return payments.stream().map(Numbered::payment).max(Comparator.comparing(Payment::sum));
  }

  /** The moments of an event, the earliest first. */
  public List<Instant> times(String event) {
    return happened.stream().filter(each -> each.event().equals(event)).map(Happening::at).toList();
  }

  /** What was answered to an item of a check. */
  public Optional<String> answer(String list, String item) {
    return Optional.ofNullable(answers.get(list + "/" + item));
  }

  /** A paper as it was edited last; empty where the drafted text stands. */
  public Optional<String> paper(String paper, String lang) {
    return Optional.ofNullable(papers.get(paper + "/" + lang));
  }

  /** Counts only: the rest is personal. */
  @Override
  public String toString() {
    return "CaseFile[" + playbook + ", " + payments.size() + " payments]";
  }
}
