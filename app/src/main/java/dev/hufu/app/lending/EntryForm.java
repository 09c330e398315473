package dev.hufu.app.lending;

import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.words.IouWords;
import dev.hufu.app.web.words.LendingWords;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.loan.RepaymentPlan;
import dev.hufu.kernel.money.Fen;
import dev.hufu.store.LoanEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened, as it was typed: money lent or paid back, a demand, a sum both named.
 *
 * <p>Example: {@code EntryForm.read(LoanEntry.Kind.PAYMENT, posted).problems(today)}.
 */
record EntryForm(LoanEntry.Kind kind, LoanFields typed) {

  /** What can be entered by hand, in the order in which the form offers it. */
  static final List<LoanEntry.Kind> KINDS =
      List.of(
          LoanEntry.Kind.PAYMENT,
          LoanEntry.Kind.MONEY,
          LoanEntry.Kind.DEMAND,
          LoanEntry.Kind.ACKNOWLEDGEMENT,
          LoanEntry.Kind.CONFIRMED,
          LoanEntry.Kind.COST,
          LoanEntry.Kind.SUIT);

  private static final List<String> FIELDS = List.of("day", "sum", "note", "parts");

  static EntryForm read(LoanEntry.Kind kind, Map<String, String[]> posted) {
    return new EntryForm(kind, LoanFields.read(posted, FIELDS));
  }

  static EntryForm of(LoanEntry entry) {
    return new EntryForm(entry.kind(), LoanFields.parse(entry.json()));
  }

  /** Whether this kind is about a sum. */
  static boolean withSum(LoanEntry.Kind kind) {
    return switch (kind) {
      case PAYMENT, MONEY, COST, CONFIRMED -> true;
      default -> false;
    };
  }

  /**
   * What cannot be entered like that.
   *
   * @param today nothing happens later than that
   */
  List<Problem> problems(LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    Optional<LocalDate> day = typed.day("day");
    if (day.isEmpty()) {
      problems.add(problem("day", IouWords.DAY_WRONG));
    } else if (day.get().isAfter(today)) {
      problems.add(problem("day", LendingWords.DAY_AHEAD));
    }
    if (withSum(kind) && typed.sum("sum").isEmpty()) {
      problems.add(problem("sum", IouWords.SUM_WRONG));
    }
    if (typed.get("note").length() > Limits.IOU_LINE_CHARS_MAX) {
      problems.add(problem("note", IouWords.LINE_LONG));
    }
    if (kind == LoanEntry.Kind.CONFIRMED && !typed.get("parts").isEmpty()) {
      Optional<List<RepaymentPlan.Part>> parts = typed.parts("parts");
      if (parts.isEmpty()) {
        problems.add(problem("parts", IouWords.PARTS_WRONG));
      } else if (typed.sum("sum").filter(sum -> !sum.equals(total(parts.get()))).isPresent()) {
        problems.add(problem("parts", LendingWords.PARTS_SUM));
      }
    }
    return problems;
  }

  private static Fen total(List<RepaymentPlan.Part> parts) {
    return parts.stream().map(RepaymentPlan.Part::principal).reduce(Fen.ZERO, Fen::plus);
  }

  private static Problem problem(String field, dev.hufu.kernel.text.Wording sentence) {
    return LoanTerms.problem(field, sentence);
  }

  LocalDate day() {
    return typed.day("day").orElseThrow();
  }

  Fen sum() {
    return typed.sum("sum").orElseThrow();
  }

  Movement movement() {
    return new Movement(day(), sum(), typed.get("note"));
  }

  LoanRecord.Confirmed confirmed() {
    return new LoanRecord.Confirmed(
        day(),
        sum(),
        typed.find("note").orElse(LendingWords.IN_CHAT.zh()),
        typed.parts("parts").orElse(List.of()));
  }

  Optional<LimitationClock.Restart> restart() {
    return switch (kind) {
      case DEMAND -> restart(LimitationClock.Cause.DEMAND);
      case ACKNOWLEDGEMENT -> restart(LimitationClock.Cause.ACKNOWLEDGEMENT);
      case SUIT -> restart(LimitationClock.Cause.SUIT);
      default -> Optional.empty();
    };
  }

  private Optional<LimitationClock.Restart> restart(LimitationClock.Cause cause) {
    return Optional.of(new LimitationClock.Restart(day(), cause));
  }

  @Override
  public String toString() {
    return "EntryForm[" + kind.id() + "]";
  }
}
