package dev.hufu.app.web;

import dev.hufu.app.request.CoolingDesk;
import dev.hufu.app.request.Draft;
import dev.hufu.app.request.FriendDesk;
import dev.hufu.app.request.HoldDesk;
import dev.hufu.app.request.MatterSummary;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.PackView;
import dev.hufu.app.request.Question;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Reading;
import dev.hufu.store.Erased;
import dev.hufu.store.HoldReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Desks that keep everything in maps and decide by two answers; enough to walk every page. */
final class FakeDesks {

  final Requests requests = new Requests();
  final Friends friends = new Friends();
  final Coolings coolings = new Coolings();
  final Holds holds = new Holds();

  /** Decides red, amber or green by whether the call and the payee's name matched. */
  final class Requests implements RequestDesk {

    final Map<String, MatterView> kept = new LinkedHashMap<>();
    final Map<String, String> owners = new LinkedHashMap<>();
    private int next = 1;

    @Override
    public Outcome<Reading> read(String chat, Instant at) {
      if (chat.length() > Limits.CHAT_CHARS_MAX) {
        return Outcome.refused(Code.TEXT_TOO_LONG, String.valueOf(chat.length()));
      }
      Facts facts =
          chat.contains("1000块")
              ? Facts.of(
                  new Fact(
                      "request.amount", new FactValue.Amount(Fen.ofYuan(1000)), Provenance.SHOWN))
              : Facts.NONE;
      return Outcome.of(
          new Reading(Fixtures.turns(chat), facts, Fixtures.detection(chat), "fake/1"));
    }

    @Override
    public List<Question> questions(Facts known, Detection seen) {
      return List.of(
              "relation.accountAge",
              "verify.callBack",
              "verify.payeeName",
              "request.amount",
              "relation.usualMax",
              "request.repayBy")
          .stream()
          .map(
              name ->
                  new Question(
                      Objects.requireNonNull(PackFixture.facts().get(name)),
                      name.startsWith("re") && !name.startsWith("relation") ? "money" : "who",
                      name.startsWith("re") && !name.startsWith("relation")
                          ? Fixtures.w("这笔钱", "The money")
                          : Fixtures.w("这个人", "The person"),
                      true))
          .toList();
    }

    @Override
    public Outcome<MatterView> check(String ownerId, Draft draft, Instant at) {
      if (draft.chat().isBlank() && draft.answers().isEmpty()) {
        return Outcome.refused(Code.TEXT_EMPTY, "");
      }
      String id = draft.matterId().orElseGet(() -> "M-" + next++);
      MatterView before = kept.get(id);
      int version = before == null ? 1 : before.history().size() + 1;
      boolean called = "passed".equals(draft.answers().get("verify.callBack"));
      boolean named = "passed".equals(draft.answers().get("verify.payeeName"));
      Verdict verdict = called ? named ? Verdict.GREEN : Verdict.AMBER : Verdict.RED;
      MatterView matter = Fixtures.matter(id, draft.chat(), draft.answers(), verdict, version);
      keep(ownerId, matter);
      return Outcome.of(matter);
    }

    void keep(String ownerId, MatterView matter) {
      kept.put(matter.id(), matter);
      owners.put(matter.id(), ownerId);
    }

    @Override
    public Optional<MatterView> find(String ownerId, String matterId) {
      return ownerId.equals(owners.get(matterId))
          ? Optional.ofNullable(kept.get(matterId))
          : Optional.empty();
    }

    @Override
    public List<MatterSummary> list(String ownerId) {
      return kept.values().stream()
          .filter(matter -> ownerId.equals(owners.get(matter.id())))
          .map(
              matter ->
                  new MatterSummary(
                      matter.id(),
                      matter.openedAt(),
                      matter.decision().at(),
                      matter.decision().verdict(),
                      matter.decision().headline()))
          .toList();
    }

    @Override
    public void eraseAll(String ownerId) {
      list(ownerId).forEach(matter -> erase(ownerId, matter.id()));
    }

    @Override
    public Outcome<Erased> erase(String ownerId, String matterId) {
      if (!ownerId.equals(owners.get(matterId))) {
        return Outcome.refused(Code.MATTER_UNKNOWN, "");
      }
      kept.remove(matterId);
      owners.remove(matterId);
      return Outcome.of(new Erased.Gone(Instant.EPOCH));
    }

    @Override
    public int count(String ownerId) {
      return list(ownerId).size();
    }

    @Override
    public Kept kept(String ownerId) {
      return Kept.NOTHING;
    }

    @Override
    public PackView pack() {
      return PackFixture.pack();
    }
  }

  /** Links in a list; the token of link L1 is T1. */
  static final class Friends implements FriendDesk {

