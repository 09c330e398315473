package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.TeamBook.Invited;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: the owner lets colleagues in by a link that works once, and out again at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamBookTest {

  private final Shelf shelf = new Shelf(TeamBookTest.class);
  private final TeamBook team = shelf.team;

  @AfterAll
  void close() {
    shelf.close();
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }

  @Test
  void anInvitationSignsInOnceInItsTime() {
    Invited min = team.invite(shelf.owner, " 李敏 ", NOW).orThrow();
    assertThat(min.colleague().name()).contains("李敏");
    assertThat(min.colleague().owner()).isFalse();
    assertThat(min.toString()).doesNotContain("李敏").doesNotContain(min.link().token().plain());
    assertThat(min.link().expiresAt()).isEqualTo(Database.kept(NOW).plus(Limits.INVITATION_LIFE));
    assertThat(shelf.signIns.consume(min.link().token(), NOW).orThrow())
        .isEqualTo(min.colleague().id());
    assertThat(code(shelf.signIns.consume(min.link().token(), NOW))).isEqualTo(Code.LINK_USED);
    assertThat(team.find(min.colleague().id())).contains(min.colleague());
  }

  @Test
  void aSecondLinkClosesTheFirst() {
    Invited first = team.invite(shelf.owner, "王五", NOW).orThrow();
    Invited second = team.inviteAgain(shelf.owner, first.colleague().id(), NOW).orThrow();
    assertThat(code(shelf.signIns.consume(first.link().token(), NOW))).isEqualTo(Code.LINK_UNKNOWN);
    assertThat(shelf.signIns.consume(second.link().token(), NOW).findValue()).isPresent();
  }

  @Test
  void whoIsRemovedIsOutAtOnceAndStaysInTheRecords() {
    Invited gone = team.invite(shelf.owner, "赵六", NOW).orThrow();
    PersonId id = gone.colleague().id();
    assertThat(team.remove(shelf.owner, id, NOW).orThrow().removedAt()).isPresent();
    assertThat(team.find(id)).isEmpty();
    assertThat(team.list()).anyMatch(person -> person.id().equals(id));
    assertThat(code(shelf.signIns.consume(gone.link().token(), NOW))).isEqualTo(Code.LINK_UNKNOWN);
    assertThat(code(team.remove(shelf.owner, id, NOW))).isEqualTo(Code.PERSON_UNKNOWN);
    assertThat(code(team.inviteAgain(shelf.owner, id, NOW))).isEqualTo(Code.PERSON_UNKNOWN);
    assertThat(code(team.rename(id, "x", NOW))).isEqualTo(Code.PERSON_UNKNOWN);
    assertThat(shelf.audit.list(id.text(), 9).stream().map(AuditBook.Entry::action))
        .containsExactly("team:remove", "team:invite");
  }

  @Test
  void onlyTheOwnerLetsPeopleInAndOut() {
    PersonId colleague = team.invite(shelf.owner, "孙七", NOW).orThrow().colleague().id();
    assertThat(code(team.invite(colleague, "别人", NOW))).isEqualTo(Code.OWNER_ONLY);
    assertThat(code(team.remove(colleague, colleague, NOW))).isEqualTo(Code.OWNER_ONLY);
    assertThat(code(team.remove(shelf.owner, shelf.owner, NOW))).isEqualTo(Code.PERSON_UNKNOWN);
    assertThat(code(team.invite(new PersonId("P-GHGHGHGH"), "别人", NOW)))
        .isEqualTo(Code.PERSON_UNKNOWN);
  }

  @Test
  void aNameHasItsLength() {
    String longest = "名".repeat(Limits.PERSON_NAME_CHARS_MAX);
    assertThat(team.rename(shelf.owner, longest, NOW).orThrow().name())
        .isEqualTo(Optional.of(longest));
    assertThat(code(team.rename(shelf.owner, longest + "名", NOW))).isEqualTo(Code.NAME_NEEDED);
    for (String no : new String[] {"", "  ", "a\u0000b", "a\nb"}) {
      assertThat(code(team.invite(shelf.owner, no, NOW))).isEqualTo(Code.NAME_NEEDED);
    }
  }

  @Test
  void aTeamHasItsSize() {
    try (Shelf full = new Shelf(FullTeam.class)) {
      for (int i = 0; i < Limits.TEAM_MAX; i++) {
        assertThat(full.team.invite(full.owner, "n" + i, NOW).findValue()).isPresent();
      }
      assertThat(code(full.team.invite(full.owner, "more", NOW))).isEqualTo(Code.TEAM_FULL);
      full.team.remove(full.owner, full.team.list().getLast().id(), NOW).orThrow();
      assertThat(full.team.invite(full.owner, "more", NOW).findValue()).isPresent();
    }
  }

  /** Names a database of its own. */
  private static final class FullTeam {}
}
