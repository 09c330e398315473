package dev.hufu.evidence.bundle;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.keep.Origin;
import dev.hufu.evidence.keep.Statement;
import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.evidence.time.TimeRequest;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofBuilder;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.proof.LogProof;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Bundles of made-up matters: a log of as many entries as items, signed by keys of tests. */
final class Bundles {

  static final Instant MADE = Instant.parse("2026-11-22T06:00:00Z");
  static final String ORIGIN = "hufu.local/test/0";
  static final Ed25519Signer LOG = Ed25519Signer.of(ORIGIN, seed(1));
  private static final Cosigner LOG_PQ = Cosigner.mlDsa44(ORIGIN, seed(2));
  static final Cosigner WITNESS = Cosigner.ed25519("witness.example/w", seed(3));
  static final TestAuthority AUTHORITY = TestAuthority.open(MADE);

  private Bundles() {}

  static byte[] seed(int fill) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) fill);
    return seed;
  }

  /** One item before it is logged. */
  private record Raw(Statement statement, Octets file, Octets salt, Leaf leaf) {}

  private static Raw raw(int number) {
    DocumentKind kind = number % 3 == 0 ? DocumentKind.SCREENSHOT : DocumentKind.VOUCHER;
    byte[] bytes = ("转账凭证 " + number + "\n").repeat(200).getBytes(StandardCharsets.UTF_8);
    NewDocument fresh =
        NewDocument.captured(
            kind,
            "转账凭证 " + number,
            "text/plain",
            Octets.of(bytes),
            Origin.of("银行 App 下载", "我的手机", "招商银行", "下载", OptionalLong.of(-1250)));
    Statement statement =
        new Statement(
            "E-%08d".formatted(number),
            "M-7Q4K2M9F",
            kind,
            fresh.title(),
            fresh.mediaType(),
            bytes.length,
            fresh.content().digest(),
            MADE.minusSeconds(3_600),
            "P-7Q4K2M9F",
            fresh.origin());
    byte[] salt = seed(number % 100 + 7);
    Leaf leaf = Leaf.of(kind.leafKind(), statement.keptAt(), Commitment.to(salt, statement.text()));
    return new Raw(statement, fresh.content(), Octets.of(salt), leaf);
  }

  /** A bundle of so many items. */
  static BundleContents of(int count, Set<Integer> redacted) {
    TreeHasher hasher = new TreeHasher();
    Frontier tree = new Frontier();
    List<Raw> raws = new ArrayList<>();
    List<Hash> leaves = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Raw raw = raw(number);
      raws.add(raw);
      leaves.add(hasher.leaf(raw.leaf().bytes()));
      tree.append(leaves.getLast());
    }
    String text = new Checkpoint(ORIGIN, count, tree.root()).text();
    SignedNote own = SignedNote.sign(text, List.of(LOG, LOG_PQ.at(0)));
    SignedNote note = own.with(List.of(WITNESS.at(MADE.getEpochSecond())));
    List<BundleItem> items = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      items.add(item(raws.get(at), proof(leaves, at, note), redacted.contains(at + 1)));
    }
    return new BundleContents(
        "M-7Q4K2M9F",
        Profile.COURT,
        MADE,
        items,
        List.of(new BundleContents.Log(0, note, LOG.key(), policy())),
        List.of(new BundleContents.Time(own.toString(), token(own.toString()))),
        "[]\n");
  }

  static String policy() {
    return "log "
        + LOG.key()
        + "\nlog "
        + LOG_PQ.key()
        + "\nwitness w "
        + WITNESS.key()
        + "\nquorum w\n";
  }

  private static LogProof proof(List<Hash> leaves, int at, SignedNote note) {
    List<Hash> path =
        new ProofBuilder((level, index) -> Optional.of(node(leaves, level, index)))
            .inclusion(at, leaves.size())
            .orThrow();
    return LogProof.of(at, path, note);
  }

  private static Hash node(List<Hash> leaves, int level, long index) {
    return level == 0
        ? leaves.get((int) index)
        : new TreeHasher()
            .node(node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
  }

  private static BundleItem item(Raw raw, LogProof proof, boolean redacted) {
    return new BundleItem(
        raw.leaf().kind(),
        ListRows.of(raw.statement(), raw.file()),
        new BundleItem.Content(
            Octets.of(raw.statement().text()),
            false,
            raw.salt(),
            Optional.of(raw.file()),
            ListRows.ending(raw.statement().mediaType())),
        Optional.of(new BundleItem.Logged(Octets.of(raw.leaf().bytes()), proof)),
        redacted);
  }

  private static Octets token(String note) {
    Digest digest = Digest.of(note.getBytes(StandardCharsets.UTF_8));
    TimeRequest request = TimeRequest.of(digest, BigInteger.valueOf(42));
    return TimeToken.check(
            AUTHORITY.answer(request.bytes(), MADE), request, List.of(AUTHORITY.root()), MADE)
        .orThrow()
        .der();
  }
}