    private final List<Link> links = new ArrayList<>();
    private @Nullable Ask ask;

    @Override
    public Outcome<NewLink> create(String ownerId, String matterId, Ask ask, Instant at) {
      if (links.size() >= Limits.FRIEND_LINKS_MAX) {
        return Outcome.refused(Code.LINK_TOO_MANY, String.valueOf(Limits.FRIEND_LINKS_MAX));
      }
      this.ask = ask;
      int number = links.size() + 1;
      Link link =
          new Link(
              "L" + number,
              State.WAITING,
              at,
              at.plus(Limits.FRIEND_LINK_LIFE),
              Optional.empty(),
              Optional.empty());
      links.add(link);
      return Outcome.of(new NewLink(link, "T" + number));
    }

    @Override
    public List<Link> list(String ownerId, String matterId, Instant at) {
      return List.copyOf(links);
    }

    @Override
    public void withdraw(String ownerId, String matterId, String linkId, Instant at) {
      links.replaceAll(
          link ->
              link.id().equals(linkId)
                  ? new Link(
                      link.id(),
                      State.WITHDRAWN,
                      link.createdAt(),
                      link.expiresAt(),
                      Optional.empty(),
                      Optional.empty())
                  : link);
    }

    @Override
    public Outcome<Opened> open(String token, Instant at) {
      for (Link link : links) {
        if (token.equals("T" + link.id().substring(1)) && ask != null) {
          return switch (link.state()) {
            case WAITING -> Outcome.of(new Opened(ask, link.expiresAt()));
            case ANSWERED -> Outcome.refused(Code.LINK_USED, "");
            case EXPIRED -> Outcome.refused(Code.LINK_EXPIRED, "");
            case WITHDRAWN -> Outcome.refused(Code.LINK_UNKNOWN, "");
          };
        }
      }
      return token.equals("old")
          ? Outcome.refused(Code.LINK_EXPIRED, "")
          : Outcome.refused(Code.LINK_UNKNOWN, "");
    }

    @Override
    public Outcome<Answer> answer(String token, Answer answer, String note, Instant at) {
      return open(token, at)
          .map(
              opened -> {
                links.replaceAll(
                    link ->
                        token.equals("T" + link.id().substring(1))
                            ? new Link(
                                link.id(),
                                State.ANSWERED,
                                link.createdAt(),
                                link.expiresAt(),
                                Optional.of(answer),
                                Optional.of(note).filter(text -> !text.isEmpty()))
                            : link);
                return answer;
              });
    }
  }

  /** One cooling-off time for everything; the release token is R1. */
  static final class Coolings implements CoolingDesk {

    private @Nullable Cooling cooling;

    @Override
    public Outcome<Cooling> start(String ownerId, String matterId, Duration length, Instant at) {
      if (cooling != null && at.plus(length).isBefore(cooling.until())) {
        return Outcome.refused(Code.COOLING_NOT_OVER, cooling.until().toString());
      }
      Cooling started = new Cooling(at, at.plus(length), Optional.empty(), false);
      cooling = started;
      return Outcome.of(started);
    }

    @Override
    public Optional<Cooling> find(String ownerId, String matterId) {
      return Optional.ofNullable(cooling);
    }

    @Override
    public Outcome<String> askRelease(String ownerId, String matterId, Instant at) {
      return cooling == null ? Outcome.refused(Code.LINK_UNKNOWN, "") : Outcome.of("R1");
    }

    @Override
    public Outcome<Cooling> open(String token, Instant at) {
      Cooling now = cooling;
      return now != null && token.equals("R1")
          ? Outcome.of(now)
          : Outcome.refused(Code.LINK_UNKNOWN, "");
    }

    @Override
    public Outcome<Cooling> answer(String token, boolean lift, Instant at) {
      return open(token, at)
          .map(
              now -> {
                Cooling after =
                    new Cooling(
                        now.startedAt(),
                        now.until(),
                        lift ? Optional.of(at) : Optional.empty(),
                        true);
                cooling = after;
                return after;
              });
    }
  }

  /** At most one hold, on whatever matter. */
  static final class Holds implements HoldDesk {

    private final List<Shown> held = new ArrayList<>();

    @Override
    public List<Shown> of(String ownerId, String matterId) {
      return held;
    }

    @Override
    public Outcome<String> set(String personId, String matterId, HoldReason reason, Instant at) {
      held.add(new Shown("H-1", matterId, reason, Optional.of("李敏"), at));
      return Outcome.of("H-1");
    }

    @Override
    public Outcome<String> lift(String personId, String holdId, Instant at) {
      held.clear();
      return Outcome.of(holdId);
    }

    @Override
    public List<Shown> open() {
      return held;
    }
  }
}
