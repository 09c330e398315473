package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.tlog.checkpoint.OpenCheckpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.proof.LogProof;
import dev.hufu.tlog.tile.EntryBundle;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a stranger can check the log over HTTP, and a document by its digest, without believing the
 * server. Method: a real house that decides; everything is fetched and verified from outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogTest {

  private static final Pattern LEAF = Pattern.compile("/log/proof/([0-9a-f]{64})\\.tlog-proof");

  @TempDir private static Path folder;

  private TestHouse house;
  private TestHouse.Browser stranger;

  @BeforeAll
  void decide() throws Exception {
    house = new TestHouse(folder);
    stranger = house.browser();
    TestHouse.Browser person = house.browser();
    for (int times = 0; times < 3; times++) {
      String token = person.tokenOf("/request");
      var _ = person.post("/request", Map.of("chat", "在吗？能不能给我借1000块钱？明天就还你", "_csrf", token));
    }
    waitFor(3);
  }

  @AfterAll
  void close() {
    house.close();
  }

  /** The log publishes a fraction of a second after the commit. */
  private void waitFor(long size) throws Exception {
    long until = System.nanoTime() + 60_000_000_000L;
    while (sizeNow() < size) {
      assertThat(System.nanoTime()).as("published in time").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private long sizeNow() throws IOException, InterruptedException {
    HttpResponse<String> checkpoint = stranger.get("/log/checkpoint");
    return checkpoint.statusCode() == 200
        ? Long.parseLong(checkpoint.body().lines().skip(1).findFirst().orElseThrow())
        : -1;
  }

  private List<NoteKey> keys() throws IOException, InterruptedException {
    return stranger.get("/log/keys").body().lines().map(l -> NoteKey.parse(l).orThrow()).toList();
  }

  private OpenCheckpoint checkpoint() throws IOException, InterruptedException {
    List<NoteKey> keys = keys();
    assertThat(keys).hasSize(2);
    return OpenCheckpoint.open(
            stranger.bytes("/log/checkpoint").body(),
            keys.getFirst().name(),
            keys.stream().map(CosignatureVerifier::of).toList())
        .orThrow();
  }

  @Test
  void entriesTilesAndSignedCheckpointFitEachOther() throws Exception {
    OpenCheckpoint open = checkpoint();
    assertThat(open.verified()).as("Ed25519 and ML-DSA-44").hasSize(2);
    int size = (int) open.checkpoint().size();
    HttpResponse<byte[]> bundle = stranger.bytes("/log/tile/entries/000.p/" + size);
    HttpResponse<byte[]> tile = stranger.bytes("/log/tile/0/000.p/" + size);
    Frontier tree = new Frontier();
    int at = 0;
    for (byte[] entry : EntryBundle.decode(bundle.body(), size).orThrow()) {
      assertThat(new String(entry, StandardCharsets.UTF_8))
          .startsWith("{\"at\":\"2026-11-21T12:00:00Z\",\"commitment\":{\"sha256\":\"")
          .doesNotContain("M-", "D-", "1000");
      Hash leaf = new TreeHasher().leaf(entry);
      assertThat(Hash.at(tile.body(), at++ * Hash.BYTES)).isEqualTo(leaf);
      tree.append(leaf);
    }
    assertThat(tree.root()).isEqualTo(open.checkpoint().root());
    assertThat(bundle.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    HttpResponse<byte[]> note = stranger.bytes("/log/checkpoint");
    assertThat(note.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(note.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(note.headers().allValues("Set-Cookie")).as("nobody is followed").isEmpty();
  }

  @Test
  void whatTheCheckpointDoesNotCoverIsNotThere() throws Exception {
    for (String path :
        List.of(
            "/log/tile/0/000",
            "/log/tile/0/001.p/1",
            "/log/tile/1/000.p/1",
            "/log/tile/entries/000",
            "/log/tile/0/000.p/0",
            "/log/tile/0/000.p/256",
            "/log/tile/9/000.p/1",
            "/log/tile/0/00.p/1",
            "/log/epoch/1/checkpoint")) {
      assertThat(stranger.bytes(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.bytes("/log/epoch/0/checkpoint").statusCode()).isEqualTo(200);
  }

  @Test
  void aProofCanBeTakenAwayAndHoldsAlone() throws Exception {
    int size = (int) checkpoint().checkpoint().size();
    byte[] tile = stranger.bytes("/log/tile/0/000.p/" + size).body();
    Hash leaf = Hash.at(tile, Hash.BYTES);
    HttpResponse<byte[]> file = stranger.bytes("/log/proof/" + leaf + ".tlog-proof");
    LogProof proof = LogProof.parse(file.body()).orThrow();
    assertThat(proof.index()).isEqualTo(1);
    Policy policy = Policy.of(keys().getFirst());
    assertThat(proof.verify(leaf, policy).problem()).isEmpty();
    assertThat(proof.verify(Hash.at(tile, 0), policy).problem()).isPresent();
  }

  @Test
  void thePageTellsWhatItFoundAndWhatNot() throws Exception {
    String page = stranger.get("/log").body();
    assertThat(page).contains("这份文件，", "最近的条目", "决定");
    int size = (int) checkpoint().checkpoint().size();
    Hash leaf = Hash.at(stranger.bytes("/log/tile/0/000.p/" + size).body(), 0);
    String found = stranger.get("/log?digest=" + leaf.toString().toUpperCase()).body();
    assertThat(found).contains("没有改过", "第 1 条");
    Matcher link = LEAF.matcher(found);
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo(leaf.toString());
    assertThat(stranger.get("/log?digest=" + "0".repeat(64)).body()).contains("HF-1075", "对不上");
    assertThat(stranger.get("/log?digest=%3Cb%3Exyz").body()).contains("HF-1076", "&lt;b&gt;xyz");
  }

  @Test
  void anOlderDatabaseDoesNotSignAgain() throws Exception {
    Path marker = folder.resolve("log.seen");
    String seen = Files.readString(marker);
    List<String> lines = seen.lines().toList();
    long size = Long.parseLong(lines.get(1));
    try {
      Files.writeString(marker, seen.replaceFirst("\n" + size + "\n", "\n" + (size + 5) + "\n"));
      house.restartPages();
      assertThat(stranger.get("/log").body()).contains("HF-1072", "日志停着");
      assertThat(stranger.get("/log/checkpoint").statusCode()).isEqualTo(404);
      Files.writeString(marker, seen.replace(lines.get(2), TreeHasher.EMPTY.base64()));
      house.restartPages();
      assertThat(stranger.get("/log").body()).contains("HF-1073");
      Files.delete(marker);
      house.restartPages();
      assertThat(stranger.get("/log").body()).contains("HF-1074");
    } finally {
      Files.writeString(marker, seen);
      house.restartPages();
      waitFor(3);
    }
    assertThat(stranger.get("/log/checkpoint").body()).startsWith(lines.getFirst());
  }
}
