package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.custody.BundleDesk;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.time.TimeRequest;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.Access;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.store.MatterId;
import dev.hufu.store.Purpose;
import dev.hufu.tlog.bundle.BundleVerifier;
import dev.hufu.tlog.bundle.Check;
import dev.hufu.tlog.bundle.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a person keeps originals with a matter and takes a bundle away that others can check; a
 * stranger gets nothing. Method: a real house; the bundles go to the verifier that runs alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceTest {

  private static final Pattern MATTER = Pattern.compile("/m/(M-[0-9A-Z]{8})");
  private static final Pattern FILE = Pattern.compile("/evidence/(E-[0-9A-Z]{8})");

  @TempDir private static Path folder;

  private TestHouse house;
  private TestHouse.Browser person;
  private String matter = "";

  @BeforeAll
  void decide() throws Exception {
    house = new TestHouse(folder);
    person = house.browser();
    String token = person.tokenOf("/request");
    HttpResponse<String> decided =
        person.post("/request", Map.of("chat", "在吗？能不能给我借1000块钱？明天就还你", "_csrf", token));
    Matcher id = MATTER.matcher(decided.headers().firstValue("Location").orElse(""));
    assertThat(id.find()).isTrue();
    matter = id.group(1);
  }

  @AfterAll
  void close() {
    house.close();
  }

  private HttpResponse<String> upload(TestHouse.Browser browser, String kind, String clock)
      throws Exception {
    String token = browser.tokenOf("/request");
    return browser.upload(
        "/m/" + matter + "/evidence",
        Map.of(
            "_csrf",
            token,
            "kind",
            kind,
            "title",
            "转账凭证",
            "source",
            "我从银行 App 下载",
            "device",
            "我的手机",
            "app",
            "招商银行",
            "how",
            "下载",
            "clock",
            clock),
        "v.png",
        "image/png",
        "picture of " + kind);
  }

  @Test
  @Order(1)
  void originalsAreKeptWithWhereTheyComeFrom() throws Exception {
    String fast = "" + (house.clock.instant().toEpochMilli() + 2_500);
    assertThat(upload(person, "voucher", fast).statusCode()).isEqualTo(303);
    assertThat(upload(person, "screenshot", "").statusCode()).isEqualTo(303);
    String page = person.get("/m/" + matter + "/evidence").body();
    assertThat(page).contains("我从银行 App 下载，我的手机，招商银行，下载；设备时钟快 2.5 秒").contains("截图的分量比原件低", "转账凭证");
    Matcher id = FILE.matcher(page);
    assertThat(id.find()).isTrue();
    HttpResponse<String> back = person.get("/m/" + matter + "/evidence/" + id.group(1));
    assertThat(back.body()).isEqualTo("picture of voucher");
    assertThat(back.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
  }

  @Test
  @Order(2)
  void whatIsIncompleteComesBack() throws Exception {
    HttpResponse<String> answer = upload(person, "iou-signed", "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("HF-1098", "我从银行 App 下载");
  }

  @Test
  @Order(3)
  void aStrangerGetsNothing() throws Exception {
    TestHouse.Browser stranger = house.browser();
    assertThat(stranger.get("/m/" + matter + "/evidence").statusCode()).isEqualTo(404);
    assertThat(upload(stranger, "voucher", "").statusCode()).isEqualTo(404);
    String token = stranger.tokenOf("/request");
    assertThat(
            stranger.post("/m/" + matter + "/evidence/bundle", Map.of("_csrf", token)).statusCode())
        .isEqualTo(404);
  }

  private BundleDesk.Export export(Profile profile, List<String> redact) throws Exception {
    BundleDesk desk = house.room(BundleDesk.class);
    Access access = new Access(Purpose.EXPORT, "test", house.clock.instant());
    long until = System.nanoTime() + 60_000_000_000L;
    while (true) {
      BundleDesk.Export export =
          desk.export(new MatterId(matter), profile, redact, access).orThrow();
      if (export.waiting() == 0) {
        return export;
      }
      assertThat(System.nanoTime()).as("logged in time").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private static Report verify(Octets zip) {
    return BundleVerifier.verify(zip.bytes(), Optional.empty());
  }

  @Test
  @Order(4)
  void aBundleHoldsAndEachRecipientGetsWhatIsTheirs() throws Exception {
    house
        .room(DocumentBook.class)
        .keep(
            new MatterId(matter),
            NewDocument.printed(DocumentKind.IOU_SIGNED, "借条", Octets.ofHex("25504446")),
            "test",
            house.clock.instant())
        .orThrow();
    BundleDesk.Export court = export(Profile.COURT, List.of());
    assertThat(court.items()).isEqualTo(4);
    assertThat(verify(court.zip()).text(true)).contains("ML-DSA-44").doesNotContain("FAIL");
    assertThat(export(Profile.PLATFORM, List.of()).items()).isEqualTo(2);
    assertThat(export(Profile.INSURER, List.of()).items()).isEqualTo(3);
    Report redacted = verify(export(Profile.COURT, List.of("2")).zip());
    assertThat(redacted.exitCode()).isZero();
    assertThat(redacted.text(true)).contains("1 redacted");
    Access access = new Access(Purpose.EXPORT, "test", house.clock.instant());
    assertThat(
            house
                .room(BundleDesk.class)
                .export(new MatterId(matter), Profile.COURT, List.of("9"), access)
                .findRefusal()
                .orElseThrow()
                .code())
        .isEqualTo(Code.BUNDLE_NO_ITEM);
    HttpResponse<String> page =
        person.post(
            "/m/" + matter + "/evidence/bundle",
            Map.of("_csrf", person.tokenOf("/request"), "profile", "police"));
    assertThat(page.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(page.headers().firstValue("Content-Disposition").orElse(""))
        .contains("hufu-" + matter + "-police.zip");
  }

  /** No authority answered when it was kept; one did later, over a checkpoint with the entry. */
  @Test
  @Order(5)
  void aTimeThatComesLateIsNamedBesideTheFileAndGoesIntoTheBundle() throws Exception {
    String page = "/m/" + matter + "/evidence";
    assertThat(person.get(page).body()).contains("公开日志第 ", "时间待定");
    LogHead head = house.room(LogBook.class).head().orElseThrow();
    Instant later = Instant.parse("2026-11-23T01:02:00Z");
    TestAuthority authority = TestAuthority.open(later);
    byte[] checkpoint = head.checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8);
    TimeRequest request = TimeRequest.of(Digest.of(checkpoint), BigInteger.valueOf(5));
    TimeToken token =
        TimeToken.check(
                authority.answer(request.bytes(), later), request, List.of(authority.root()), later)
            .orThrow();
    house.room(CheckpointBook.class).timed(head, "测试授时", token.der(), token.at(), later);
    assertThat(person.get(page).body())
        .contains("最迟 ", "测试授时 给的时间", "09:02")
        .doesNotContain("时间待定");
    Octets zip = export(Profile.COURT, List.of()).zip();
    assertThat(verify(zip).exitCode()).isZero();
    assertThat(new String(zip.bytes(), StandardCharsets.ISO_8859_1))
        .contains("data/log/time/0001.tst");
  }

  @Test
  @Order(6)
  void theCommandsDoTheSameWithoutThePages() throws Exception {
    house.close();
    Path out = folder.resolve("court.zip");
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(told, true, StandardCharsets.UTF_8);
    String[] export = {
      "evidence", "export", matter, "--profile", "court", "--redact", "1", "--out", out.toString()
    };
    Map<String, String> home = Map.of("HUFU_HOME", folder.toString());
    assertThat(Main.run(export, home, print, print))
        .as(told.toString(StandardCharsets.UTF_8))
        .isZero();
    String[] verify = {"evidence", "verify", out.toString()};
    assertThat(Main.run(verify, home, print, print)).isZero();
    byte[] bytes = Files.readAllBytes(out);
    bytes[bytes.length / 2] ^= 1;
    Files.write(out, bytes);
    assertThat(Main.run(verify, home, print, print)).isEqualTo(Check.ARCHIVE.exitCode());
    export[4] = "neighbour";
    assertThat(Main.run(export, home, print, print)).isEqualTo(4);
    export[4] = "court";
    export[2] = "M-00000000";
    assertThat(Main.run(export, home, print, print)).isEqualTo(4);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("4 项", "处都对", "HF-1096");
    for (String word : List.of("export", "verify")) {
      String[] help = {"evidence", word, "--help", "--lang", "en"};
      assertThat(Main.run(help, home, print, print)).isZero();
    }
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(
            "their proofs stand", "Id of the matter", "Whom you believe", "The bundle, a zip");
    house = new TestHouse(folder);
  }
}
