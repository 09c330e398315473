package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.custody.BundleDesk;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.sign.Issuer;
import dev.hufu.evidence.sign.SignatureReport;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.Access;
import dev.hufu.store.MatterId;
import dev.hufu.store.Purpose;
import dev.hufu.tlog.bundle.BundleVerifier;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goal: an IOU goes from form to signed contract, and whatever is wrong on the way is refused with
 * nothing lost. Method: a real house; each signer is a browser of its own whose P-256 key the JDK
 * makes, as WebCrypto would.
 */
@ExtendWith(SharedHouse.class)
class IouTest {

  /** What the verifier says of an item that has no proof yet. */
  private static final int WAITING = 22;

  private static final String NOTHING_DRAWN = "";

  private static TestHouse house;

  @BeforeAll
  static void open(TestHouse shared) {
    house = shared;
  }

  /** A lender with a matter that turned out well, in a browser of their own. */
  private static final class Lender {
    final TestHouse.Browser browser;
    final String at;

    Lender() throws Exception {
      browser = house.browser();
      String token = browser.tokenOf("/request");
      TreeMap<String, String> form = new TreeMap<>();
      form.put("chat", "在吗？想跟你借一万块还信用卡，明年三月底还你");
      form.put("_csrf", token);
      Map.of(
              "verify.callBack", "passed",
              "verify.sharedMemory", "passed",
              "verify.payeeName", "same",
              "request.amount", "10000",
              "request.reason", "repay_card",
              "request.repayBy", "2027-03-31",
              "request.rate", "6",
              "relation.kind", "classmate",
              "relation.accountAge", "1825 d")
          .forEach((fact, value) -> form.put("f." + fact, value));
      HttpResponse<String> made = browser.post("/request", form);
      at = made.headers().firstValue("Location").map(URI::create).orElseThrow().getPath();
    }

    Map<String, String> typed() {
      return new TreeMap<>(
          Map.of(
              "sum", "10000",
              "use", "还信用卡",
              "due", "2027-03-31",
              "rate", "6",
              "lender", "陈小红",
              "borrower", "雷大明",
              "repayment", "微信转账至出借人本人账户"));
    }

    String write(Map<String, String> typed) throws Exception {
      TreeMap<String, String> form = new TreeMap<>(typed);
      form.put("_csrf", browser.tokenOf(at + "/iou?change=1"));
      HttpResponse<String> answer = browser.post(at + "/iou", form);
      return answer.statusCode() == 303 ? browser.get(at + "/iou").body() : answer.body();
    }

    HttpResponse<String> act(String path, Map<String, String> fields) throws Exception {
      TreeMap<String, String> form = new TreeMap<>(fields);
      form.put("_csrf", browser.tokenOf(at + "/iou"));
      return browser.post(at + "/iou" + path, form);
    }

    String draw() throws Exception {
      assertThat(act("", Map.of("do", "draw")).statusCode()).isEqualTo(303);
      return browser.get(at + "/iou").body();
    }

    /** The path behind the link made for a role. */
    String invite(String role) throws Exception {
      Matcher link =
          Pattern.compile("(/s/[A-Za-z0-9_-]{43})<")
              .matcher(act("/link", Map.of("role", role)).body());
      assertThat(link.find()).isTrue();
      return link.group(1);
    }
  }

