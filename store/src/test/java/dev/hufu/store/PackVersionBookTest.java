package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.Shelf.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersion.Check;
import dev.hufu.store.PackVersion.Event;
import dev.hufu.store.PackVersion.Fresh;
import dev.hufu.store.PackVersion.Origin;
import dev.hufu.store.PackVersion.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: a version goes live by two people, is never edited after, and every step is on record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackVersionBookTest {

  private final Shelf shelf = new Shelf(PackVersionBookTest.class);
  private final PackVersionBook book = shelf.versions;
  private final AtomicInteger packs = new AtomicInteger();
  private PersonId author = shelf.owner;
  private PersonId other = shelf.owner;

  @BeforeAll
  void people() {
    other = shelf.team.invite(author, "李敏", NOW).orThrow().colleague().id();
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  private String pack() {
    return "cn/p" + packs.incrementAndGet();
  }

  private static SortedMap<String, String> files(String rules) {
    return new TreeMap<>(Map.of("pack.yaml", "id: x", "rules.yaml", rules));
  }

  private static Check good(String text) {
    return new Check(digest(text), Optional.of(digest(text + " with law")), true);
  }

  private static Check broken(String text) {
    return new Check(digest(text), Optional.empty(), false);
  }

  private PackVersion ship(String pack, String rules) {
    return book.ship(pack, "1", digest(rules), digest(rules + " with law"), files(rules), NOW);
  }

  private PackVersion draft(String pack, String version) {
    return book.open(
        new Fresh(pack, version, "为什么", Optional.empty(), good(version), files("a"), Origin.CREATE),
        author,
        NOW);
  }

  private Outcome<PackVersion> save(PackVersion at, String text, Check check) {
    return book.save(at.id(), at.revision(), "rules.yaml", text, at.version(), check, author, NOW);
  }

  private Outcome<PackVersion> promote(PackVersion version, PersonId by) {
    return book.promote(
        version.id(), version.revision(), digest(version.version()), "看过了", by, NOW);
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }

  @Test
  void whatComesWithTheProgramIsLiveUntilTheTeamHasItsOwn() {
    String pack = pack();
    PackVersion first = ship(pack, "one");
    assertThat(first.state()).isEqualTo(State.LIVE);
    assertThat(ship(pack, "one").id()).isEqualTo(first.id());
    PackVersion second = ship(pack, "two");
    assertThat(second.state()).isEqualTo(State.LIVE);
    assertThat(state(first)).isEqualTo(State.RETIRED);
    PackVersion own = draft(pack, "1.1");
    assertThat(promote(own, other).orThrow().state()).isEqualTo(State.LIVE);
    PackVersion third = ship(pack, "three");
    assertThat(third.state()).isEqualTo(State.CHECKED);
    assertThat(book.find(pack, State.LIVE).orElseThrow().id()).isEqualTo(own.id());
    assertThat(third.canReturn()).isTrue();
  }

  private State state(PackVersion version) {
    return book.find(version.id()).orElseThrow().state();
  }

  @Test
  void whoeverWroteOnItCannotPromoteIt() {
    String pack = pack();
    ship(pack, "one");
    PackVersion draft = draft(pack, "2");
    assertThat(code(promote(draft, author))).isEqualTo(Code.PROMOTE_OTHER);
    PackVersion both =
        book.save(draft.id(), 1, "rules.yaml", "b", "2", good("b"), other, NOW.plusSeconds(1))
            .orThrow();
    assertThat(code(promote(both, other))).isEqualTo(Code.PROMOTE_OTHER);
    assertThat(state(draft)).isEqualTo(State.CHECKED);
  }

  @Test
  void aDraftGoesTheWholeWayAndBackAndAllOfItIsOnRecord() {
    String pack = pack();
    PackVersion shipped = ship(pack, "one");
    PackVersion draft = draft(pack, "2");
    PackVersion wrong = save(draft, "b:", broken("b")).orThrow();
    assertThat(wrong.state()).isEqualTo(State.DRAFT);
    assertThat(code(promote(wrong, other))).isEqualTo(Code.VERSION_STATE);
    assertThat(code(book.shadow(wrong.id(), 2, author, NOW))).isEqualTo(Code.VERSION_STATE);
    PackVersion right = save(wrong, "c", good("c")).orThrow();
    assertThat(book.shadow(right.id(), 3, author, NOW).orThrow().state()).isEqualTo(State.SHADOW);
    assertThat(code(save(right, "d", good("d")))).isEqualTo(Code.VERSION_CLOSED);
    assertThat(promote(right, other).orThrow().closedAt()).isPresent();
    assertThat(code(save(right, "d", good("d")))).isEqualTo(Code.VERSION_CLOSED);
    assertThat(book.rollBack(shipped.id(), digest("one with law"), "误伤", author, NOW).orThrow())
        .matches(back -> back.state() == State.LIVE);
    assertThat(state(right)).isEqualTo(State.RETIRED);
    assertThat(book.rollBack(right.id(), digest("c"), "", other, NOW).findValue()).isPresent();
    List<Event> history = book.history(pack, Limits.LIST_ROWS_MAX);
    assertThat(history.stream().map(Event::action))
        .containsExactly(
            "roll-back",
            "retire",
            "roll-back",
            "retire",
            "promote",
            "retire",
            "shadow",
            "save",
            "save",
            "create",
            "promote",
            "ship");
    assertThat(history.get(2).detail()).isEqualTo("误伤");
    assertThat(shelf.audit.list(right.id().text(), 20).stream().map(AuditBook.Entry::action))
        .containsExactly(
            "pack:roll-back",
            "pack:retire",
            "pack:promote",
            "pack:shadow",
            "pack:save",
            "pack:save",
            "pack:create");
  }

  @Test
  void anEditOnAnOldRevisionIsRefusedAndTellsNothingIsLost() {
    PackVersion draft = draft(pack(), "2");
    save(draft, "b", good("b")).orThrow();
    assertThat(code(save(draft, "c", good("c")))).isEqualTo(Code.DRAFT_STALE);
    assertThat(book.files(draft.id(), 1)).containsEntry("rules.yaml", "a");
    assertThat(book.files(draft.id(), 2)).containsEntry("rules.yaml", "b");
    PackVersion gone = book.find(draft.id()).orElseThrow();
    save(gone, "", broken("")).orThrow();
    assertThat(book.files(draft.id(), 3)).containsOnlyKeys("pack.yaml");
  }

  @Test
  void ofTwoWhoSaveAtOnceOneIsRefused() throws Exception {
    PackVersion draft = draft(pack(), "2");
    List<Outcome<PackVersion>> saves =
        Shelf.together(6, () -> save(draft, "b" + Math.random(), good("b")));
    assertThat(saves.stream().filter(one -> one.findValue().isPresent())).hasSize(1);
    assertThat(saves.stream().filter(o -> o.findRefusal().isPresent()).map(o -> code(o)))
        .containsOnly(Code.DRAFT_STALE);
  }

  @Test
  void ofManyPromotionsAtOnceOneVersionIsLive() throws Exception {
    String pack = pack();
    ship(pack, "one");
    List<PackVersion> drafts = List.of(draft(pack, "2"), draft(pack, "3"), draft(pack, "4"));
    AtomicInteger next = new AtomicInteger();
    List<Outcome<PackVersion>> done =
        Shelf.together(3, () -> promote(drafts.get(next.getAndIncrement()), other));
    assertThat(done).allMatch(one -> one.findValue().isPresent());
    assertThat(book.list(pack).stream().filter(v -> v.state() == State.LIVE)).hasSize(1);
  }

  @Test
  void aPublishedVersionStringIsNotUsedTwiceAndTheShadowHoldsOne() {
    String pack = pack();
    ship(pack, "one");
    assertThat(code(promote(draft(pack, "1"), other))).isEqualTo(Code.VERSION_TAKEN);
    PackVersion first = draft(pack, "2");
    PackVersion second = draft(pack, "3");
    book.shadow(first.id(), 1, author, NOW).orThrow();
    assertThat(code(book.shadow(second.id(), 1, author, NOW))).isEqualTo(Code.SHADOW_TAKEN);
    book.withdraw(first.id(), other, "先等等", NOW).orThrow();
    assertThat(book.shadow(second.id(), 1, author, NOW).findValue()).isPresent();
    assertThat(book.setAside(first.id(), author, "", NOW).orThrow().state())
        .isEqualTo(State.RETIRED);
    assertThat(code(book.rollBack(first.id(), digest("x"), "", author, NOW)))
        .isEqualTo(Code.VERSION_STATE);
  }

  @Test
  void theDatabaseItselfRefusesToEditWhatWasPublished() {
    String pack = pack();
    PackVersion live = ship(pack, "one");
    String id = live.id().text();
    for (String attack :
        new String[] {
          "update pack_file set content = 'x' where version = '" + id + "'",
          "delete from pack_file where version = '" + id + "'",
          "insert into pack_file values ('" + id + "', 'x.yaml', 2, 'x')",
          "update pack_version set version = '9' where id = '" + id + "'",
          "update pack_version set closed_at = null, state = 'draft' where id = '" + id + "'",
          "delete from pack_version where id = '" + id + "'",
          "update pack_history set actor = 'x'",
          "delete from pack_history",
        }) {
      assertThatThrownBy(() -> shelf.sql(attack)).as(attack).isNotNull();
    }
    assertThat(book.files(live.id(), 1)).isEqualTo(files("one"));
  }

  @Test
  void oldStatesOfADraftAreForgottenAndTheFilesStay() {
    PackVersion at = draft(pack(), "2");
    for (int i = 0; i <= Limits.DRAFT_REVISIONS_KEPT; i++) {
      at = save(at, "text " + i, good("t" + i)).orThrow();
    }
    assertThat(book.files(at.id(), at.revision()))
        .containsEntry("rules.yaml", "text " + Limits.DRAFT_REVISIONS_KEPT)
        .containsEntry("pack.yaml", "id: x");
    assertThat(book.files(at.id(), 2)).doesNotContainKey("rules.yaml");
    assertThat(book.files(at.id(), 3)).containsEntry("rules.yaml", "text 1");
  }

  @Test
  void lawThatChangesWithTheProgramIsNotedOnce() {
    PackVersion live = ship(pack(), "one");
    book.noteDigest(live.id(), digest("new law"), NOW).orThrow();
    book.noteDigest(live.id(), digest("new law"), NOW).orThrow();
    assertThat(book.history(live.pack(), 10).stream().map(Event::action))
        .containsExactly("law", "promote", "ship");
    assertThat(book.find(live.id()).orElseThrow().digest()).contains(digest("new law"));
  }
}
