package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.bill.Strength;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Forensics.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks a timeline through with the watches of a pack.
 *
 * <p>Example: {@code BillForensics.findings(pack.forensics().orElseThrow(), timeline, marks)} gives
 * what stands out, the strongest and largest first. Rows the person has marked as their own are
 * left out and make their counterparties known; a finding with a row marked as not theirs counts as
 * strong.
 */
public final class BillForensics {

  private static final int MANY_ROWS = 5_000;

  private final Forensics forensics;
  private final LifeHistory life;

  private BillForensics(Forensics forensics, LifeHistory life) {
    this.forensics = forensics;
    this.life = life;
  }

  /** What stands out before the person has said anything. */
  public static List<BillFinding> findings(Forensics forensics, Timeline timeline) {
    return findings(forensics, timeline, Map.of());
  }

  /**
   * What stands out.
   *
   * @param marks what the person said of rows, by index
   */
  public static List<BillFinding> findings(
      Forensics forensics, Timeline timeline, Map<Integer, Mark> marks) {
    return timeline.rows().isEmpty()
        ? List.of()
        : new BillForensics(forensics, new LifeHistory(timeline, marks)).findings();
  }

  private List<BillFinding> findings() {
    // Watches know nothing of each other; a long life is looked through by all cores at once.
    Stream<Watch> watches = forensics.watches().stream();
    List<BillFinding> findings =
        new ArrayList<>(
            (life.size() < MANY_ROWS ? watches : watches.parallel())
                .flatMap(watch -> findings(watch).stream())
                .toList());
    findings.sort(
        Comparator.comparing(BillFinding::strength)
            .thenComparing(BillFinding::sum, Comparator.reverseOrder())
            .thenComparing(finding -> finding.rows().getFirst()));
    return findings;
  }

  private List<BillFinding> findings(Watch watch) {
    List<BillFinding> findings = new ArrayList<>();
    for (Sighting sighting : sightings(watch)) {
      List<Integer> rows = sighting.rows().stream().filter(row -> !life.mine(row)).toList();
      if (!rows.isEmpty()) {
        findings.add(finding(watch, new Sighting(rows, sighting.said())));
      }
    }
    return findings;
  }

  private List<Sighting> sightings(Watch watch) {
    PayeeLooks payee = new PayeeLooks(watch, life);
    TimeLooks time = new TimeLooks(watch, life);
    WordLooks word = new WordLooks(watch, life);
    FlowLooks flow = new FlowLooks(watch, life);
    return switch (watch.look()) {
      case UNUSUAL_HOUR -> time.unusualHour();
      case UNKNOWN_MERCHANT -> payee.unknownMerchant();
      case PROBE_THEN_LARGE -> payee.probeThenLarge();
      case BURST -> time.burst();
      case FOREIGN_PLACE -> word.foreignPlace();
      case WORDS_AGAINST_HABIT -> word.againstHabit();
      case STRANGER_GIFTS -> payee.strangerGifts();
      case FIRST_PAYEE_LARGE -> payee.firstPayeeLarge();
      case LIMIT_RAISED -> flow.limitRaised();
      case DRAINED_BALANCE -> flow.drainedBalance();
      case INFLOW_THEN_OUT -> flow.inflowThenOut();
      case NEW_SUBSCRIPTION -> word.newSubscription();
      case FAMILY_CARD -> word.familyCard();
      case LOAN_INFLOW -> word.loanInflow();
      case GAMBLING_PATTERN -> payee.gamblingPattern();
    };
  }

  private BillFinding finding(Watch watch, Sighting sighting) {
    long fen = 0;
    for (int row : sighting.rows()) {
      BillRow each = life.row(row);
      boolean counts = each.direction() == Direction.OUT || sighting.rows().size() == 1;
      fen += counts ? each.standingAmount().fen() : 0;
    }
    Fen sum = new Fen(fen);
    boolean named = sighting.rows().stream().anyMatch(life::notMine);
    return new BillFinding(
        watch.id(),
        watch.title(),
        named ? Strength.STRONG : watch.strength(),
        sighting.rows(),
        sum,
        filled(watch.reason(), said(sighting, sum)),
        watch.innocent());
  }

  private Map<String, String> said(Sighting sighting, Fen sum) {
    BillRow first = life.row(sighting.rows().getFirst());
    BillRow last = life.row(sighting.rows().getLast());
    String clock = first.time().local().toString().replace('T', ' ');
    Map<String, String> said = new HashMap<>(sighting.said());
    said.put("count", Integer.toString(sighting.rows().size()));
    said.put("sum", sum.display());
    said.put("who", LifeHistory.name(last).isEmpty() ? "—" : LifeHistory.name(last));
    said.put("when", first.time().ofDay() ? clock : clock.substring(0, 10));
    return said;
  }

  private static Wording filled(Wording sentence, Map<String, String> said) {
    return sentence.map(
        text -> {
          String filled = text;
          for (var word : said.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
          }
          return filled;
        });
  }
}
