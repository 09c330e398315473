package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Profiles;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.pack.EventModel;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.plan.Hits;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Steps through a stream: feeds each event to the profiles and decides upon it. One thread; its
 * program is shared, its profiles are its own.
 *
 * <p>Example: {@code if (decider.step(event, now) == Taken.COUNTED && decider.decided())
 * decider.ruling().verdict() …}. The same events in the same order give the same rulings, wherever
 * they run.
 */
public final class EventDecider {

  private final EventProgram program;
  private final Profiles profiles;
  private final ZoneClock zone;
  private final Map<String, Desk> desks = new HashMap<>();
  private final long validFrom;
  private final long validTo;
  private final Reading own;
  private @Nullable Reading last;

  /** What one lane needs at hand: hits and a ruling that are filled again and again. */
  static final class Desk {
    final EventProgram.Lane lane;
    final int number;
    final Hits hits;
    final Ruling ruling;
    final int hour;
    final int weekday;
    final EventModel[] models;
    final double[][] numbers;
    long silentDay = Long.MIN_VALUE;
    long[] silent = {};

    Desk(EventProgram.Lane lane, int number, int typologies) {
      this.lane = lane;
      this.number = number;
      hits = lane.plan().newHits();
      ruling = new Ruling(lane.rules().size(), typologies);
      hour = lane.columns().find(EventPolicy.HOUR).orElseThrow();
      weekday = hour + 1;
      models = lane.models().toArray(EventModel[]::new);
      numbers = new double[models.length][];
      for (int i = 0; i < models.length; i++) {
        numbers[i] = new double[models[i].features().inputs().size()];
      }
    }
  }

  /** With nothing seen yet. */
  public EventDecider(EventProgram program) {
    this(program, new Profiles(program.policy().features()));
  }

  /**
   * @param profiles what was seen so far, restored or rebuilt under the same feature plan
   */
  public EventDecider(EventProgram program, Profiles profiles) {
    this.program = program;
    this.profiles = profiles;
    this.zone = new ZoneClock(program.pack().zone());
    this.validFrom = start(program.pack().validFrom());
    this.validTo = program.pack().validTo().map(this::start).orElse(Long.MAX_VALUE);
    int typologies = program.typologies().size();
    for (String type : program.deciding()) {
      desks.put(type, new Desk(program.lane(type).orElseThrow(), desks.size(), typologies));
    }
    this.own = newReading();
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(program.pack().zone()).toInstant().toEpochMilli();
  }

  public EventProgram program() {
    return program;
  }

  public Profiles profiles() {
    return profiles;
  }

  /**
   * Takes one event. Where it is {@link Taken#COUNTED} and of a kind that is decided upon, {@link
   * #ruling} and {@link #row} hold what came out until the next step.
   *
   * @param nowMillis the moment of receipt; events from after it are refused
   */
  public Taken step(EventValues event, long nowMillis) {
    last = null;
    Taken taken = read(event, nowMillis, own);
    decide(own);
    return taken;
  }

  /** Room for what {@link #read} finds. */
  public Reading newReading() {
    return new Reading(desks.size());
  }

  /**
   * The first half of a step: counts the event and reads its features. The second half is {@link
   * #decide(Reading)}, in the same order, and may be done by another thread, which then also asks
   * for what came out.
   */
  public Taken read(EventValues event, long nowMillis, Reading reading) {
    reading.clear();
    Desk desk = desks.get(event.type().name());
    if (desk == null) {
      return profiles.feed(event, nowMillis);
    }
    Taken taken = profiles.step(event, nowMillis, reading.rowFor(desk));
    if (taken == Taken.COUNTED) {
      reading.hold(event, desk);
    }
    return taken;
  }

  /** The second half of a step: decides by what was read, if there is anything to decide. */
  public void decide(Reading reading) {
    last = reading.decides() ? reading : null;
    if (reading.decides()) {
      decide(reading.desk(), reading.event(), reading.row());
    }
  }

