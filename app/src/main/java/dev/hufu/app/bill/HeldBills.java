package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.flow.FlowReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Bills that somebody is looking at, in memory alone: for half an hour, for whoever brought them,
 * and gone when the program stops. Nothing of them is written anywhere.
 *
 * <p>At most {@link Limits#BILLS_HELD_MAX} are held, with {@link Limits#BILLS_HELD_ROWS_MAX} rows
 * together; the one looked at longest ago goes first.
 */
final class HeldBills {

  static final Duration HELD_FOR = Duration.ofMinutes(30);

  /**
   * What the person said of a finding.
   *
   * @param finding as it stood when it was answered
   */
  record Answer(BillFinding finding, Mark mark) {}

  /**
   * Bills in view.
   *
   * @param matter with which what is said is kept; empty where it stays in memory
   * @param findings what stands out after what was said
   * @param flows what a lender would see; empty where there is no pack for it
   * @param answers by the key of the finding, in the order in which they were given
   * @param until when they are forgotten, unless somebody looks again
   */
  record Held(
      String id,
      String owner,
      Optional<String> matter,
      BillAnalysis read,
      List<BillFinding> findings,
      Optional<FlowReport> flows,
      Map<String, Answer> answers,
      Instant until) {

    Held {
      findings = List.copyOf(findings);
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** What a finding is known by while it stands. */
    static String key(BillFinding finding) {
      return finding.rule() + "-" + finding.rows().getFirst();
    }

    /** The rows that were answered, with what was said; what was said later counts. */
    Map<Integer, Mark> marks() {
      Map<Integer, Mark> marks = new HashMap<>();
      answers
          .values()
          .forEach(answer -> answer.finding().rows().forEach(row -> marks.put(row, answer.mark())));
      return marks;
    }

    /** With more said; no answer takes back what was said. */
    Held saying(Map<String, Optional<Answer>> said) {
      Map<String, Answer> more = new LinkedHashMap<>(answers);
      said.forEach(
          (key, answer) -> {
            more.remove(key);
            answer.ifPresent(one -> more.put(key, one));
          });
      return new Held(id, owner, matter, read, findings, flows, more, until);
    }

    Held finding(List<BillFinding> found) {
      return new Held(id, owner, matter, read, found, flows, answers, until);
    }

    private int rows() {
      return read.timeline().rows().size();
    }

    private Held until(Instant later) {
      return new Held(id, owner, matter, read, findings, flows, answers, later);
    }
  }

  private final RandomGenerator random;

  /** The one looked at longest ago comes first. */
  private final Map<String, Held> held = new LinkedHashMap<>();

  /**
   * @param random must not be guessable
   */
  HeldBills(RandomGenerator random) {
    this.random = random;
  }

  /** Takes bills in. */
  Held hold(String owner, BillAnalysis read, Optional<FlowReport> flows, Instant now) {
    return hold(owner, Optional.empty(), read, flows, now);
  }

  /** Takes bills in that somebody looks through for a matter. */
  synchronized Held hold(
      String owner,
      Optional<String> matter,
      BillAnalysis read,
      Optional<FlowReport> flows,
      Instant now) {
    forgetOld(now);
    String id = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    Held fresh =
        new Held(id, owner, matter, read, read.findings(), flows, Map.of(), now.plus(HELD_FOR));
    held.put(id, fresh);
    while (held.size() > 1
        && (held.size() > Limits.BILLS_HELD_MAX || rows() > Limits.BILLS_HELD_ROWS_MAX)) {
      held.remove(held.keySet().iterator().next());
    }
    return fresh;
  }

  private long rows() {
    return held.values().stream().mapToLong(Held::rows).sum();
  }

  private void forgetOld(Instant now) {
    held.values().removeIf(one -> !one.until().isAfter(now));
  }

  /** The bills of that name, if they are this person's and still there; then for as long again. */
  synchronized Optional<Held> find(String owner, String id, Instant now) {
    forgetOld(now);
    Held found = held.get(id);
    if (found == null || !found.owner().equals(owner)) {
      return Optional.empty();
    }
    return Optional.of(keep(found.until(now.plus(HELD_FOR))));
  }

  private Held keep(Held one) {
    held.remove(one.id());
    held.put(one.id(), one);
    return one;
  }

  /** Puts the same bills with other answers in their place, if they are still there. */
  synchronized void replace(Held changed) {
    if (held.containsKey(changed.id())) {
      var _kept = keep(changed);
    }
  }

  /** Forgets them at once. */
  synchronized void forget(String owner, String id) {
    held.values().removeIf(one -> one.id().equals(id) && one.owner().equals(owner));
  }
}
