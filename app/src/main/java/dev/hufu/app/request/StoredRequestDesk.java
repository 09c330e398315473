package dev.hufu.app.request;

import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.app.request.RequestCheck.Checked;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Reading;
import dev.hufu.policy.decide.DecisionJson;
import dev.hufu.policy.pack.Matrix;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.Access;
import dev.hufu.store.DecisionBook;
import dev.hufu.store.Erased;
import dev.hufu.store.FriendLink;
import dev.hufu.store.FriendLinkBook;
import dev.hufu.store.KeptDecision;
import dev.hufu.store.Matter;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.NewDecision;
import dev.hufu.store.PersonId;
import dev.hufu.store.Purpose;
import dev.hufu.store.RetentionBook;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The request desk over packs and the store: decides, and keeps matter and decision together. */
public final class StoredRequestDesk implements RequestDesk {

  /** The matter kind of this desk, in packs and in the store. */
  static final String KIND = "request";

  private final PackOfTheDay packs;
  private final MatterBook matters;
  private final DecisionBook decisions;
  private final FriendLinkBook friends;
  private final RetentionBook retention;
  private final DecisionWatch watch;
  private final Clock clock;
  private final AtomicReference<Shown> shown = new AtomicReference<>();

  /** The texts of the pack that was asked for last; a published version replaces them. */
  private record Shown(Digest digest, PackView view) {}