  /** One who signs: a browser, a link, a key. */
  private static final class Signer {
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f]{64})\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    final TestHouse.Browser browser;
    final String link;
    final KeyPair pair = key("secp256r1");
    String csrf = "";
    String shown = "";

    Signer(TestHouse.Browser browser, String link) {
      this.browser = browser;
      this.link = link;
    }

    /** Presses the button of the landing page and reads what is to be signed. */
    String open() throws Exception {
      csrf = browser.tokenOf(link);
      HttpResponse<String> opened = browser.post(link, Map.of("_csrf", csrf));
      assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
      return read();
    }

    String read() throws Exception {
      String page = browser.get(link).body();
      Matcher digest = SHOWN.matcher(page);
      shown = digest.find() ? digest.group(1) : "";
      Matcher token = CSRF.matcher(page);
      csrf = token.find() ? token.group(1) : csrf;
      return page;
    }

    HttpResponse<String> prepare(String name, String hand, byte[] spki) throws Exception {
      return send(
          "/prepare",
          Map.of("shown", shown, "name", name, "hand", hand, "agreed", "yes", "key", base64(spki)));
    }

    HttpResponse<String> prepare(String name) throws Exception {
      return prepare(name, "100,500 300,200;400,400 900,800", pair.getPublic().getEncoded());
    }

    HttpResponse<String> finish(HttpResponse<String> prepared, KeyPair with) throws Exception {
      byte[] toSign = Base64.getDecoder().decode(value(prepared.body(), "toSign"));
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(with.getPrivate());
      signature.update(toSign);
      return finish(value(prepared.body(), "prepared"), signature.sign());
    }

    HttpResponse<String> finish(String prepared, byte[] signature) throws Exception {
      return send("/finish", Map.of("prepared", prepared, "signature", base64(signature)));
    }

    void sign(String name) throws Exception {
      open();
      HttpResponse<String> prepared = prepare(name);
      assertThat(prepared.statusCode()).as(prepared.body()).isEqualTo(200);
      HttpResponse<String> finished = finish(prepared, pair);
      assertThat(finished.statusCode()).as(finished.body()).isEqualTo(200);
    }

    HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
      TreeMap<String, String> form = new TreeMap<>(fields);
      form.put("_csrf", csrf);
      return browser.send(browser.form(link + path, form).setHeader("Accept", "application/json"));
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String value(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  private static KeyPair key(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Signer signer(String link) throws Exception {
    return new Signer(house.browser(), link);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(code);
  }

  @Test
  void aFriendsLoanIsWrittenSignedByBothAndFoundInTheLog() throws Exception {
    Lender lender = new Lender();
    String empty = lender.browser.get(lender.at + "/iou").body();
    assertThat(empty).contains("value=\"10000\"", "value=\"2027-03-31\"", "value=\"6\"");
    String preview = lender.write(lender.typed());
    assertThat(preview)
        .contains("213.70", "130 天", "12.0\u00a0%", "3.00", "2026-08-20", "2030-03-31")
        .contains("人民币壹万元整", "10,000.00", "CN-PL-05", "CN-PL-12", "CN-PL-02");
    assertThat(lender.draw()).contains("签了 0 人，一共 2 人");

    String link = lender.invite("borrower");
    assertThat(house.browser().get(link).body()).contains("打开看").doesNotContain("雷大明", "陈小红");
    Signer borrower = signer(link);
    assertThat(borrower.open()).contains("陈小红请你签一张借条", "213.70", "人民币壹万元整", "借款人");
    HttpResponse<String> own = lender.act("/sign", Map.of("role", "lender"));
    Signer self =
        new Signer(
            lender.browser,
            own.headers().firstValue("Location").map(URI::create).orElseThrow().getPath());
    self.read();
    assertThat(self.finish(self.prepare("陈 小红"), self.pair).statusCode()).isEqualTo(200);
    HttpResponse<String> prepared = borrower.prepare("雷大明");
    assertThat(borrower.finish(prepared, borrower.pair).body()).contains("complete");

    String done = lender.browser.get(lender.at + "/iou").body();
    assertThat(done).contains("借款，借给雷大明，2027-03-31前还", "今借到陈小红人民币", "转账电子凭证");
    Octets pdf = Octets.of(lender.browser.bytes(lender.at + "/iou.pdf").body());
    assertThat(pdf).isEqualTo(Octets.of(borrower.browser.bytes(link + "/iou.pdf").body()));
    SignatureReport report =
        SignatureReport.read(pdf, List.of(house.room(Issuer.class).certificate()), List.of())
            .orThrow();
    assertThat(report.sound()).isTrue();
    assertThat(report.people())
        .extracting(SignatureReport.Mark::name)
        .containsExactly("陈小红", "雷大明");
    assertThat(report.people())
        .allMatch(mark -> mark.standing() == SignatureReport.Standing.GENUINE);
    waitFor("/log?digest=" + pdf.digest().hex(), "借条签署");
    aCourtGetsTheSignedIou(new MatterId(lender.at.substring("/m/".length())), pdf);
  }

  /** The list of a bundle names the file by its digest; what nobody signed stays out. */
  private static void aCourtGetsTheSignedIou(MatterId matter, Octets pdf) {
    BundleDesk.Export court = court(matter);
    long until = System.nanoTime() + 60_000_000_000L;
    while (exitCode(court) == WAITING && System.nanoTime() < until) {
      court = court(matter); // what was signed a moment ago is not under a checkpoint yet
    }
    assertThat(court.items()).as("two revisions and the decision").isEqualTo(3);
    assertThat(new String(court.zip().bytes(), StandardCharsets.UTF_8))
        .contains(pdf.digest().hex())
        .doesNotContain("借条（待签）");
    assertThat(exitCode(court)).isZero();
  }

  private static BundleDesk.Export court(MatterId matter) {
    return house
        .room(BundleDesk.class)
        .export(
            matter,
            Profile.COURT,
            List.of(),
            new Access(Purpose.EXPORT, "test", house.clock.instant()))
        .orThrow();
  }

  private static int exitCode(BundleDesk.Export bundle) {
    return BundleVerifier.verify(bundle.zip().bytes(), Optional.empty()).exitCode();
  }

  private static void waitFor(String path, String words) throws Exception {
    TestHouse.Browser stranger = house.browser();
    long until = System.nanoTime() + 60_000_000_000L;
    while (!stranger.get(path).body().contains(words)) {
      assertThat(System.nanoTime()).as("published in time").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  @Test
  void aRateAboveTheCapIsSaidAndMayBeKept() throws Exception {
    Lender lender = new Lender();
    Map<String, String> typed = lender.typed();
    typed.put("rate", "15");
    assertThat(lender.write(typed)).contains("15", "12", "不受保护", "就这样，请人签");
    assertThat(lender.draw()).contains("签了 0 人");
    typed.remove("rate");
    assertThat(lender.write(typed)).contains("没写利息，就是没有利息", "CN-PL-04");
  }

  @Test
  void wrongFieldsComeBackAsTyped() throws Exception {
    Lender lender = new Lender();
    Map<String, String> typed = lender.typed();
    typed.put("sum", "一万");
    typed.put("due", "明年");
    assertThat(lender.write(typed)).contains("一万", "明年", "is-wrong");
    Map<String, String> nameless = lender.typed();
    nameless.remove("borrower");
    lender.write(nameless);
    assertRefused(lender.act("", Map.of("do", "draw")), 422, "要写上全名");
  }

  @Test
  void aLinkIsForOneBrowserAndOneSignature() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    Signer borrower = signer(lender.invite("borrower"));
    borrower.open();
    TestHouse.Browser other = house.browser();
    assertRefused(other.get(borrower.link), 403, "HF-1115");
    HttpResponse<String> prepared = borrower.prepare("雷大明");
    assertThat(borrower.finish(prepared, borrower.pair).statusCode()).isEqualTo(200);
    assertRefused(borrower.finish(prepared, borrower.pair), 410, "HF-503");
    assertRefused(borrower.prepare("雷大明"), 410, "HF-503");
    assertRefused(other.get(borrower.link), 410, "HF-503");
    assertThat(borrower.read()).contains("你签好了");
  }

  @Test
  void expiredRevokedAndUnknownLinksOpenNothing() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    String first = lender.invite("borrower");
    String second = lender.invite("borrower");
    TestHouse.Browser friend = house.browser();
    assertRefused(friend.get(first), 404, "HF-501");
    assertThat(friend.get(second).statusCode()).isEqualTo(200);
    house.clock.wind(Limits.SIGN_LINK_LIFE.minus(Duration.ofSeconds(1)));
    assertThat(friend.get(second).statusCode()).isEqualTo(200);
    house.clock.wind(Duration.ofSeconds(1));
    assertRefused(friend.get(second), 410, "HF-502");
    house.clock.wind(Limits.SIGN_LINK_LIFE.negated());
    lender.act("/revoke", Map.of("role", "borrower"));
    assertRefused(friend.get(second), 404, "HF-501");
    assertRefused(friend.get("/s/" + "A".repeat(43)), 404, "HF-501");
    String third = lender.invite("borrower");
    lender.act("/withdraw", Map.of());
    assertRefused(friend.get(third), 404, "HF-501");
  }

  @Test
  void aDraftChangedBetweenViewAndSignIsRefusedAndNothingIsLost() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    Signer borrower = signer(lender.invite("borrower"));
    borrower.open();
    HttpResponse<String> prepared = borrower.prepare("雷大明");
    Map<String, String> changed = lender.typed();
    changed.put("sum", "12000");
    lender.write(changed);
    assertRefused(borrower.finish(prepared, borrower.pair), 409, "HF-1113");
    lender.draw();
    assertRefused(borrower.finish(prepared, borrower.pair), 409, "HF-1121");
    assertRefused(borrower.prepare("雷大明"), 409, "HF-1113");
    assertThat(borrower.read()).contains("12,000.00");
    assertThat(borrower.finish(borrower.prepare("雷大明"), borrower.pair).statusCode()).isEqualTo(200);
  }

  /** Two prepare over the same revision; the second to finish prepares anew and all are sound. */
  @Test
  void twoAtTheSameMomentBothSign() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    Signer one = signer(lender.invite("lender"));
    Signer two = signer(lender.invite("borrower"));
    one.open();
    two.open();
    HttpResponse<String> first = one.prepare("陈小红");
    HttpResponse<String> second = two.prepare("雷大明");
    assertThat(one.finish(first, one.pair).statusCode()).isEqualTo(200);
    assertRefused(two.finish(second, two.pair), 409, "HF-1114");
    assertThat(two.finish(two.prepare("雷大明"), two.pair).body()).contains("complete");
  }

  @Test
  void keysSignaturesNamesAndDrawingsAreChecked() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    Signer borrower = signer(lender.invite("borrower"));
    borrower.open();
    byte[] spki = borrower.pair.getPublic().getEncoded();
    assertRefused(borrower.prepare("雷小明"), 422, "HF-1117");
    assertRefused(
        borrower.prepare("雷大明", NOTHING_DRAWN, key("secp384r1").getPublic().getEncoded()),
        422,
        "HF-1026");
    assertRefused(borrower.prepare("雷大明", "1,2 3", spki), 422, "HF-1119");
    assertRefused(borrower.prepare("雷大明", "1,2 3,1001", spki), 422, "HF-1119");
    assertRefused(
        borrower.prepare("雷大明", "1,1 ".repeat(Limits.HANDWRITING_CHARS_MAX / 4) + "1,1", spki),
        422,
        "HF-1119");
    assertRefused(borrower.prepare("雷大明", "9".repeat(8 << 20), spki), 422, "HF-1119");
    assertRefused(
        borrower.send("/prepare", Map.of("shown", borrower.shown, "name", "雷大明")), 422, "HF-1118");
    HttpResponse<String> prepared = borrower.prepare("雷大明", NOTHING_DRAWN, spki);
    assertRefused(borrower.finish(prepared, key("secp256r1")), 422, "HF-1027");
    String digest = value(prepared.body(), "prepared");
    assertRefused(borrower.finish(digest, new byte[64]), 422, "HF-1027");
    assertRefused(borrower.finish("0".repeat(64), new byte[64]), 409, "HF-1121");
    assertThat(lender.browser.get(lender.at + "/iou").body()).contains("签了 0 人");
    assertThat(borrower.finish(prepared, borrower.pair).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSentBackIsChangedAndAskedAgain() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    Signer borrower = signer(lender.invite("borrower"));
    borrower.open();
    assertThat(
            borrower
                .browser
                .post(borrower.link + "/back", Map.of("note", "是五月还", "_csrf", borrower.csrf))
                .body())
        .contains("退回去了");
    assertThat(lender.browser.get(lender.at + "/iou").body()).contains("是五月还");
    assertRefused(borrower.prepare("雷大明"), 410, "HF-1116");
    Map<String, String> changed = lender.typed();
    changed.put("due", "2027-05-31");
    lender.write(changed);
    lender.draw();
    assertThat(borrower.read()).contains("2027-05-31");
  }

  /** A signature never stands under another text: a change after it begins a new IOU. */
  @Test
  void aChangeAfterASignatureBeginsAnew() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    Signer borrower = signer(lender.invite("borrower"));
    borrower.sign("雷大明");
    Map<String, String> changed = lender.typed();
    changed.put("sum", "12000");
    lender.write(changed);
    assertThat(lender.draw()).contains("签了 0 人，一共 2 人", "12,000.00");
    assertRefused(borrower.browser.get(borrower.link), 404, "HF-501");
  }

  @Test
  void anotherPersonSeesNothingAndErasureTakesItAway() throws Exception {
    Lender lender = new Lender();
    lender.write(lender.typed());
    lender.draw();
    String link = lender.invite("borrower");
    TestHouse.Browser other = house.browser();
    for (String path : new String[] {"/iou", "/iou.pdf"}) {
      assertRefused(other.get(lender.at + path), 404, "HF-601");
    }
    lender.browser.post(lender.at + "/erase", Map.of("_csrf", lender.browser.tokenOf(lender.at)));
    assertThat(lender.browser.get(lender.at + "/iou").statusCode()).isEqualTo(404);
    assertThat(other.get(link).statusCode()).isIn(404, 410);
  }

  @Test
  void theIssuingKeyIsForItsOwnerOnly() throws Exception {
    Path file = house.folder().resolve("issuer.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    byte[] before = house.room(Issuer.class).certificate().getEncoded();
    house.restartPages();
    assertThat(house.room(Issuer.class).certificate().getEncoded()).isEqualTo(before);
  }
}
