package dev.hufu.policy.casework;

import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether an entry fits a case, before it is kept.
 *
 * <p>Example: the second renewal of a stop that may be placed twice in all is {@link
 * Code#CASE_RENEWALS_USED}.
 *
 * @param now the moment of entering; what happened lies before it
 */
public record CaseCheck(Pack pack, CaseFile file, Instant now) {

  /** What can be answered to an item of a check. */
  public static final Set<String> ANSWERS = Set.of("normal", "not-normal", "unknown");

  /** The languages of a paper. */
  private static final Set<String> LANGS = Set.of("zh", "en");

  /** The clock of a phone may be ahead of ours by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(2);

  private CasePolicy policy() {
    return pack.casework().orElseThrow();
  }

  public Outcome<CaseEntry> check(CaseEntry entry) {
    return switch (entry) {
      case CaseEntry.Opened(var plan) ->
          known(policy().plans(), plan, Code.CASE_PLAN_UNKNOWN).map(there -> entry);
      case CaseEntry.Told(var facts) -> told(facts).map(sound -> entry);
      case CaseEntry.Paid(var payment) -> paid(payment).map(sound -> entry);
      case CaseEntry.PaidNot(var number) ->
          file.payments().stream().anyMatch(paid -> paid.number() == number)
              ? Outcome.of(entry)
              : Outcome.refused(Code.CASE_EVENT_UNKNOWN, Integer.toString(number));
      case CaseEntry.Happened(var event, var at) -> happened(event, at).map(sound -> entry);
      case CaseEntry.HappenedNot(var event) ->
          file.times(event).isEmpty()
              ? Outcome.refused(Code.CASE_EVENT_UNKNOWN, event)
              : Outcome.of(entry);
      case CaseEntry.Ticked(var task, var _done) ->
          known(policy().tasks(), task, Code.CASE_TASK_UNKNOWN).map(there -> entry);
      case CaseEntry.Answered(var list, var item, var answer) ->
          known(policy().checks(), list, Code.CASE_ANSWER_UNKNOWN)
              .then(
                  there ->
                      there.items().stream().anyMatch(each -> each.id().equals(item))
                              && ANSWERS.contains(answer)
                          ? Outcome.of(entry)
                          : Outcome.refused(Code.CASE_ANSWER_UNKNOWN, item));
      case CaseEntry.Edited(var paper, var lang, var text) -> edited(paper, lang, text, entry);
      case CaseEntry.Judged(var rows, var mark) ->
          mark.isEmpty() || Mark.find(mark).isPresent()
              ? judged(rows, entry)
              : Outcome.refused(Code.CASE_ANSWER_UNKNOWN, mark);
    };
  }

  private Outcome<CaseEntry> edited(String paper, String lang, String text, CaseEntry entry) {
    boolean there = policy().papers().containsKey(paper) && LANGS.contains(lang);
    if (!there) {
      return Outcome.refused(Code.CASE_PAPER_UNKNOWN, paper);
    }
    return text.length() > Limits.CASE_PAPER_CHARS_MAX
        ? Outcome.refused(Code.CASE_ENTRY_SIZE, "≤ " + Limits.CASE_PAPER_CHARS_MAX)
        : Outcome.of(entry);
  }

  private static Outcome<CaseEntry> judged(List<String> rows, CaseEntry entry) {
    return rows.size() > Limits.CASE_JUDGED_ROWS_MAX
            || rows.stream().anyMatch(row -> row.length() > Limits.CASE_LINE_CHARS_MAX)
        ? Outcome.refused(Code.CASE_ENTRY_SIZE, "≤ " + Limits.CASE_JUDGED_ROWS_MAX)
        : Outcome.of(entry);
  }

  private static <T> Outcome<T> known(Map<String, T> all, String id, Code code) {
    return Optional.ofNullable(all.get(id))
        .map(Outcome::of)
        .orElseGet(() -> Outcome.refused(code, id));
  }

  private static Outcome<Map<String, String>> told(Map<String, String> facts) {
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      int most =
          fact.getKey().equals("how") ? Limits.FACT_TEXT_CHARS_MAX : Limits.CASE_LINE_CHARS_MAX;
      if (!CaseNames.FACTS.contains(fact.getKey()) || fact.getValue().length() > most) {
        return Outcome.refused(Code.CASE_ENTRY_SIZE, fact.getKey() + " (≤ " + most + ")");
      }
    }
    return Outcome.of(facts);
  }

  private Outcome<Payment> paid(Payment payment) {
    boolean tooLong =
        Stream.of(payment.from(), payment.payee(), payment.account(), payment.bank())
            .flatMap(Optional::stream)
            .anyMatch(text -> text.length() > Limits.CASE_LINE_CHARS_MAX);
    if (tooLong) {
      return Outcome.refused(Code.CASE_ENTRY_SIZE, "≤ " + Limits.CASE_LINE_CHARS_MAX);
    }
    return payment.at().map(at -> past(at).map(sound -> payment)).orElse(Outcome.of(payment));
  }

  private Outcome<Instant> past(Instant at) {
    return at.isAfter(now.plus(AHEAD))
        ? Outcome.refused(Code.CASE_EVENT_AHEAD, at.atZone(pack.zone()).toLocalDateTime() + "")
        : Outcome.of(at);
  }

  private Outcome<Instant> happened(String id, Instant at) {
    return known(policy().events(), id, Code.CASE_EVENT_UNKNOWN)
        .then(event -> behind(event, at))
        .then(event -> once(event))
        .then(event -> past(at));
  }

  private Outcome<CasePolicy.Event> behind(CasePolicy.Event event, Instant at) {
    return event
        .after()
        .filter(before -> file.times(before).stream().noneMatch(time -> !time.isAfter(at)))
        .<Outcome<CasePolicy.Event>>map(
            before ->
                Outcome.refused(Code.CASE_EVENT_TOO_EARLY, policy().event(before).title().zh()))
        .orElseGet(() -> Outcome.of(event));
  }

  /** What begins a clock that can be renewed is entered once, and renewed as often as allowed. */
  private Outcome<CasePolicy.Event> once(CasePolicy.Event event) {
    for (CasePolicy.Clock clock : policy().clocks().values()) {
      Optional<CasePolicy.Renewal> renewal = clock.renewal();
      if (renewal.isPresent()
          && clock.from().equals(event.id())
          && !file.times(event.id()).isEmpty()) {
        return Outcome.refused(Code.CASE_EVENT_TWICE, event.title().zh());
      }
      if (renewal.isPresent() && renewal.get().event().equals(event.id())) {
        int most = most(renewal.get());
        if (file.times(event.id()).size() >= most - 1) {
          return Outcome.refused(Code.CASE_RENEWALS_USED, Integer.toString(most));
        }
      }
    }
    return Outcome.of(event);
  }

  private int most(CasePolicy.Renewal renewal) {
    Law.Entry entry = pack.law().entries().get(renewal.entry());
    return entry == null ? 1 : entry.number(renewal.figure()).orElse(1);
  }
}