  /**
   * Decides upon an event whose features are known already; the profiles are neither asked nor fed.
   *
   * @param features puts them into the row that holds the event's own fields, and says whether they
   *     fit
   * @return whether it was decided; not where the features do not fit, or nothing is decided upon
   *     that kind of event
   */
  public boolean decideWith(EventValues event, Predicate<Row> features) {
    Desk desk = desks.get(event.type().name());
    last = null;
    if (desk == null) {
      return false;
    }
    Row row = own.rowFor(desk);
    row.begin(event);
    if (!features.test(row)) {
      return false;
    }
    own.hold(event, desk);
    decide(own);
    return true;
  }

  /** Whether {@link #follow} may take what another decider read for its own. */
  public boolean mayFollow(EventDecider leader) {
    return program.policy().features().same(leader.program.policy().features())
        && program.pack().zone().equals(leader.program.pack().zone())
        && desks.keySet().equals(leader.desks.keySet())
        && desks.keySet().stream().allMatch(type -> columns(type).equals(leader.columns(type)));
  }

  private Columns columns(String type) {
    return Objects.requireNonNull(desks.get(type)).lane.columns();
  }

  /**
   * Decides upon the event that another decider has just decided upon, by what that one read: two
   * versions of the rules over the same features need the features but once.
   */
  public void follow(EventDecider leader, EventValues event) {
    Desk desk = Objects.requireNonNull(desks.get(event.type().name()));
    own.rowFor(desk).copy(leader.row());
    own.hold(event, desk);
    decide(own);
  }

  private void decide(Desk desk, EventValues event, Row row) {
    row.put(desk.hour, zone.hour(event.at()));
    long day = zone.day(event.at());
    row.put(desk.weekday, Math.floorMod(day + 3, 7) + 1);
    for (int i = 0; i < desk.models.length; i++) {
      desk.models[i].features().fill(row, desk.numbers[i]);
      row.putReal(desk.weekday + 1 + i, desk.models[i].model().probability(desk.numbers[i]));
    }
    desk.lane.plan().evaluate(row, desk.hits);
    Ruling ruling = desk.ruling;
    for (int word = 0; word < ruling.fired.length; word++) {
      ruling.fired[word] = desk.hits.firedWord(word);
      ruling.undetermined[word] = desk.hits.undeterminedWord(word);
    }
    boolean silenced = silence(desk, day);
    desk.lane.scoring().score(ruling);
    if (silenced && ruling.verdict == Verdict.GREEN) {
      // what the law says of this is not known, and green would pass over it in silence
      ruling.verdict = Verdict.UNKNOWN;
    }
    if (event.at() < validFrom || event.at() >= validTo) {
      ruling.verdict = Verdict.UNKNOWN;
    }
  }

  /**
   * A rule whose law is not in force that day neither fires nor is it plainly false.
   *
   * @return whether there was one that would have changed something
   */
  private boolean silence(Desk desk, long day) {
    if (day != desk.silentDay) {
      desk.silentDay = day;
      desk.silent = program.silent(desk.lane, LocalDate.ofEpochDay(day));
    }
    Ruling ruling = desk.ruling;
    boolean any = false;
    for (int word = 0; word < desk.silent.length; word++) {
      long lapsed = ruling.fired[word] & desk.silent[word];
      ruling.undetermined[word] |= lapsed;
      ruling.fired[word] &= ~lapsed;
      any |= lapsed != 0;
    }
    return any;
  }

  /** Whether the last step decided. */
  public boolean decided() {
    return last != null;
  }

  /** The outcome of the last step that decided. */
  public Ruling ruling() {
    return reading().desk().ruling;
  }

  /** The same with names, fit to be kept. */
  public EventDecision decision(EventValues event) {
    return EventDecision.of(program, event, ruling());
  }

  /** What was read for it. */
  public Row row() {
    return reading().row();
  }

  private Reading reading() {
    if (last == null) {
      throw new IllegalStateException("the last step decided nothing");
    }
    return last;
  }
}
