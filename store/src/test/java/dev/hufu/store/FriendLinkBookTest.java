package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: a friend answers once, in time, by a link that can be withdrawn and is limited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FriendLinkBookTest {

  private final Shelf shelf = new Shelf(FriendLinkBookTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void answersOnce() {
    Matter matter = shelf.matter();
    FriendLink.Fresh fresh = create(matter, "老王");
    assertThat(shelf.links.findByToken(fresh.token(), NOW).orThrow()).isEqualTo(fresh.link());
    FriendLink answered =
        shelf.links.answer(fresh.token(), FriendAnswer.DENY, "号被盗了", NOW.plusSeconds(60)).orThrow();
    assertThat(answered.answer()).contains(FriendAnswer.DENY);
    assertThat(code(shelf.links.answer(fresh.token(), FriendAnswer.CONFIRM, "", NOW)))
        .isEqualTo(Code.LINK_USED);
    assertThat(code(shelf.links.findByToken(fresh.token(), NOW))).isEqualTo(Code.LINK_USED);
    List<FriendLink.Opened> opened =
        shelf.links.listOf(matter.id(), shelf.access(Purpose.SHOW_TO_OWNER)).orThrow();
    assertThat(opened.getFirst().label()).isEqualTo("老王");
    assertThat(opened.getFirst().note()).contains("号被盗了");
    assertThat(opened.toString()).doesNotContain("老王", "被盗");
    assertThat(shelf.matters.find(matter.id(), shelf.owner).orElseThrow().updatedAt())
        .isEqualTo(Database.kept(NOW).plusSeconds(60));
  }

  @Test
  void ofManyAnswersAtOnceOneCounts() throws Exception {
    FriendLink.Fresh fresh = create(shelf.matter(), "小李");
    List<Outcome<FriendLink>> results =
        Shelf.together(8, () -> shelf.links.answer(fresh.token(), FriendAnswer.CONFIRM, "是他", NOW));
    assertThat(results.stream().filter(r -> r.findValue().isPresent())).hasSize(1);
    assertThat(results.stream().filter(r -> r.findRefusal().isPresent()).map(SignInBookTest::code))
        .containsOnly(Code.LINK_USED);
  }

  @Test
  void expiresAtItsMoment() {
    FriendLink.Fresh fresh = create(shelf.matter(), "小张");
    assertThat(fresh.link().expiresAt())
        .isEqualTo(Database.kept(NOW).plus(Limits.FRIEND_LINK_LIFE));
    assertThat(
            code(
                shelf.links.answer(
                    fresh.token(), FriendAnswer.CONFIRM, "", fresh.link().expiresAt())))
        .isEqualTo(Code.LINK_EXPIRED);
    assertThat(
            shelf
                .links
                .answer(
                    fresh.token(),
                    FriendAnswer.CONFIRM,
                    "",
                    fresh.link().expiresAt().minusNanos(1000))
                .findValue())
        .isPresent();
  }

  @Test
  void withdrawnIsAsIfItNeverWas() {
    Matter matter = shelf.matter();
    FriendLink.Fresh fresh = create(matter, "小赵");
    for (int i = 0; i < 2; i++) {
      FriendLink revoked =
          shelf.links.revoke(matter.id(), fresh.link().id(), "cli", NOW.plusSeconds(i)).orThrow();
      assertThat(revoked.revokedAt()).contains(Database.kept(NOW));
    }
    assertThat(code(shelf.links.findByToken(fresh.token(), NOW))).isEqualTo(Code.LINK_UNKNOWN);
    assertThat(code(shelf.links.answer(fresh.token(), FriendAnswer.CONFIRM, "", NOW)))
        .isEqualTo(Code.LINK_UNKNOWN);
    assertThat(code(shelf.links.revoke(shelf.matter().id(), fresh.link().id(), "cli", NOW)))
        .isEqualTo(Code.LINK_UNKNOWN);
  }

  @Test
  void asManyFriendsAsTheLimitAllows() throws Exception {
    Matter matter = shelf.matter();
    List<Outcome<FriendLink.Fresh>> results =
        Shelf.together(
            Limits.FRIEND_LINKS_MAX + 3, () -> shelf.links.create(matter.id(), "朋友", "cli", NOW));
    List<FriendLink.Fresh> made = new ArrayList<>();
    results.forEach(result -> result.findValue().ifPresent(made::add));
    assertThat(made).hasSize(Limits.FRIEND_LINKS_MAX);
    assertThat(code(shelf.links.create(matter.id(), "又一个", "cli", NOW)))
        .isEqualTo(Code.LINK_TOO_MANY);
    shelf.links.revoke(matter.id(), made.getFirst().link().id(), "cli", NOW).orThrow();
    assertThat(shelf.links.create(matter.id(), "又一个", "cli", NOW).findValue()).isPresent();
    assertThat(
            shelf
                .links
                .create(matter.id(), "三天后", "cli", NOW.plus(Limits.FRIEND_LINK_LIFE))
                .findValue())
        .isPresent();
  }

  @Test
  void notesAndLabelsHaveALength() {
    Matter matter = shelf.matter();
    String note = "话".repeat(Limits.FRIEND_NOTE_CHARS_MAX);
    String label = "名".repeat(Limits.TITLE_CHARS_MAX);
    FriendLink.Fresh fresh = create(matter, label);
    assertThat(code(shelf.links.create(matter.id(), label + "名", "cli", NOW)))
        .isEqualTo(Code.NOTE_TOO_LONG);
    assertThat(code(shelf.links.answer(fresh.token(), FriendAnswer.UNSURE, note + "话", NOW)))
        .isEqualTo(Code.NOTE_TOO_LONG);
    assertThat(shelf.links.answer(fresh.token(), FriendAnswer.UNSURE, note, NOW).findValue())
        .isPresent();
  }

  @Test
  void countsTheAnswers() {
    Matter matter = shelf.matter();
    shelf.links.answer(create(matter, "一").token(), FriendAnswer.CONFIRM, "", NOW).orThrow();
    shelf.links.answer(create(matter, "二").token(), FriendAnswer.DENY, "", NOW).orThrow();
    shelf.links.answer(create(matter, "三").token(), FriendAnswer.UNSURE, "", NOW).orThrow();
    create(matter, "四");
    assertThat(shelf.links.tally(matter.id(), NOW)).isEqualTo(new FriendLink.Tally(1, 1, 1, 1));
    assertThat(shelf.links.tally(matter.id(), NOW.plus(Limits.FRIEND_LINK_LIFE)))
        .isEqualTo(new FriendLink.Tally(1, 1, 1, 0));
  }

  @Test
  void anErasedMatterAsksNobody() {
    Matter matter = shelf.matter();
    FriendLink.Fresh fresh = create(matter, "老王");
    shelf.matters.erase(matter.id(), shelf.owner, NOW).orThrow();
    assertThat(code(shelf.links.findByToken(fresh.token(), NOW))).isEqualTo(Code.LINK_UNKNOWN);
    assertThat(code(shelf.links.create(matter.id(), "老王", "cli", NOW)))
        .isEqualTo(Code.MATTER_ERASED);
  }

  private FriendLink.Fresh create(Matter matter, String label) {
    return shelf.links.create(matter.id(), label, shelf.owner.text(), NOW).orThrow();
  }
}
