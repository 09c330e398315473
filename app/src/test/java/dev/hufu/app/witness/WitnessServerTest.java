package dev.hufu.app.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofBuilder;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteSigner;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.tile.GrowingTiles;
import dev.hufu.tlog.tile.Tile;
import dev.hufu.tlog.tile.TileNodes;
import dev.hufu.tlog.witness.AddCheckpoint;
import dev.hufu.tlog.witness.Ruling;
import dev.hufu.tlog.witness.Witness;
import dev.hufu.tlog.witness.WitnessAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: this witness cosigns one story of each log, whatever happens to it. Method: a real server
 * on a folder, killed between what it keeps and what it answers, asked for forks, given broken
 * files.
 */
class WitnessServerTest {

  private static final String ORIGIN = "log.example/1";
  private static final NoteSigner LOG = Ed25519Signer.of(ORIGIN, new byte[32]);
  private static final Map<String, List<NoteVerifier>> LOGS =
      Map.of(ORIGIN, List.of(CosignatureVerifier.of(LOG.key())));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private WitnessKeys keys() {
    return WitnessKeys.open(folder, Optional.of("test/w")).orThrow();
  }

  private WitnessServer open() {
    return WitnessServer.open("127.0.0.1", 0, folder, keys(), LOGS, CLOCK).orThrow();
  }

  /** A request from one size of a log to another; two stories differ in every leaf. */
  private static byte[] request(char story, int from, int to) {
    Frontier tree = new Frontier();
    GrowingTiles tiles = new GrowingTiles();
    for (int leaf = 0; leaf < to; leaf++) {
      Hash hash = new TreeHasher().leaf((story + "" + leaf).getBytes(StandardCharsets.UTF_8));
      tree.append(hash);
      tiles.append(hash);
    }
    List<Tile> grown = tiles.cut().tiles();
    TileNodes nodes =
        new TileNodes(
            to,
            id -> grown.stream().filter(tile -> tile.id().equals(id)).map(Tile::bytes).findFirst());
    List<Hash> proof = new ProofBuilder(nodes).consistency(from, to).orThrow();
    return new AddCheckpoint(from, proof, note(tree)).bytes();
  }

  private static SignedNote note(Frontier tree) {
    return SignedNote.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()).text(), List.of(LOG));
  }

  private static HttpResponse<String> ask(
      WitnessServer server, String method, String path, byte[] body)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).method(method, BodyPublishers.ofByteArray(body)).build(),
          BodyHandlers.ofString());
    }
  }

  private static HttpResponse<String> add(WitnessServer server, byte[] body)
      throws IOException, InterruptedException {
    return ask(server, "POST", "/add-checkpoint", body);
  }

  @Test
  void cosignsWithBothKeysAndRemembersOverARestart() throws Exception {
    try (WitnessServer server = open()) {
      byte[] first = request('a', 0, 5);
      HttpResponse<String> answer = add(server, first);
      assertThat(answer.statusCode()).isEqualTo(200);
      SignedNote note = AddCheckpoint.parse(first).orThrow().note();
      List<CosignatureVerifier> known =
          keys().publicKeys().stream().map(CosignatureVerifier::new).toList();
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      assertThat(WitnessAnswer.cosignatures(note, body, known).orThrow()).hasSize(2);
      String printed = ask(server, "GET", "/keys", new byte[0]).body();
      assertThat(printed.lines().toList())
          .isEqualTo(keys().publicKeys().stream().map(Object::toString).toList());
    }
    try (WitnessServer again = open()) {
      HttpResponse<String> stale = add(again, request('a', 0, 7));
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).isEqualTo("5\n");
      assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(add(again, request('a', 5, 7)).statusCode()).isEqualTo(200);
    }
  }

  /** What a kill leaves behind after the state was kept and before the answer went out. */
  @Test
  void killedBeforeItsAnswerItStillCosignsNoOtherStory() throws Exception {
    byte[] asked = request('a', 0, 5);
    SeenFiles seen = new SeenFiles(folder);
    Ruling ruling = new Witness(LOGS, keys().cosigners()).judge(asked, seen::find);
    assertThat(ruling).isInstanceOf(Ruling.Advance.class);
    assertThat(seen.move((Ruling.Advance) ruling)).isTrue();
    assertThat(seen.move((Ruling.Advance) ruling)).as("from where it was judged only").isFalse();
    Files.writeString(folder.resolve("seen-half.txt.new"), "half a fi");
    try (WitnessServer server = open()) {
      assertThat(add(server, request('b', 0, 5)).statusCode()).isEqualTo(409);
      assertThat(add(server, request('b', 5, 5)).statusCode()).isEqualTo(409);
      assertThat(add(server, request('b', 5, 9)).statusCode()).isEqualTo(422);
      assertThat(add(server, request('a', 5, 5)).statusCode()).as("once more").isEqualTo(200);
      assertThat(add(server, request('a', 5, 9)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatItCannotReadOrKeepItDoesNotCosign() throws Exception {
    try (WitnessServer server = open()) {
      assertThat(add(server, request('a', 0, 5)).statusCode()).isEqualTo(200);
      Path state;
      try (Stream<Path> files = Files.list(folder)) {
        state =
            files
                .filter(file -> file.getFileName().toString().startsWith("seen-"))
                .findFirst()
                .orElseThrow();
      }
      String kept = Files.readString(state);
      Files.writeString(state, "nonsense");
      assertThat(add(server, request('a', 5, 6)).statusCode()).isEqualTo(500);
      Files.writeString(state, kept);
      // A folder in the place of the new file is as good as a full disk.
      Path blocked = Files.createDirectories(state.resolveSibling(state.getFileName() + ".new"));
      Path inside = Files.createFile(blocked.resolve("x"));
      assertThat(add(server, request('a', 5, 6)).statusCode()).isEqualTo(500);
      Files.delete(inside);
      Files.delete(blocked);
      assertThat(add(server, request('a', 5, 6)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void strangersGetNoMoreThanAnAnswer() throws Exception {
    try (WitnessServer server = open()) {
      assertThat(add(server, new byte[0]).statusCode()).isEqualTo(400);
      assertThat(add(server, new byte[TlogLimits.WITNESS_REQUEST_BYTES_MAX + 1]).statusCode())
          .isEqualTo(413);
      assertThat(ask(server, "GET", "/add-checkpoint", new byte[0]).statusCode()).isEqualTo(405);
      assertThat(ask(server, "GET", "/", new byte[0]).statusCode()).isEqualTo(404);
      assertThat(
              WitnessServer.open("127.0.0.1", 0, folder, keys(), LOGS, CLOCK)
                  .findRefusal()
                  .map(Refusal::code))
          .as("one witness a folder")
          .contains(Code.WITNESS_RUNNING);
    }
  }

  @Test
  void filesThatCannotBeReadAreToldWithTheirPlace() throws IOException {
    Path logs = folder.resolve("logs");
    Files.writeString(logs, "# known\n\n" + LOG.key() + "\n");
    assertThat(KnownLogs.read(logs).orThrow()).containsOnlyKeys(ORIGIN);
    Files.writeString(logs, "# known\nnonsense\n");
    assertThat(KnownLogs.read(logs).findRefusal().orElseThrow().toString())
        .contains("HF-1138", ":2");
    String name = keys().publicKeys().getFirst().name();
    assertThat(name).isEqualTo("test/w");
    assertThat(WitnessKeys.open(folder, Optional.of("other")).findRefusal()).isPresent();
    Files.writeString(folder.resolve("witness.key"), "half");
    assertThat(WitnessKeys.open(folder, Optional.empty()).findRefusal()).isPresent();
  }
}
