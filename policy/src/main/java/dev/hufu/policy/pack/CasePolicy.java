package dev.hufu.policy.pack;

import dev.hufu.kernel.casework.ClockKind;
import dev.hufu.kernel.casework.Performer;
import dev.hufu.kernel.casework.Term;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a pack says to do when money is gone: whom to call, which steps in which order, which clocks
 * run, what to write to whom. Files {@code casework.yaml}, {@code tasks.yaml}, {@code plans.yaml},
 * {@code checks.yaml}, {@code prevention.yaml} and the papers.
 *
 * @param hotlines in the order to call them
 * @param words named sentences of pages and papers
 * @param ways the first question: how did it leave
 */
public record CasePolicy(
    List<Hotline> hotlines,
    Map<String, Wording> words,
    List<Way> ways,
    Map<String, Event> events,
    Map<String, Clock> clocks,
    Map<String, Task> tasks,
    Map<String, Plan> plans,
    List<Scale> scales,
    Map<String, Form> papers,
    Map<String, CheckList> checks,
    Optional<Prevention> prevention) {

  public CasePolicy {
    hotlines = List.copyOf(hotlines);
    words = ordered(words);
    ways = List.copyOf(ways);
    events = ordered(events);
    clocks = ordered(clocks);
    tasks = ordered(tasks);
    plans = ordered(plans);
    scales = List.copyOf(scales);
    papers = ordered(papers);
    checks = ordered(checks);
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The sentence of that name; a pack that was read has every one that is asked for. */
  public Wording word(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  /** The event of that id; names inside a pack that was read lead somewhere. */
  public Event event(String id) {
    return Objects.requireNonNull(events.get(id), id);
  }

  /** The clock of that id. */
  public Clock clock(String id) {
    return Objects.requireNonNull(clocks.get(id), id);
  }

  /** The task of that id. */
  public Task task(String id) {
    return Objects.requireNonNull(tasks.get(id), id);
  }

  /** A number to call. */
  public record Hotline(String number, Wording title, Wording note, boolean first) {}

  /** An answer to "how did it leave", with the plans that fit it. */
  public record Way(String id, Wording title, List<String> plans) {
    public Way {
      plans = List.copyOf(plans);
    }
  }

  /**
   * Something that may happen and that clocks run from.
   *
   * @param after the event that must have happened before, if there is one
   */
  public record Event(String id, Wording title, Optional<String> after) {}

  /** How long a clock runs. */
  public sealed interface Length {
    /** Written in the pack. */
    record Fixed(Term term) implements Length {}

    /** A figure of an entry of law, as it stood on the day the clock began. */
    record ByLaw(String entry, String figure, Term.Unit unit) implements Length {}
  }

  /**
   * How a clock may be run again.
   *
   * @param event that does it
   * @param entry and figure: how many times in all, the first included
   */
  public record Renewal(String event, String entry, String figure) {}

  /**
   * A clock.
   *
   * @param from the event it begins with
   * @param kind who set it
   * @param renewal if it may be run again
   * @param ends the label of its end, of each run: first run, then renewed runs
   * @param remind how long before the end to remind, and of what
   * @param until the event that makes it pointless
   * @param missed what to do when it ends without that
   * @param then the task that follows a miss
   */
  public record Clock(
      String id,
      Wording title,
      String from,
      ClockKind kind,
      Length length,
      Source source,
      Optional<Renewal> renewal,
      List<Wording> ends,
      Optional<Reminder> remind,
      Optional<String> until,
      Wording missed,
      Optional<String> then) {

    public Clock {
      ends = List.copyOf(ends);
    }

    /** The label of a run, counted from 0; the last label stands for all that follow. */
    public Wording end(int run) {
      return ends.get(Math.min(run, ends.size() - 1));
    }
  }

  /** A word before the end of a clock; {@code last} where no further run is possible. */
  public record Reminder(Term before, Wording what, Wording last) {}

  /**
   * One thing to do.
   *
   * @param after tasks that come first, where the plan has them
   * @param events what may be entered here; the first of them ticks it off
   * @param clocks shown beside it
   * @param paper the paper that goes with it
   * @param check the check that goes with it
   */
  public record Task(
      String id,
      Performer who,
      Wording title,
      Optional<Wording> what,
      Optional<Wording> script,
      List<Wording> keep,
      List<String> after,
      List<String> events,
      List<String> clocks,
      Optional<String> paper,
      Optional<String> check,
      List<Source> sources,
      Optional<Expression> when) {

    public Task {
      keep = List.copyOf(keep);
      after = List.copyOf(after);
      events = List.copyOf(events);
      clocks = List.copyOf(clocks);
      sources = List.copyOf(sources);
    }
  }

  /**
   * A plan for one kind of loss.
   *
   * @param opening the words to read out first
   * @param tasks in an order in which each comes behind those it follows
   * @param warnings what to beware of
   * @param scales which thresholds of offences are shown
   * @param next moves the other side is likely to make
   * @param papers what can be written
   */
  public record Plan(
      String id,
      Wording title,
      Wording lead,
      Wording opening,
      List<String> tasks,
      List<Warning> warnings,
      List<String> scales,
      List<Wording> next,
      List<String> papers) {

    public Plan {
      tasks = List.copyOf(tasks);
      warnings = List.copyOf(warnings);
      scales = List.copyOf(scales);
      next = List.copyOf(next);
      papers = List.copyOf(papers);
    }
  }

  /** A thing to beware of. */
  public record Warning(Wording seen, Wording why) {}

  /**
   * Thresholds of one offence. Where the law leaves a range to the provinces, {@code from} and
   * {@code to} differ.
   *
   * @param names of the steps, the lowest first
   * @param below what holds under the lowest step, with its entry
   */
  public record Scale(
      String id,
      Wording title,
      String entry,
      String from,
      String to,
      List<Wording> names,
      Wording below,
      Optional<String> belowEntry,
      Wording uncertain) {

    public Scale {
      names = List.copyOf(names);
    }
  }

  /**
   * A check of an account or a device.
   *
   * @param asOf when somebody last looked at these menus
   */
  public record CheckList(String id, Wording title, LocalDate asOf, List<Item> items) {
    public CheckList {
      items = List.copyOf(items);
    }
  }

  /**
   * One thing to look at.
   *
   * @param where the way through the menus
   * @param normal what it looks like when nothing is wrong
   * @param fix what to do if it does not
   */
  public record Item(String id, Wording title, Wording where, Wording normal, Wording fix) {}

  /** What keeps it from happening: tiers, the monthly check, the safety day. */
  public record Prevention(
      List<Tier> tiers, List<Tier> routines, List<Limit> limits, Wording asOf) {
    public Prevention {
      tiers = List.copyOf(tiers);
      routines = List.copyOf(routines);
      limits = List.copyOf(limits);
    }
  }

  /**
   * Things that belong together.
   *
   * @param every months between two times; 0 for what is done once
   */
  public record Tier(String id, Wording title, Wording why, List<Wording> steps, int every) {
    public Tier {
      steps = List.copyOf(steps);
    }
  }

  /** A limit to set, with what is advised for it. */
  public record Limit(String id, Wording title, Wording advice) {}
}
