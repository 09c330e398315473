package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Scorecard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked pack: everything that decides one kind of matter in one jurisdiction. It exists only if
 * {@link dev.hufu.policy.load.PackLoader} found no problem in it.
 *
 * @param ref id, version and digest; the digest covers its own files and those of the packs it
 *     needs
 * @param validTo first day on which it no longer holds
 * @param asOf the day its rules were last looked over, shown as 规则截至
 * @param facts by name, in the order of the file
 * @param law the entries of this pack and of those it needs, by id
 * @param events what it says about a stream of events, if that is its matter
 * @param loans what it says about loans between people, if that is its matter
 * @param casework what it says to do when money is gone, if that is its matter
 * @param lenders what it says about lenders beyond its rules, if that is its matter
 * @param forensics what it watches for in bills, if that is its matter
 * @param flows what it wants to know of income and commitments in bills, if that is its matter
 * @param card what answers are worth, if it scores
 * @param cardTests the card's own stories
 */
public record Pack(
    PackRef ref,
    String matter,
    String jurisdiction,
    Wording title,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    LocalDate asOf,
    ZoneId zone,
    String currency,
    Map<String, FactType> facts,
    List<Ask> asks,
    List<Group> groups,
    List<Rule> rules,
    Optional<Matrix> matrix,
    ScriptBook scripts,
    Playbook playbook,
    List<Channel> channels,
    Optional<Challenges> challenges,
    Law law,
    List<PackTest> tests,
    Optional<EventPolicy> events,
    Optional<LoanPolicy> loans,
    Optional<CasePolicy> casework,
    Optional<LenderPolicy> lenders,
    Optional<Forensics> forensics,
    Optional<FlowPolicy> flows,
    Optional<Scorecard> card,
    List<CardTest> cardTests) {

  /** A question on the page, in the order of the pack. */
  public record Ask(
      String fact, String group, Optional<dev.hufu.policy.expression.Expression> when) {}

  /**
   * A heading over some of the questions.
   *
   * @param lead whether they are asked first; the others wait, folded, for whoever knows more
   */
  public record Group(String id, Wording title, boolean lead) {}

  /** Whether the pack speaks about that moment. */
  public boolean covers(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
  }
}
