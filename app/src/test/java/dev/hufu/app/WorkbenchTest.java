package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.TestHouse.Browser;
import dev.hufu.app.request.Draft;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.workbench.ShadowDesk;
import dev.hufu.intake.PackArchive;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.AuditBook;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a team takes a version from copy to live and back, two people at it, and whatever goes
 * wrong is refused with a code and loses nothing. Method: two browsers without JavaScript on the
 * real packs and a real PostgreSQL.
 */
class WorkbenchTest {

  private static final String PACK = "cn/request";
  private static final Pattern LINK = Pattern.compile("/enter\\?k=([A-Za-z0-9_-]{43})");
  private static final Map<String, String> NEW_ACCOUNT = Map.of("relation.accountAge", "0 d");

  private static final AtomicInteger NEXT = new AtomicInteger(1);

  private static TestHouse house;
  private static Browser owner;
  private static Browser colleague;
  private static PackVersionBook book;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    house = new TestHouse(folder);
    owner = house.browser();
    assertThat(owner.enter(house.newSecret()).statusCode()).isEqualTo(303);
    colleague = house.browser();
    HttpResponse<String> made = post(owner, "/settings/team", Map.of("colleague", "李敏"));
    Matcher link = LINK.matcher(made.body());
    assertThat(link.find()).as(made.body()).isTrue();
    assertThat(colleague.enter(link.group(1)).statusCode()).isEqualTo(303);
    book = house.room(PackVersionBook.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static HttpResponse<String> post(Browser who, String path, Map<String, String> fields)
      throws Exception {
    house.clock.wind(java.time.Duration.ofSeconds(2));
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", who.tokenOf("/settings/team"));
    return who.post(path, all);
  }

  private static String begin(String why) throws Exception {
    HttpResponse<String> made = post(owner, "/packs/cn/request/versions", Map.of("note", why));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    return made.headers().firstValue("Location").orElseThrow();
  }

  /** A version with one file of tests, since each save runs them all. */
  private static String lean(String why) throws Exception {
    PackVersion live = book.find(PACK, State.LIVE).orElseThrow();
    TreeMap<String, String> files = new TreeMap<>(book.files(live.id(), live.revision()));
    files.keySet().removeIf(file -> file.startsWith("tests/") && !file.endsWith("unknown.yaml"));
    files.computeIfPresent(
        "pack.yaml",
        (_file, text) ->
            text.replaceFirst("(?m)^version: .*", "version: lean." + NEXT.getAndIncrement()));
    HttpResponse<String> made = upload(why, PackArchive.write(files));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static PackVersion version(String path) {
    return book.list(PACK).stream()
        .filter(version -> path.endsWith(version.id().text()))
        .findFirst()
        .orElseThrow();
  }

  private static SortedMap<String, String> files(String path) {
    return book.files(version(path).id(), version(path).revision());
  }

  private static String text(String path, String file) {
    return files(path).getOrDefault(file, "");
  }

  private static HttpResponse<String> save(Browser who, String path, String file, String text)
      throws Exception {
    String revision = "" + version(path).revision();
    return post(who, path + "/edit", Map.of("file", file, "revision", revision, "content", text));
  }

  /** The pack with the weight of one rule changed, and nothing its tests would notice. */
  private static String lighter(String rules) {
    return rules.replaceFirst("effect: \\{weight: 0\\.2\\}", "effect: {weight: 0.21}");
  }

  /** The pack in which nothing weighs anything any more. */
  private static String withoutStops(String rules) {
    return rules
        .replaceAll("weight: [0-9.]+", "weight: 0.01")
        .replace("effect: {stop: true}", "effect: {note: true}");
  }

  private static HttpResponse<String> promote(Browser who, String path) throws Exception {
    String revision = "" + version(path).revision();
    return post(who, path + "/promote", Map.of("revision", revision, "reason", "看过了"));
  }

  @Test
  void guestsSeeNothingOfTheWorkbench() throws Exception {
    String path = lean("给客人看的");
    Browser guest = house.browser();
    for (String page :
        List.of(
            "/packs",
            "/packs/cn/request",
            "/packs/cn/request/rules",
            "/packs/cn/request/rules/rq-silence",
            "/packs/cn/request/law/CN-PL-05",
            path,
            path + "/edit",
            path + "/zip",
            path + "/differences",
            path + "/past",
            path + "/past/x",
            path + "/past/x/report.json",
            path + "/past/x/report.html",
            "/settings/team")) {
      HttpResponse<String> refused = guest.get(page);
      assertThat(refused.statusCode()).as(page).isEqualTo(401);
      assertThat(refused.body()).as(page).contains("HF-506").doesNotContain("给客人看的");
    }
    String token = guest.tokenOf("/enter?k=x");
    for (String action :
        List.of(
            "/packs/cn/request/versions",
            "/packs/cn/request/upload",
            path + "/edit",
            path + "/shadow",
            path + "/withdraw",
            path + "/promote",
            path + "/roll-back",
            path + "/set-aside",
            path + "/past",
            "/settings/team",
            "/settings/team/name",
            "/settings/team/P-00000000/link",
            "/settings/team/P-00000000/remove")) {
      assertThat(guest.post(action, Map.of("_csrf", token, "note", "x")).statusCode())
          .as(action)
          .isEqualTo(401);
    }
    assertThat(guest.get("/settings").body()).doesNotContain("/packs");
    assertThat(owner.get("/settings").body()).contains("/packs");
  }

  @Test
  void theListAndThePackSayWhatDecides() throws Exception {
    String list = owner.get("/packs").body();
    assertThat(list).contains("cn/request", "cn/law", "en-generic/request", "2026-11-21");
    assertThat(list).containsPattern("\\d+ / \\d+ 通过");
    String pack = owner.get("/packs/cn/request").body();
    assertThat(pack).contains("随程序来", "在用", "开一个新版本");
    assertThat(owner.get("/packs/cn/law").statusCode()).isEqualTo(404);
    assertThat(owner.get("/packs/cn/nothing").statusCode()).isEqualTo(404);
    assertThat(owner.get("/versions/V-00000000").body()).contains("HF-411");
    assertThat(owner.get("/versions/nonsense").body()).contains("HF-411");
  }

  @Test
  void aVersionGoesLiveByTwoPeopleAndBackByOneWithAReason() throws Exception {
    String before = book.find(PACK, State.LIVE).orElseThrow().id().text();
    String path = begin("陌生来加的再重一点");
    assertThat(version(path).state()).isEqualTo(State.CHECKED);
    String version = version(path).version();
    assertThat(version).startsWith("2026.11.2");
    assertThat(save(owner, path, "rules.yaml", lighter(text(path, "rules.yaml"))).statusCode())
        .isEqualTo(303);
    String page = owner.get(path).body();
    assertThat(page).contains("rq-account-they-added", "weight 0.2 → 0.21", "另一位同事来按上线");
    HttpResponse<String> own = promote(owner, path);
    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body()).contains("HF-415");
    assertThat(colleague.get(path).body()).contains("让它上线");
    assertThat(promote(colleague, path).statusCode()).isEqualTo(303);
    assertThat(book.find(PACK, State.LIVE).orElseThrow().version()).isEqualTo(version);
    assertThat(check("P-00000001").decision().pack().version()).isEqualTo(version);
    assertThat(owner.get("/").body()).contains(version);
    assertThat(save(owner, path, "rules.yaml", "x").body()).contains("HF-412");
    house.restartPages();
    assertThat(check("P-00000001").decision().pack().version()).isEqualTo(version);
    assertThat(post(owner, "/versions/" + before + "/roll-back", Map.of()).body())
        .contains("HF-418");
    assertThat(
            post(owner, "/versions/" + before + "/roll-back", Map.of("reason", "误伤太多"))
                .statusCode())
        .isEqualTo(303);
    assertThat(check("P-00000001").decision().pack().version()).isNotEqualTo(version);
    String trail = owner.get("/packs/cn/request").body();
    assertThat(trail).contains("误伤太多", "李敏", "退回到这一版", "上线");
    assertThat(
            house.room(AuditBook.class).list(version(path).id().text(), 10).stream()
                .map(AuditBook.Entry::action))
        .containsExactly("pack:retire", "pack:promote", "pack:save", "pack:create");
  }

  private static MatterView check(String person) {
    return house
        .room(RequestDesk.class)
        .check(
            person,
            new Draft(Optional.empty(), "在吗?借我1000块", new TreeMap<>(NEW_ACCOUNT)),
            house.clock.instant())
        .orThrow();
  }

  @Test
  void textWithErrorsIsKeptAndItsErrorsStandAtTheirPlace() throws Exception {
    String path = lean("试试错的");
    String rules = text(path, "rules.yaml");
    String wrong =
        rules.replaceFirst("relation.accountAge < days\\(30\\)", "relation.acountAge < 3");
    assertThat(save(owner, path, "rules.yaml", wrong).statusCode()).isEqualTo(303);
    String page = owner.get(path + "/edit?file=rules.yaml&saved=true").body();
    assertThat(page)
        .contains("HF-401", "acountAge", "href=\"#L6\"")
        .contains("id=\"L6\" class=\"is-bad\"");
    assertThat(page).containsPattern("rules\\.yaml:6:\\d+");
    assertThat(version(path).state()).isEqualTo(State.DRAFT);
    assertThat(promote(colleague, path).body()).contains("HF-401");
    String open = "rules: [ {";
    assertThat(save(owner, path, "rules.yaml", open).statusCode()).isEqualTo(303);
    assertThat(files(path)).containsEntry("rules.yaml", open + "\n");
    assertThat(owner.get(path).body()).contains("rules.yaml:").contains("处错");
    assertThat(post(owner, path + "/set-aside", Map.of()).statusCode()).isEqualTo(303);
    assertThat(version(path).state()).isEqualTo(State.RETIRED);
  }

  @Test
  void testsThatFailStopAVersion() throws Exception {
    String path = begin("新号不算事");
    save(owner, path, "rules.yaml", withoutStops(text(path, "rules.yaml")));
    String page = owner.get(path).body();
    assertThat(page).contains("HF-414", "没通过的测试", "结果会变的测试");
    HttpResponse<String> refused = promote(colleague, path);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("HF-414");
    assertThat(post(owner, path + "/shadow", Map.of("revision", "2")).body()).contains("HF-414");
  }

  @Test
  void ofTwoWhoEditTheSecondSeesWhatTheFirstChanged() throws Exception {
    String path = lean("两个人一起改");
    String rules = text(path, "rules.yaml");
    save(colleague, path, "rules.yaml", "# 李敏加的一行\n" + rules);
    HttpResponse<String> stale =
        post(
            owner,
            path + "/edit",
            Map.of("file", "rules.yaml", "revision", "1", "content", "# 我写的\n" + rules));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("HF-413", "# 我写的", "# 李敏加的一行", "name=\"revision\" value=\"2\"");
    assertThat(text(path, "rules.yaml")).startsWith("# 李敏加的一行");
    assertThat(save(owner, path, "rules.yaml", "# 我写的\n" + rules).statusCode()).isEqualTo(303);
    assertThat(promote(colleague, path).body()).contains("HF-415");
  }

  @Test
  void whatNoPackMayHoldIsRefusedAndComesBackAsTyped() throws Exception {
    String path = lean("什么都试试");
    assertThat(save(owner, path, "../etc.yaml", "x: 1").body()).contains("HF-419", "x: 1");
    assertThat(save(owner, path, "pack.yaml", " ").body()).contains("HF-419");
    HttpResponse<String> nul = save(owner, path, "rules.yaml", "a: 1\nb: \u0000");
    assertThat(nul.statusCode()).isEqualTo(422);
    assertThat(nul.body()).contains("HF-423", "rules.yaml:2:4");
    String most = "# " + "x".repeat(Limits.PACK_BYTES_MAX) + "\n";
    HttpResponse<String> large = save(owner, path, "tests/large.yaml", most);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("HF-403");
    assertThat(version(path).revision()).isEqualTo(1);
  }

  @Test
  void asManyRulesAsAPackHasAndNotOneMore() throws Exception {
    String path = lean("很多规则");
    String rules =
        IntStream.rangeClosed(0, Limits.PACK_RULES_MAX)
            .mapToObj(
                i ->
                    "  - {id: r-"
                        + i
                        + ", stage: verify, when: \"true\", effect: {note: true}, seen: {zh: 甲,"
                        + " en: a}, why: {zh: 乙, en: b}, source: {practice: police-bayannur}}")
            .collect(Collectors.joining("\n", "rules:\n", "\n"));
    assertThat(save(owner, path, "rules.yaml", rules).statusCode()).isEqualTo(303);
    assertThat(owner.get(path).body()).contains("at most 10000 rules", "HF-401");
    assertThat(promote(colleague, path).body()).contains("HF-401");
  }

  @Test
  void aVersionLeavesAsAZipAndComesBack() throws Exception {
    String live = "/versions/" + book.find(PACK, State.LIVE).orElseThrow().id();
    HttpResponse<byte[]> zip = owner.bytes(live + "/zip");
    assertThat(zip.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"cn-request-");
    assertThat(PackArchive.read(zip.body()).orThrow()).isEqualTo(files(live));
    HttpResponse<String> made = upload("带回来的", zip.body());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    String path = made.headers().firstValue("Location").orElseThrow();
    assertThat(version(path).state()).isEqualTo(State.CHECKED);
    assertThat(promote(colleague, path).body()).contains("HF-417");
    HttpResponse<String> broken = upload("坏的", "no zip".getBytes(StandardCharsets.UTF_8));
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.body()).contains("HF-421", "value=\"坏的\"");
    assertThat(upload("大的", new byte[Limits.PACK_BYTES_MAX + 1]).body()).contains("HF-422");
    assertThat(upload("", zip.body()).body()).contains("HF-418");
    TreeMap<String, String> other = new TreeMap<>(files(live));
    other.put("pack.yaml", text(live, "pack.yaml").replace("id: cn/request", "id: cn/other"));
    String wrong =
        upload("别的包", PackArchive.write(other)).headers().firstValue("Location").orElseThrow();
    assertThat(owner.get(wrong).body()).contains("the id of this pack is cn/request");
  }

