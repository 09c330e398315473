package dev.hufu.app.casework;

import dev.hufu.kernel.casework.ClockKind;
import dev.hufu.kernel.casework.Due;
import dev.hufu.kernel.casework.Performer;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.casework.CasePapers;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.casework.CaseWords;
import dev.hufu.policy.casework.Running;
import dev.hufu.policy.casework.SmallClaim;
import dev.hufu.policy.casework.Step;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.paper.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The page of a plan.
 *
 * @param wage of the province, if it was typed and can be read
 * @param typedWage as typed
 * @param refusal why the last entry was not taken
 */
public record PlanView(
    String matterId,
    CasePlan plan,
    CasePapers papers,
    Optional<Fen> wage,
    String typedWage,
    Optional<Refusal> refusal) {

  public ZoneId zone() {
    return plan.pack().zone();
  }

  public LocalDate today() {
    return plan.now().atZone(zone()).toLocalDate();
  }

  /** The words to read out. */
  public List<Span> opening(Lang lang) {
    return plan.words().asked(plan.plan().opening(), lang);
  }

  /** A text of the pack with what is known filled in. */
  public Wording filled(Wording text) {
    return plan.words().fill(text);
  }

  /** A moment as it is written. */
  public String moment(Instant at) {
    return CaseWords.written(at, zone());
  }

  /** When a run ends: a minute, or a day. */
  public String end(Due due) {
    return due.wholeDay() ? due.day(zone()).toString() : moment(due.at());
  }

  /** What the reminder of a clock says in its run that counts now. */
  public Wording reminder(Running running) {
    return running
        .current()
        .flatMap(running::reminder)
        .map(plan.words()::fill)
        .orElse(running.clock().title());
  }

  /** How long it still is; empty once it is over. */
  public Optional<Duration> left(Due due) {
    Duration left = Duration.between(plan.now(), due.at());
    return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
  }

  /** What a field of a date and a minute starts with. */
  public String nowMinute() {
    return PaymentForm.minute(plan.now(), zone());
  }

  /** Whether a run is the one that counts now. */
  public boolean current(Running running, Running.Run run) {
    return running.current().map(run::equals).orElse(false);
  }

  public boolean second(Step step) {
    return step.task().who() == Performer.SECOND;
  }

  public boolean helper(Step step) {
    return step.task().who() == Performer.HELPER;
  }

  public boolean practice(Running running) {
    return running.clock().kind() == ClockKind.PRACTICE;
  }

  public Optional<SmallClaim> smallClaim() {
    return plan.plan().tasks().contains("civil")
        ? SmallClaim.of(plan.pack(), plan.file().lost(), wage, today())
        : Optional.empty();
  }

  /** What was told of a fact. */
  public String fact(String name) {
    return plan.file().facts().getOrDefault(name, "");
  }

  public List<CasePolicy.CheckList> checks() {
    return List.copyOf(plan.policy().checks().values());
  }

  /** How many items of a check are answered. */
  public long answered(CasePolicy.CheckList list) {
    return list.items().stream()
        .filter(item -> plan.file().answer(list.id(), item.id()).isPresent())
        .count();
  }

  /** Events that were entered, so that they can be taken back. */
  public List<dev.hufu.kernel.casework.CaseFile.Happening> happened() {
    return plan.file().happened();
  }

  public Wording event(String id) {
    return plan.policy().event(id).title();
  }
}
