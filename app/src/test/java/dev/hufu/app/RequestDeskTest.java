package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.request.CoolingDesk;
import dev.hufu.app.request.Draft;
import dev.hufu.app.request.FriendDesk;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal: what the desks promise holds on the real packs and a real PostgreSQL. */
class RequestDeskTest {

  private static final String CHAT = "在吗?\n遇到点急事儿,能不能给我借1000块钱?\n明天就还你";
  private static final Map<String, String> NEW_ACCOUNT =
      Map.of("relation.accountAge", "0 d", "relation.usualMax", "300 yuan");

  @TempDir static Path folder;
  private static TestHouse house;
  private static RequestDesk desk;
  private static FriendDesk friends;
  private static CoolingDesk cooling;

  @BeforeAll
  static void open() {
    house = new TestHouse(folder);
    desk = house.room(RequestDesk.class);
    friends = house.room(FriendDesk.class);
    cooling = house.room(CoolingDesk.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aMatterIsKeptWithItsDecisionAndReadBackAsItWasMade() {
    MatterView made = check("P-00000001", CHAT, NEW_ACCOUNT);
    assertThat(made.decision().verdict()).isEqualTo(Verdict.RED);
    MatterView found = desk.find("P-00000001", made.id()).orElseThrow();
    assertThat(found.decision()).isEqualTo(made.decision());
    assertThat(found.chat()).isEqualTo(CHAT);
    assertThat(found.answers()).containsAllEntriesOf(NEW_ACCOUNT);
    assertThat(desk.list("P-00000001")).hasSize(1);
  }

  @Test
  void anotherPersonSeesNothingOfIt() {
    MatterView made = check("P-00000002", CHAT, NEW_ACCOUNT);
    assertThat(desk.find("P-00000003", made.id())).isEmpty();
    assertThat(desk.list("P-00000003")).isEmpty();
    assertThat(friends.list("P-00000003", made.id(), now())).isEmpty();
    assertThat(cooling.start("P-00000003", made.id(), Duration.ofHours(1), now()).findRefusal())
        .map(Refusal::code)
        .contains(Code.MATTER_UNKNOWN);
  }

  @Test
  void aRefusedDraftLeavesNothing() {
    for (String chat :
        new String[] {"", " \n ", "字".repeat(Limits.CHAT_CHARS_MAX + 1), "a\u0000b"}) {
      assertThat(
              desk.check("P-00000004", new Draft(Optional.empty(), chat, new TreeMap<>()), now())
                  .findRefusal())
          .isPresent();
    }
    assertThat(desk.list("P-00000004")).isEmpty();
  }

  @Test
  void friendsWhoConfirmAreCountedAndTheMatterIsDecidedAgain() {
    MatterView made = check("P-00000005", CHAT, NEW_ACCOUNT);
    FriendDesk.Ask ask = new FriendDesk.Ask("小张", "小王");
    String token = friends.create("P-00000005", made.id(), ask, now()).orThrow().token();
    assertThat(friends.open(token, now()).orThrow().ask()).isEqualTo(ask);
    friends.answer(token, FriendDesk.Answer.NO, "他说没借钱", now()).orThrow();
    MatterView after = desk.find("P-00000005", made.id()).orElseThrow();
    assertThat(after.history()).hasSize(2);
    assertThat(after.decision().verdict()).isEqualTo(Verdict.RED);
    assertThat(after.decision().checks())
        .anyMatch(check -> check.state() == MethodCheck.State.MISMATCH);
    assertThat(friends.answer(token, FriendDesk.Answer.YES, "", now()).findRefusal())
        .map(Refusal::code)
        .contains(Code.LINK_USED);
    assertThat(friends.open("not-a-token", now()).findRefusal())
        .map(Refusal::code)
        .contains(Code.LINK_UNKNOWN);
  }

  @Test
  void aWithdrawnAnswerNoLongerCounts() {
    MatterView made = check("P-00000006", CHAT, NEW_ACCOUNT);
    FriendDesk.NewLink link =
        friends.create("P-00000006", made.id(), new FriendDesk.Ask("小张", "小王"), now()).orThrow();
    friends.answer(link.token(), FriendDesk.Answer.NO, "", now()).orThrow();
    friends.withdraw("P-00000006", made.id(), link.link().id(), now());
    assertThat(desk.find("P-00000006", made.id()).orElseThrow().decision().checks())
        .noneMatch(check -> check.state() == MethodCheck.State.MISMATCH);
  }

  @Test
  void anExpiredLinkSaysSo() {
    MatterView made = check("P-00000007", CHAT, NEW_ACCOUNT);
    String token =
        friends
            .create("P-00000007", made.id(), new FriendDesk.Ask("小张", "小王"), now())
            .orThrow()
            .token();
    Instant late = now().plus(Limits.FRIEND_LINK_LIFE);
    assertThat(friends.open(token, late.minusMillis(1)).findValue()).isPresent();
    assertThat(friends.open(token, late).findRefusal())
        .map(Refusal::code)
        .contains(Code.LINK_EXPIRED);
  }

  /** As the friend sees it: the page says so, the answer that was being typed changes nothing. */
  @Test
  void aFriendsLinkOpenedTooLateIsAPageThatSaysSo() throws Exception {
    MatterView made = check("P-0000000A", CHAT, NEW_ACCOUNT);
    FriendDesk.Ask ask = new FriendDesk.Ask("小张", "小王");
    String link = "/f/" + friends.create("P-0000000A", made.id(), ask, now()).orThrow().token();
    TestHouse.Browser friend = house.browser();
    String form = friend.tokenOf(link);
    house.clock.wind(Limits.FRIEND_LINK_LIFE);
    assertExpired(friend.get(link));
    assertExpired(friend.post(link, Map.of("a", "no", "note", "不是他", "_csrf", form)));
    MatterView after = desk.find("P-0000000A", made.id()).orElseThrow();
    assertThat(after.history()).hasSize(1);
    assertThat(after.decision()).isEqualTo(made.decision());
    assertThat(friends.create("P-0000000A", made.id(), ask, now()).findValue()).isPresent();
  }

  /** Once the time to cool off is over there is nothing left to release. */
  @Test
  void aFamilysLinkOpenedTooLateIsAPageThatSaysSo() throws Exception {
    MatterView made = check("P-0000000B", CHAT, NEW_ACCOUNT);
    cooling.start("P-0000000B", made.id(), Duration.ofHours(2), now()).orThrow();
    String link = "/r/" + cooling.askRelease("P-0000000B", made.id(), now()).orThrow();
    TestHouse.Browser mother = house.browser();
    String form = mother.tokenOf(link);
    house.clock.wind(Duration.ofHours(2).minusSeconds(1));
    assertThat(mother.get(link).statusCode()).isEqualTo(200);
    house.clock.wind(Duration.ofSeconds(1));
    assertExpired(mother.get(link));
    assertExpired(mother.post(link, Map.of("a", "lift", "_csrf", form)));
    assertThat(desk.find("P-0000000B", made.id()).orElseThrow().decision())
        .isEqualTo(made.decision());
    assertThat(cooling.start("P-0000000B", made.id(), Duration.ofHours(1), now()).findValue())
        .isPresent();
  }

  private static void assertExpired(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("HF-502", "过期").doesNotContain("小张", "1000");
  }

  @Test
  void aCoolingOffTimeIsLiftedOnlyByTheFamily() {
    MatterView made = check("P-00000008", CHAT, NEW_ACCOUNT);
    cooling.start("P-00000008", made.id(), Duration.ofHours(2), now()).orThrow();
    String first = cooling.askRelease("P-00000008", made.id(), now()).orThrow();
    assertThat(cooling.answer(first, false, now()).orThrow().runsAt(now())).isTrue();
    assertThat(cooling.open(first, now()).findRefusal()).isPresent();
    String second = cooling.askRelease("P-00000008", made.id(), now()).orThrow();
    assertThat(cooling.answer(second, true, now()).orThrow().runsAt(now())).isFalse();
  }

  @Test
  void anErasedMatterIsGone() {
    MatterView made = check("P-00000009", CHAT, NEW_ACCOUNT);
    desk.erase("P-00000009", made.id());
    assertThat(desk.find("P-00000009", made.id())).isEmpty();
    assertThat(desk.list("P-00000009")).isEmpty();
  }

  @Test
  void aHeldMatterStaysUntilTheHoldIsLifted() throws Exception {
    TestHouse.Browser person = house.browser();
    String token = person.tokenOf("/request");
    String at =
        person
            .post("/request", Map.of("chat", CHAT, "do", "check", "_csrf", token))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(person.get(at).body()).contains("保全这件事").doesNotContain("保全中");
    String form = person.tokenOf(at);
    assertThat(person.post(at + "/hold", Map.of("reason", "because", "_csrf", form)).body())
        .contains("HF-1149");
    var _set = person.post(at + "/hold", Map.of("reason", "court", "_csrf", form));
    String held = person.get(at).body();
    assertThat(held).contains("保全中", "法院或仲裁", "2026-11-21");
    HttpResponse<String> refused = person.post(at + "/erase", Map.of("_csrf", form));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("HF-1144");
    assertThat(person.get("/settings/erase").body()).contains("1 件保全中");
    var _all = person.post("/settings/erase", Map.of("_csrf", form));
    assertThat(person.get(at).statusCode()).as("erase all keeps what is held").isEqualTo(200);
    assertThat(house.browser().get("/settings/holds").statusCode())
        .as("the team's page is the team's")
        .isNotEqualTo(200);
    Matcher lift = Pattern.compile("action=\"([^\"]+/lift)\"").matcher(held);
    assertThat(lift.find()).isTrue();
    assertThat(person.post(lift.group(1), Map.of("_csrf", form)).statusCode()).isEqualTo(303);
    assertThat(person.post(at + "/erase", Map.of("_csrf", form)).statusCode()).isEqualTo(303);
    assertThat(person.get(at).statusCode()).isEqualTo(404);
  }

  @Test
  void theTeamHoldsAnyMatterByItsId() throws Exception {
    MatterView made = check("P-0000000D", CHAT, NEW_ACCOUNT);
    TestHouse.Browser owner = house.browser();
    owner.enter(house.newSecret());
    String form = owner.tokenOf("/settings/holds");
    var _set =
        owner.post(
            "/settings/holds", Map.of("matter", made.id(), "reason", "police", "_csrf", form));
    String page = owner.get("/settings/holds").body();
    assertThat(page).contains(made.id(), "报了警");
    assertThat(desk.erase("P-0000000D", made.id()).findRefusal()).isPresent();
    Matcher lift = Pattern.compile("action=\"([^\"]+/lift)\"").matcher(page);
    assertThat(lift.find()).isTrue();
    assertThat(owner.post(lift.group(1), Map.of("_csrf", form)).statusCode()).isEqualTo(303);
    assertThat(desk.erase("P-0000000D", made.id()).findRefusal()).isEmpty();
  }

  @Test
  void whatAGuestCheckedIsTheirsAfterSigningIn() throws Exception {
    TestHouse.Browser browser = house.browser();
    String token = browser.tokenOf("/request");
    browser.post("/request", Map.of("chat", CHAT, "do", "check", "_csrf", token));
    assertThat(browser.get("/matters").body()).contains("/m/M-");
    browser.enter(house.newSecret());
    assertThat(browser.get("/matters").body()).contains("/m/M-");
  }

  private static MatterView check(String owner, String chat, Map<String, String> answers) {
    return desk.check(owner, new Draft(Optional.empty(), chat, new TreeMap<>(answers)), now())
        .orThrow();
  }

  private static Instant now() {
    return house.clock.instant();
  }
}