  private static HttpResponse<String> upload(String note, byte[] zip)
      throws IOException, InterruptedException {
    house.clock.wind(java.time.Duration.ofSeconds(2));
    String edge = "edge-of-a-part";
    String head =
        part(edge, "_csrf", owner.tokenOf("/settings/team"))
            + part(edge, "note", note)
            + "--"
            + edge
            + "\r\nContent-Disposition: form-data; name=\"zip\"; filename=\"p.zip\"\r\n\r\n";
    return owner.send(
        owner
            .ask("/packs/cn/request/upload")
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(zip),
                    BodyPublishers.ofString("\r\n--" + edge + "--\r\n"))));
  }

  private static String part(String edge, String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(edge, name, value);
  }

  @Test
  void theShadowDecidesAlongAndKeepsNoWordOfAPerson() throws Exception {
    String first = lean("新号只提醒");
    TreeMap<String, String> files = new TreeMap<>(files(first));
    files.keySet().removeIf(file -> file.startsWith("tests/"));
    files.put(
        "rules.yaml",
        text(first, "rules.yaml").replace("accountAge < days(30)", "accountAge < days(0)"));
    String path =
        upload("新号只提醒", PackArchive.write(files)).headers().firstValue("Location").orElseThrow();
    String revision = "1";
    HttpResponse<String> sent = post(owner, path + "/shadow", Map.of("revision", revision));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    assertThat(save(owner, path, "rules.yaml", "x").body()).contains("HF-412");
    String mine = owner.get("/probe/who").body().split(" ", 2)[0];
    MatterView own = check(mine);
    MatterView stranger = check("P-00000009");
    assertThat(house.room(ShadowDesk.class).drain()).isTrue();
    String page = owner.get(path + "/differences").body();
    assertThat(page).contains("判断 2 件，2 件不一样", "href=\"/m/" + own.id() + "\"", stranger.id());
    assertThat(page).doesNotContain("href=\"/m/" + stranger.id()).doesNotContain("借我1000块");
    assertThat(owner.get("/packs/cn/request").body()).contains("影子里的版本");
    String second = lean("第二个影子");
    assertThat(post(owner, second + "/shadow", Map.of("revision", "1")).body())
        .contains("HF-420", version(path).version());
    house.restartPages();
    MatterView after = check(mine);
    assertThat(house.room(ShadowDesk.class).drain()).isTrue();
    assertThat(owner.get(path + "/differences").body()).contains("3 件不一样", after.id());
    assertThat(post(colleague, path + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
    check(mine);
    assertThat(house.room(ShadowDesk.class).drain()).isTrue();
    assertThat(owner.get(path + "/differences").body()).contains("判断 3 件");
  }

  @Test
  void rulesAreFoundByWordsStageAndStatus() throws Exception {
    assertThat(owner.get("/packs/cn/request/rules").body()).contains("rq-silence", "rq-no-call");
    String found = owner.get("/packs/cn/request/rules?q=SILENT").body();
    assertThat(found).contains("rq-silence").doesNotContain("/rules/rq-no-call");
    assertThat(owner.get("/packs/cn/request/rules?q=days(30)&stage=retain").body())
        .doesNotContain("/rules/rq-account-new");
    assertThat(owner.get("/packs/cn/request/rules?status=claim").body())
        .contains("rq-account-new")
        .doesNotContain("/rules/rq-account-recent");
    String rule = owner.get("/packs/cn/request/rules/rq-silence").body();
    assertThat(rule).contains("relation.lastContact &gt;= days(180)", "S000-silence-72", "新增");
    assertThat(rule).contains("Silent for over half a year", "半年多没说过话").contains("tests/");
    Matcher law =
        Pattern.compile("href=\"(/packs/cn/request/law/[^\"]+)\"")
            .matcher(owner.get("/packs/cn/request/rules").body());
    assertThat(law.find()).isTrue();
    assertThat(owner.get(law.group(1)).body()).contains("靠它的规则", "/rules/");
    assertThat(owner.get("/packs/cn/request/rules/none").statusCode()).isEqualTo(404);
    assertThat(owner.get("/packs/cn/request/law/none").statusCode()).isEqualTo(404);
  }

  /** What people brought is sealed, so a pack over matters has no past to be tried on. */
  @Test
  void aPackOverMattersHasNoPast() throws Exception {
    assertThat(owner.get(lean("没有过去") + "/past").statusCode()).isEqualTo(404);
  }

  @Test
  void whoIsRemovedIsOutWithTheNextPage() throws Exception {
    HttpResponse<String> made = post(owner, "/settings/team", Map.of("colleague", "短工"));
    Matcher link = LINK.matcher(made.body());
    assertThat(link.find()).isTrue();
    Browser gone = house.browser();
    gone.enter(link.group(1));
    String id = gone.get("/probe/who").body().split(" ", 2)[0];
    assertThat(gone.get("/packs").statusCode()).isEqualTo(200);
    assertThat(post(gone, "/settings/team", Map.of("colleague", "别人")).body()).contains("HF-513");
    assertThat(post(gone, "/settings/team/name", Map.of("name", "")).body()).contains("HF-511");
    assertThat(post(gone, "/settings/team/name", Map.of("name", "小工")).statusCode()).isEqualTo(303);
    assertThat(owner.get("/settings/team").body()).contains("小工").doesNotContain("短工");
    post(owner, "/settings/team/" + id + "/remove", Map.of());
    assertThat(gone.get("/packs").statusCode()).isEqualTo(401);
    assertThat(post(owner, "/settings/team/" + id + "/link", Map.of()).body()).contains("HF-514");
  }

  @Test
  void everyPageIsCleanInBothLanguages() throws Exception {
    String path = lean("<script>alert(1)</script>");
    save(owner, path, "rules.yaml", "rules: [<img src=x onerror=alert(1)>");
    for (String page :
        List.of(
            "/packs",
            "/packs/cn/request",
            "/packs/cn/request/rules",
            "/packs/cn/request/rules/rq-silence",
            path,
            path + "/edit?file=rules.yaml",
            path + "/differences",
            "/settings/team")) {
      for (String lang : List.of("zh", "en")) {
        String body = owner.send(owner.ask(page).header("Cookie", "lang=" + lang)).body();
        assertThat(body).as(page).doesNotContain("<script>alert", "<img src=x", " style=");
        assertThat(body.split("<h1").length).as(page).isEqualTo(2);
        Matcher posts = Pattern.compile("<form [^>]*method=\"post\"").matcher(body);
        Matcher tokens = Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"").matcher(body);
        assertThat(posts.results().count()).as(page).isEqualTo(tokens.results().count());
        assertThat(body).as(page).doesNotContain("违法", "不用还");
      }
    }
    assertThat(house.room(PackShelf.class).find(PACK).findValue()).isPresent();
  }
}
