package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Due;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done in a case at a moment. A pure function: pack, case and moment in, plan out.
 *
 * <p>Example: {@code CasePlan.of(pack, file, now).orThrow().steps()}.
 */
public final class CasePlan {

  private final Pack pack;
  private final CasePolicy policy;
  private final CasePolicy.Plan plan;
  private final CaseFile file;
  private final Instant now;
  private final CaseWords words;
  private final List<Running> clocks;
  private final List<Step> steps;

  private CasePlan(Pack pack, CasePolicy.Plan plan, CaseFile file, Instant now) {
    this.pack = pack;
    this.policy = pack.casework().orElseThrow();
    this.plan = plan;
    this.file = file;
    this.now = now;
    this.words = new CaseWords(pack, file, now);
    this.clocks =
        policy.clocks().values().stream().map(each -> Running.of(each, pack, file, now)).toList();
    this.steps = steps(CaseFacts.scope(pack, file, now));
  }

  /** One line of the calendar: a reminder or an end. */
  public record Date(String id, Instant at, Optional<Due> wholeDay, Wording what, Wording why) {}

  /** The plan, or {@link Code#CASE_PLAN_UNKNOWN} where none was chosen. */
  public static Outcome<CasePlan> of(Pack pack, CaseFile file, Instant now) {
    String wanted = file.playbook().orElse("");
    return pack.casework()
        .flatMap(policy -> Optional.ofNullable(policy.plans().get(wanted)))
        .map(plan -> Outcome.of(new CasePlan(pack, plan, file, now)))
        .orElseGet(() -> Outcome.refused(Code.CASE_PLAN_UNKNOWN, wanted));
  }

  private List<Step> steps(Scope scope) {
    List<CasePolicy.Task> tasks =
        plan.tasks().stream().map(policy::task).filter(task -> holds(task.when(), scope)).toList();
    Set<String> there = tasks.stream().map(CasePolicy.Task::id).collect(Collectors.toSet());
    Set<String> raised =
        clocks.stream()
            .filter(clock -> clock.state() == Running.State.OVER)
            .flatMap(clock -> clock.clock().then().stream())
            .collect(Collectors.toSet());
    List<Step> made = new ArrayList<>();
    for (CasePolicy.Task task : tasks) {
      made.add(
          new Step(
              task,
              doneAt(task),
              task.after().stream()
                  .filter(there::contains)
                  .map(policy::task)
                  .filter(before -> doneAt(before).isEmpty())
                  .toList(),
              task.clocks().stream().flatMap(id -> running(id).stream()).toList(),
              task.events().stream().map(policy::event).filter(this::mayEnter).toList(),
              raised.contains(task.id())));
    }
    return List.copyOf(made);
  }

  static boolean holds(Optional<Expression> condition, Scope scope) {
    return condition.map(when -> when.evaluate(scope).holds()).orElse(true);
  }

  private Optional<Instant> doneAt(CasePolicy.Task task) {
    Optional<Instant> ticked = Optional.ofNullable(file.done().get(task.id()));
    return ticked.isPresent()
        ? ticked
        : task.events().stream()
            .findFirst()
            .flatMap(event -> file.times(event).stream().findFirst());
  }

  private Optional<Running> running(String id) {
    return clocks.stream()
        .filter(each -> each.clock().id().equals(id) && each.began().isPresent())
        .findFirst();
  }

  /** Events are offered that could be entered now; what cannot be is told by the clock. */
  private boolean mayEnter(CasePolicy.Event event) {
    return new CaseCheck(pack, file, now)
        .check(new dev.hufu.kernel.casework.CaseEntry.Happened(event.id(), now))
        .findValue()
        .isPresent();
  }

  public Pack pack() {
    return pack;
  }

  public CasePolicy policy() {
    return policy;
  }

  public CasePolicy.Plan plan() {
    return plan;
  }

  public CaseFile file() {
    return file;
  }

  public Instant now() {
    return now;
  }

  /** The tasks, each behind those it follows. */
  public List<Step> steps() {
    return steps;
  }

  /** The clocks that have begun. */
  public List<Running> clocks() {
    return clocks.stream().filter(clock -> clock.began().isPresent()).toList();
  }

  /** Clocks that ended without what they were for. */
  public List<Running> missed() {
    return clocks.stream().filter(clock -> clock.state() == Running.State.OVER).toList();
  }

  /** Clocks whose reminder is due. */
  public List<Running> soon() {
    return clocks.stream().filter(clock -> clock.state() == Running.State.SOON).toList();
  }

  /** Words with what is known filled in. */
  public CaseWords words() {
    return words;
  }

  /** How the sum stands to the thresholds that go with the plan. */
  public List<ScaleReading> scales() {
    return policy.scales().stream()
        .filter(scale -> plan.scales().contains(scale.id()))
        .flatMap(scale -> ScaleReading.of(scale, pack, file, now).stream())
        .toList();
  }

  /** What to say beside an end that was counted past the holidays that are known. */
  public static Optional<Wording> unsure(Due due) {
    return due.holidaysKnownThrough()
        .map(
            through ->
                new Wording(
                    "%s 以后的放假安排还不知道，这一天没有算上节假日，可能会往后推。".formatted(through),
                    "Holidays are not known after %s; this day is counted without them and may move back."
                        .formatted(through)));
  }

  private static Wording both(Wording one, Wording other) {
    return new Wording(one.zh() + other.zh(), one.en() + " " + other.en());
  }

  /** All reminders and ends, the earliest first: what a page, a calendar and a sheet show. */
  public List<Date> dates() {
    List<Date> dates = new ArrayList<>();
    for (Running running : clocks()) {
      for (Running.Run run : running.runs()) {
        dates(running, run, dates);
      }
    }
    dates.sort(Comparator.comparing(Date::at).thenComparing(Date::id));
    return List.copyOf(dates);
  }

  private void dates(Running running, Running.Run run, List<Date> dates) {
    CasePolicy.Clock clock = running.clock();
    String id = clock.id() + "-" + (run.number() + 1);
    run.remind()
        .filter(at -> run.begun() && running.state() != Running.State.MET)
        .ifPresent(
            at ->
                dates.add(
                    new Date(
                        id + "-remind",
                        at,
                        Optional.empty(),
                        words.fill(running.reminder(run).orElseThrow()),
                        clock.title())));
    dates.add(
        new Date(
            id,
            run.ends().at(),
            Optional.of(run.ends()).filter(Due::wholeDay),
            words.fill(clock.end(run.number())),
            unsure(run.ends())
                .map(note -> both(words.fill(clock.missed()), note))
                .orElseGet(() -> words.fill(clock.missed()))));
  }
}