  /**
   * @param packs the pack that decides in this installation at a moment
   * @param watch told of each decision after it was kept
   * @param clock for what has no time of its own: that a matter was looked at, or erased
   */
  public StoredRequestDesk(
      PackOfTheDay packs,
      MatterBook matters,
      DecisionBook decisions,
      FriendLinkBook friends,
      RetentionBook retention,
      DecisionWatch watch,
      Clock clock) {
    this.packs = packs;
    this.matters = matters;
    this.decisions = decisions;
    this.friends = friends;
    this.retention = retention;
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public Outcome<Reading> read(String chat, Instant at) {
    return chat.isBlank()
        ? Outcome.refused(Code.TEXT_EMPTY, "")
        : RequestCheck.read(packs.at(at), chat, at);
  }

  @Override
  public List<Question> questions(Facts known, Detection seen) {
    ReadyPack pack = packs.at(clock.instant());
    Inputs inputs = new Inputs(clock.instant(), pack.pack().zone(), known, seen, "");
    List<Question> questions = new ArrayList<>();
    for (Pack.Ask ask : pack.decider().asks(inputs)) {
      FactType type = pack.pack().facts().get(ask.fact());
      Pack.Group group =
          pack.pack().groups().stream()
              .filter(each -> each.id().equals(ask.group()))
              .findFirst()
              .orElseThrow();
      if (type != null) {
        questions.add(new Question(type, group.id(), group.title(), group.lead()));
      }
    }
    return questions;
  }

  @Override
  public Outcome<MatterView> check(String ownerId, Draft draft, Instant at) {
    return PersonId.parse(ownerId)
        .then(
            owner ->
                draft
                    .matterId()
                    .<Outcome<Optional<MatterId>>>map(
                        id ->
                            matters.owned(owner.text(), id).map(matter -> Optional.of(matter.id())))
                    .orElseGet(() -> Outcome.of(Optional.empty()))
                    .then(matter -> decide(owner, matter, draft, at)));
  }

  private Outcome<MatterView> decide(
      PersonId owner, Optional<MatterId> matter, Draft draft, Instant at) {
    ReadyPack pack = packs.at(at);
    Facts confirmed = matter.map(id -> confirmed(pack, id, at)).orElse(Facts.NONE);
    return RequestCheck.told(pack.pack().facts(), draft.answers())
        .then(told -> RequestCheck.decide(pack, draft.chat(), told, confirmed, at))
        .then(
            checked ->
                keep(owner, matter, draft, checked, at)
                    .map(
                        view -> {
                          watch.decided(
                              new DecisionWatch.Made(
                                  pack,
                                  view.id(),
                                  view.decisionId(),
                                  draft.chat(),
                                  draft.answers(),
                                  confirmed,
                                  checked.decision()));
                          return view;
                        }));
  }

  private Outcome<MatterView> keep(
      PersonId owner, Optional<MatterId> known, Draft draft, Checked checked, Instant at) {
    KeptDraft kept = new KeptDraft(draft.chat(), draft.answers());
    dev.hufu.store.Draft stored =
        new dev.hufu.store.Draft(Headline.write(checked.decision().headline()), kept.json());
    Outcome<KeptDecision> row =
        known
            .map(
                id ->
                    decisions.append(
                        newDecision(id, checked), Optional.of(stored), owner.text(), at))
            .orElseGet(
                () -> decisions.open(KIND, owner, stored, id -> newDecision(id, checked), at));
    return row.then(decision -> get(owner, decision.matter(), at));
  }

  private static NewDecision newDecision(MatterId matter, Checked checked) {
    Decision decision = checked.decision();
    return new NewDecision(
        matter,
        decision.at(),
        decision.verdict(),
        decision.pack(),
        decision.inputsDigest(),
        DecisionJson.write(checked.inputs()),
        DecisionJson.write(decision));
  }

  /** Decides a matter again after a friend has answered; nothing else of it changes. */
  Outcome<MatterView> decideAgain(PersonId owner, MatterId matter, Instant at) {
    return draft(owner, matter, at)
        .then(
            draft ->
                decide(
                    owner,
                    Optional.of(matter),
                    new Draft(Optional.of(matter.text()), draft.chat(), draft.answers()),
                    at));
  }

  /** What friends confirmed, as facts that were checked elsewhere. */
  private Facts confirmed(ReadyPack pack, MatterId matter, Instant at) {
    FriendLink.Tally tally = friends.tally(matter, at);
    if (tally.confirmed() + tally.denied() == 0) {
      return Facts.NONE;
    }
    List<Fact> facts = new ArrayList<>();
    for (Matrix.CountMethod method : pack.pack().matrix().orElseThrow().counts()) {
      facts.add(count(method.fact(), tally.confirmed()));
      method.denied().ifPresent(denied -> facts.add(count(denied, tally.denied())));
    }
    return Facts.of(facts);
  }

  private static Fact count(String name, int count) {
    return new Fact(name, new FactValue.Count(count), Provenance.CHECKED);
  }

  @Override
  public Optional<MatterView> find(String ownerId, String matterId) {
    return PersonId.parse(ownerId)
        .then(
            owner ->
                matters
                    .owned(owner.text(), matterId)
                    .then(matter -> get(owner, matter.id(), clock.instant())))
        .findValue();
  }

  private Outcome<KeptDraft> draft(PersonId owner, MatterId id, Instant at) {
    return matters
        .readDraft(id, owner, new Access(Purpose.SHOW_TO_OWNER, owner.text(), at))
        .map(draft -> KeptDraft.parse(draft.json()));
  }

  private Outcome<MatterView> get(PersonId owner, MatterId id, Instant at) {
    Optional<Matter> matter = matters.find(id, owner);
    List<KeptDecision> rows = decisions.listOf(id, Limits.LIST_ROWS_MAX);
    if (matter.isEmpty() || rows.isEmpty()) {
      return Outcome.refused(Code.MATTER_UNKNOWN, "");
    }
    Access access = new Access(Purpose.SHOW_TO_OWNER, owner.text(), at);
    return draft(owner, id, at)
        .then(
            draft ->
                decisions
                    .readPayload(rows.getFirst().id(), access)
                    .map(payload -> view(matter.get(), draft, rows, payload)));
  }

  private MatterView view(
      Matter matter, KeptDraft draft, List<KeptDecision> rows, KeptDecision.Payload payload) {
    Decision decision = DecisionJson.readDecision(payload.decisionJson());
    ReadyPack pack = packs.at(decision.at());
    Inputs inputs = DecisionJson.readInputs(payload.inputsJson());
    Reading reading = pack.reader().read(draft.chat(), inputs.at(), inputs.zone());
    return new MatterView(
        matter.id().text(),
        matter.openedAt(),
        draft.chat(),
        reading.turns(),
        inputs.detection(),
        draft.answers(),
        decision,
        rows.getFirst().id().text(),
        rows.stream()
            .map(
                row ->
                    new DecisionSummary(
                        row.id().text(),
                        row.decidedAt(),
                        row.verdict(),
                        pack.decider().word(row.verdict())))
            .toList());
  }

  @Override
  public List<MatterSummary> list(String ownerId) {
    return PersonId.parse(ownerId)
        .map(
            owner ->
                matters
                    .list(
                        owner,
                        Limits.LIST_ROWS_MAX,
                        new Access(Purpose.LIST_FOR_OWNER, owner.text(), clock.instant()))
                    .stream()
                    .filter(line -> line.matter().verdict().isPresent())
                    .flatMap(line -> line.title().map(title -> summary(line, title)).stream())
                    .toList())
        .findValue()
        .orElse(List.of());
  }

  private static MatterSummary summary(MatterBook.Line line, String title) {
    return new MatterSummary(
        line.matter().id().text(),
        line.matter().openedAt(),
        line.matter().updatedAt(),
        line.matter().verdict().orElseThrow(),
        Headline.read(title));
  }

  @Override
  public Outcome<Erased> erase(String ownerId, String matterId) {
    return PersonId.parse(ownerId)
        .then(
            owner ->
                MatterId.parse(matterId).then(id -> matters.erase(id, owner, clock.instant())));
  }

  @Override
  public void eraseAll(String ownerId) {
    PersonId.parse(ownerId)
        .findValue()
        .ifPresent(
            owner ->
                matters.listIds(owner).forEach(id -> matters.erase(id, owner, clock.instant())));
  }

  @Override
  public int count(String ownerId) {
    return PersonId.parse(ownerId)
        .map(owner -> matters.listIds(owner).size() - retention.waitingOf(owner).size())
        .findValue()
        .orElse(0);
  }

  @Override
  public Kept kept(String ownerId) {
    return PersonId.parse(ownerId)
        .map(
            owner ->
                new Kept(
                    retention.heldOf(owner).size(),
                    retention.waitingOf(owner).stream().map(RetentionBook.Seal::until).toList()))
        .findValue()
        .orElse(Kept.NOTHING);
  }

  @Override
  public PackView pack() {
    Pack pack = packs.at(clock.instant()).pack();
    Shown known = shown.get();
    if (known == null || !known.digest().equals(pack.ref().digest())) {
      known = new Shown(pack.ref().digest(), PackViews.of(pack));
      shown.set(known);
    }
    return known.view();
  }
}
