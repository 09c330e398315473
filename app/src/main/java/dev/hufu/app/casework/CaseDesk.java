package dev.hufu.app.casework;

import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.casework.CaseCheck;
import dev.hufu.policy.casework.CaseEntryJson;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.Access;
import dev.hufu.store.CaseBook;
import dev.hufu.store.Matter;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.PersonId;
import dev.hufu.store.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The owner's desk for a case: every entry is held against the pack and then kept, and the plan is
 * reckoned from what is kept.
 *
 * <p>Example: {@code desk.open(owner, entries, now)} gives the id of a new matter, {@code
 * desk.plan(owner, id, now)} what to do. Another's matter is {@link Code#MATTER_UNKNOWN}.
 */
final class CaseDesk {

  private static final String JURISDICTION = "cn";

  /** Plans shown on one page. */
  private static final int LISTED_MAX = 20;

  private final PackShelf shelf;
  private final MatterBook matters;
  private final CaseBook cases;

  CaseDesk(PackShelf shelf, MatterBook matters, CaseBook cases) {
    this.shelf = shelf;
    this.matters = matters;
    this.cases = cases;
  }

  /** The pack for a moment, or {@link Code#PACK_NOT_FOUND} or {@link Code#PACK_BROKEN}. */
  Outcome<Pack> pack(Instant now) {
    PackLibrary library = shelf.library();
    String id = JURISDICTION + "/" + CaseBook.KIND;
    Optional<Pack> found =
        library.find(JURISDICTION, CaseBook.KIND, now).filter(pack -> pack.casework().isPresent());
    return found
        .map(Outcome::of)
        .orElseGet(
            () ->
                Optional.ofNullable(library.problems().get(id)).stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .map(wrong -> Outcome.<Pack>refused(Code.PACK_BROKEN, wrong.toString()))
                    .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, id)));
  }

  /** What was entered so far. */
  Outcome<CaseFile> file(String owner, String matter, Instant now) {
    return matters.owned(owner, matter).then(found -> file(found.id(), owner, now));
  }

  private Outcome<CaseFile> file(MatterId matter, String owner, Instant now) {
    return cases
        .list(matter, new Access(Purpose.SHOW_TO_OWNER, owner, now))
        .map(
            kept ->
                CaseFile.of(
                    kept.stream()
                        .map(
                            each ->
                                new CaseFile.Stamped(
                                    CaseEntryJson.read(each.json()), each.enteredAt()))
                        .toList()));
  }

  Outcome<CasePlan> plan(String owner, String matter, Instant now) {
    return file(owner, matter, now)
        .then(file -> pack(now).then(pack -> CasePlan.of(pack, file, now)));
  }

  /** Begins a case on a matter of its own; gives the matter's id. */
  Outcome<String> open(String ownerId, List<CaseEntry> entries, Instant now) {
    return PersonId.parse(ownerId)
        .then(
            owner ->
                fitting(CaseFile.EMPTY, entries, now)
                    .then(pack -> cases.open(owner, title(pack, entries), json(entries), now))
                    .map(Matter::id)
                    .map(MatterId::text));
  }

  private static String title(Pack pack, List<CaseEntry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                entry instanceof CaseEntry.Opened(var plan)
                    ? Optional.ofNullable(pack.casework().orElseThrow().plans().get(plan)).stream()
                    : Optional.<dev.hufu.policy.pack.CasePolicy.Plan>empty().stream())
        .map(plan -> plan.title().zh())
        .findFirst()
        .orElse(pack.title().zh());
  }

  /** Adds to a case, or begins one on a matter that is there already; all entries or none. */
  Outcome<String> add(String owner, String matter, List<CaseEntry> entries, Instant now) {
    return matters
        .owned(owner, matter)
        .then(
            found ->
                file(found.id(), owner, now)
                    .then(file -> fitting(file, entries, now))
                    .then(pack -> cases.add(found.id(), json(entries), owner, now))
                    .map(count -> matter));
  }

  /** Each entry is held against the case as it is after those before it. */
  private Outcome<Pack> fitting(CaseFile before, List<CaseEntry> entries, Instant now) {
    return pack(now)
        .then(
            pack -> {
              CaseFile file = before;
              for (int i = 0; i < entries.size(); i++) {
                Outcome<CaseEntry> fits = new CaseCheck(pack, file, now).check(entries.get(i));
                if (fits instanceof Outcome.Refused<CaseEntry>(var refusal)) {
                  return Outcome.refused(refusal);
                }
                file = with(before, entries.subList(0, i + 1), now);
              }
              return Outcome.of(pack);
            });
  }

  private static CaseFile with(CaseFile before, List<CaseEntry> entries, Instant now) {
    return before.with(entries.stream().map(e -> new CaseFile.Stamped(e, now)).toList());
  }

  private static List<String> json(List<CaseEntry> entries) {
    return entries.stream().map(CaseEntryJson::write).toList();
  }

  /** The plans of this owner, the latest first. */
  List<LossView.Mine> mine(String ownerId, Instant now) {
    List<LossView.Mine> mine = new ArrayList<>();
    PersonId.parse(ownerId)
        .findValue()
        .ifPresent(
            owner ->
                cases
                    .listOf(owner, LISTED_MAX)
                    .forEach(
                        matter ->
                            plan(ownerId, matter.text(), now)
                                .findValue()
                                .ifPresent(
                                    plan -> mine.add(new LossView.Mine(matter.text(), plan)))));
    return mine;
  }
}
