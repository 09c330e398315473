package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.Hold;
import dev.hufu.store.HoldBook;
import dev.hufu.store.HoldReason;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.PersonId;
import dev.hufu.store.TeamBook;
import java.time.Instant;
import java.util.List;

/** The holds of the store, with the names of the team. */
final class StoredHoldDesk implements HoldDesk {

  private final MatterBook matters;
  private final HoldBook holds;
  private final TeamBook team;

  StoredHoldDesk(MatterBook matters, HoldBook holds, TeamBook team) {
    this.matters = matters;
    this.holds = holds;
    this.team = team;
  }

  @Override
  public List<Shown> of(String ownerId, String matterId) {
    return matters
        .owned(ownerId, matterId)
        .map(matter -> shown(holds.listOf(matter.id())))
        .findValue()
        .orElse(List.of());
  }

  @Override
  public Outcome<String> set(String personId, String matterId, HoldReason reason, Instant at) {
    return PersonId.parse(personId)
        .then(
            person ->
                MatterId.parse(matterId)
                    .then(matter -> holds.set(matter, reason, person, at))
                    .map(Hold::id));
  }

  @Override
  public Outcome<String> lift(String personId, String holdId, Instant at) {
    return PersonId.parse(personId).then(person -> holds.lift(holdId, person, at)).map(Hold::id);
  }

  @Override
  public List<Shown> open() {
    return shown(holds.open(Limits.LIST_ROWS_MAX));
  }

  private List<Shown> shown(List<Hold> all) {
    return all.stream()
        .filter(hold -> hold.lifted().isEmpty())
        .map(
            hold ->
                new Shown(
                    hold.id(),
                    hold.matter().text(),
                    hold.reason(),
                    team.find(hold.setBy()).flatMap(TeamBook.Person::name),
                    hold.setAt()))
        .toList();
  }
}
