package dev.hufu.app.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Locale.ROOT;

import dev.hufu.app.history.TextTable;
import dev.hufu.app.ops.Terminal;
import dev.hufu.evidence.leaf.SmVectors;
import dev.hufu.evidence.time.TokenVectors;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.text.Wording;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofVerifier;
import dev.hufu.tlog.merkle.SubtreeVerifier;
import dev.hufu.tlog.merkle.TreeHasher;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the proofs of the evidence log against public vectors: {@code merkle/*.jsonl} of
 * transparency-dev/merkle (proofs that must hold and proofs that must be refused) and the reference
 * tree of Certificate Transparency; and the checks of timestamps against answers of real
 * authorities, {@code rfc3161/}; and SM2, SM3 and HMAC-SM3 against theirs, {@code sm/}.
 */
final class ProofVectors {

  /** The files of proofs, each of one kind. */
  private enum Kind {
    INCLUSION("inclusion.jsonl"),
    CONSISTENCY("consistency.jsonl"),
    SUBTREE_INCLUSION("subtreeinclusion.jsonl"),
    SUBTREE_CONSISTENCY("subtreeconsistency.jsonl");

    private final String file;

    Kind(String file) {
      this.file = file;
    }
  }

  private static final String TOKENS = "rfc3161";
  private static final String REFERENCE_TREE = "rfc6962-reference-tree.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ProofVerifier whole = new ProofVerifier();
  private final SubtreeVerifier part = new SubtreeVerifier();
  private final TreeHasher hasher = new TreeHasher();
  private final Terminal terminal;
  private final TextTable table = new TextTable(1);
  private final List<String> wrong = new ArrayList<>();

  ProofVectors(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints the table; whether every vector came out as its authors say. */
  Outcome<Boolean> evaluate(Path data) {
    table.row(
        word("文件", "file"),
        word("应成立", "must hold"),
        word("应拒绝", "must be refused"),
        word("不符", "differ"));
    try {
      Path folder = data.resolve("merkle");
      for (Kind kind : Kind.values()) {
        proofs(kind, folder.resolve(kind.file));
      }
      referenceTree(folder.resolve(REFERENCE_TREE));
      tokens(data.resolve(TOKENS));
      national(data.resolve("sm"));
    } catch (IOException | JacksonException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
    table.print(terminal.out());
    wrong.forEach(terminal.out()::println);
    return Outcome.of(wrong.isEmpty());
  }

  private void proofs(Kind kind, Path file) throws IOException {
    int hold = 0;
    int refused = 0;
    int before = wrong.size();
    for (String line : Files.readAllLines(file)) {
      JsonNode vector = JSON.readTree(line);
      boolean mustFail = vector.required("wantErr").asBoolean();
      Optional<Flaw> flaw = check(kind, vector);
      if (flaw.isPresent() != mustFail) {
        String said = flaw.map(Flaw::toString).orElse("-");
        wrong.add(vector.required("file").asString() + ": " + said);
      }
      hold += mustFail ? 0 : 1;
      refused += mustFail ? 1 : 0;
    }
    table.row(kind.file, hold, refused, wrong.size() - before);
  }

  private Optional<Flaw> check(Kind kind, JsonNode v) {
    List<Hash> proof = new ArrayList<>();
    for (JsonNode hash : v.required("proof")) {
      switch (Hash.parse(hash.asString(), "proof")) {
        case Checked.Sound<Hash>(var sound) -> proof.add(sound);
        case Checked.Flawed<Hash>(var flaw) -> {
          return Optional.of(flaw);
        }
      }
    }
    return switch (kind) {
      case INCLUSION, SUBTREE_INCLUSION -> inclusion(kind, v, proof);
      case CONSISTENCY ->
          whole.consistency(
              number(v, "size1"), root(v, "root1"), number(v, "size2"), root(v, "root2"), proof);
      case SUBTREE_CONSISTENCY ->
          part.consistency(
              number(v, "start"),
              number(v, "end"),
              root(v, "root1"),
              number(v, "size"),
              root(v, "root2"),
              proof);
    };
  }

  private Optional<Flaw> inclusion(Kind kind, JsonNode v, List<Hash> proof) {
    if (!(read(v, "leafHash") instanceof Checked.Sound<Hash>(var leaf))
        || !(read(v, "root") instanceof Checked.Sound<Hash>(var root))) {
      return Optional.of(new Flaw(Reason.BAD_HASH, "leaf or root"));
    }
    long index = number(v, "leafIdx");
    return kind == Kind.INCLUSION
        ? whole.inclusion(leaf, index, number(v, "treeSize"), proof, root)
        : part.inclusion(leaf, index, number(v, "start"), number(v, "end"), proof, root);
  }

  private static Checked<Hash> read(JsonNode vector, String name) {
    return Hash.parse(vector.required(name).asString(), name);
  }

  /** One vector wants two equal roots that are no hashes to agree: a hash stands in for such. */
  private Hash root(JsonNode vector, String name) {
    byte[] bytes = Base64.getDecoder().decode(vector.required(name).asString());
    return bytes.length == Hash.BYTES ? Hash.of(bytes) : hasher.leaf(bytes);
  }

  /** The vectors write minus one as 2^64 - 1. */
  private static long number(JsonNode vector, String name) {
    BigInteger number = vector.required(name).bigIntegerValue();
    return number.bitLength() < Long.SIZE ? number.longValueExact() : -1;
  }

  private void referenceTree(Path file) throws IOException {
    JsonNode tree = JSON.readTree(Files.readString(file));
    int before = wrong.size();
    Frontier frontier = new Frontier();
    same("0", tree.required("empty_root"), frontier);
    for (int i = 0; i < tree.required("leaves_hex").size(); i++) {
      byte[] leaf = HexFormat.of().parseHex(tree.required("leaves_hex").required(i).asString());
      frontier.append(hasher.leaf(leaf));
      same(String.valueOf(i + 1), tree.required("roots_hex").required(i), frontier);
    }
    table.row(REFERENCE_TREE, frontier.size() + 1, 0, wrong.size() - before);
  }

  /** Answers of real authorities; a folder without them says so instead of passing for sound. */
  private void tokens(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      table.row(TOKENS, word("没有", "absent"), word("没有", "absent"), 0);
      return;
    }
    int before = wrong.size();
    List<TokenVectors.Row> rows = TokenVectors.evaluate(folder);
    rows.stream().filter(row -> !row.passed()).forEach(row -> wrong.add(row.toString()));
    table.row(TOKENS, rows.size(), 0, wrong.size() - before);
  }

  /** SM3, HMAC-SM3 and SM2; a folder without them says so. */
  private void national(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      table.row("sm", word("没有", "absent"), word("没有", "absent"), 0);
      return;
    }
    int before = wrong.size();
    JsonNode digests = JSON.readTree(Files.readString(folder.resolve("sm3.json")));
    for (JsonNode one : digests) {
      String found = SmVectors.sm3(ascii(one, "message_ascii"));
      equal("sm3.json", one.required("digest").asString(), found);
    }
    table.row("sm3.json", digests.size(), 0, wrong.size() - before);
    macs(folder.resolve("wycheproof-hmac-sm3.json"));
    int signed = wrong.size();
    JsonNode signatures = JSON.readTree(Files.readString(folder.resolve("sm2-sign.json")));
    for (JsonNode one : signatures) {
      signature(one);
    }
    table.row("sm2-sign.json", signatures.size(), signatures.size(), wrong.size() - signed);
  }

  /** Tags may be cut; a tag that was changed must not come out. */
  private void macs(Path file) throws IOException {
    int before = wrong.size();
    int hold = 0;
    int refused = 0;
    for (JsonNode group : JSON.readTree(Files.readString(file)).required("testGroups")) {
      for (JsonNode test : group.required("tests")) {
        boolean sound = test.required("result").asString().equals("valid");
        String tag = test.required("tag").asString();
        String found = SmVectors.hmac(hex(test, "key"), hex(test, "msg"));
        if (found.substring(0, Math.min(tag.length(), found.length())).equals(tag) != sound) {
          wrong.add(file.getFileName() + ": " + test.required("tcId").asInt());
        }
        hold += sound ? 1 : 0;
        refused += sound ? 0 : 1;
      }
    }
    table.row(String.valueOf(file.getFileName()), hold, refused, wrong.size() - before);
  }

  /** The signature comes out to the digit and holds; over another message it does not. */
  private void signature(JsonNode one) {
    byte[] message = ascii(one, "message");
    byte[] id = ascii(one, "user_id");
    BigInteger key = new BigInteger(one.required("private_key").asString(), 16);
    BigInteger nonce = new BigInteger(one.required("nonce_k").asString(), 16);
    String known = (one.required("r").asString() + one.required("s").asString()).toLowerCase(ROOT);
    equal("sm2-sign.json", known, SmVectors.sm2(key, nonce, id, message));
    byte[] other = message.clone();
    other[0] ^= 1;
    if (!SmVectors.sm2Holds(key, id, message, known) || SmVectors.sm2Holds(key, id, other, known)) {
      wrong.add("sm2-sign.json: verify");
    }
  }

  private void equal(String file, String known, String found) {
    if (!known.equals(found)) {
      wrong.add(file + ": " + found + " ≠ " + known);
    }
  }

  private static byte[] ascii(JsonNode vector, String name) {
    return vector.required(name).asString().getBytes(US_ASCII);
  }

  private static byte[] hex(JsonNode vector, String name) {
    return HexFormat.of().parseHex(vector.required(name).asString());
  }

  private void same(String size, JsonNode root, Frontier frontier) {
    if (!frontier.root().toString().equals(root.asString())) {
      wrong.add(REFERENCE_TREE + ": " + size);
    }
  }

  private String word(String zh, String en) {
    return new Wording(zh, en).in(terminal.lang());
  }
}
