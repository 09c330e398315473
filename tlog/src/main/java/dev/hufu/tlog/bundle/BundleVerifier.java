package dev.hufu.tlog.bundle;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.bundle.Items.Item;
import dev.hufu.tlog.bundle.Items.State;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofVerifier;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.SignatureType;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyLog;
import dev.hufu.tlog.policy.PolicyReader;
import dev.hufu.tlog.policy.Quorum;
import dev.hufu.tlog.proof.LogProof;
import dev.hufu.tlog.text.CanonicalBase64;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a bundle without asking anybody: archive, manifests, commitments, entries, proofs,
 * checkpoint signatures, witnesses, and what the timestamps date.
 *
 * <p>Example: {@code BundleVerifier.verify(zip, Optional.empty())}. Keys and policy come from the
 * bundle unless the caller brings a policy; only then does the report show that this log is the one
 * the caller means. Nothing is thrown for what strangers send.
 */
public final class BundleVerifier {

  private static final String ITEMS = "data/items.txt";
  private static final Pattern LEAF =
      Pattern.compile(
          "\\{\"at\":\"[0-9TZ:.-]{10,40}\"(?:,\"by\":\"[0-9a-f]{64}\")?"
              + ",\"commitment\":\\{\"sha256\":\"(?<sha256>[0-9a-f]{64})\""
              + "(?:,\"sm3\":\"[0-9a-f]{64}\")?\\},\"kind\":\"(?<kind>[a-z][a-z0-9-]{0,39})\""
              + "(?:,\"links\":\\[\"[0-9a-f]{64}\"(?:,\"[0-9a-f]{64}\"){0,63}\\])?,\"v\":1\\}");
  private static final Pattern STATED = Pattern.compile("(?m)^sha256 ([0-9a-f]{64})$");
  private static final Pattern CHECKPOINT = Pattern.compile("data/log/[0-9]{1,6}/checkpoint");
  private static final Pattern NOTE = Pattern.compile("data/log/time/[0-9]{4}\\.note");
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Bag bag;
  private final List<Finding> findings;
  private final Map<String, Checkpoint> checkpoints = new TreeMap<>();

  private BundleVerifier(Bag bag, List<Finding> findings) {
    this.bag = bag;
    this.findings = findings;
  }

  /**
   * Checks everything that can be.
   *
   * @param own whom the caller believes, instead of what the bundle says of itself
   */
  public static Report verify(byte[] zip, Optional<Policy> own) {
    List<Finding> findings = new ArrayList<>();
    switch (ZipReader.read(zip)) {
      case Checked.Flawed<Map<String, byte[]>>(var flaw) ->
          findings.add(Finding.failed(Check.ARCHIVE, "", "读不了 " + flaw, flaw.toString()));
      case Checked.Sound<Map<String, byte[]>>(var files) -> {
        findings.add(
            Finding.held(Check.ARCHIVE, "", files.size() + " 个文件", files.size() + " files"));
        check(files, own, findings);
      }
    }
    return new Report(findings);
  }

  /** The same for files that were read already. */
  static void check(Map<String, byte[]> files, Optional<Policy> own, List<Finding> findings) {
    Bag.of(files, findings).ifPresent(bag -> new BundleVerifier(bag, findings).run(own));
  }

  private void run(Optional<Policy> own) {
    Optional<Items> items = bag.find(ITEMS).map(Bag::text).flatMap(Items::parse);
    if (items.isEmpty()) {
      failed(Check.ITEMS, ITEMS, "没有，或者不合格式", "missing or not in its form");
      return;
    }
    checkpoints(own);
    index(items.get());
    items.get().items().forEach(this::item);
    times();
    notChecked(own.isPresent());
  }

  /** Each item has its files and no other; so a redacted one cannot carry a payload unseen. */
  private void index(Items items) {
    TreeSet<String> expected = new TreeSet<>();
    items.items().forEach(item -> expected.addAll(item.files()));
    TreeSet<String> there = new TreeSet<>(bag.under("data/items/"));
    TreeSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(there);
    there.removeAll(expected);
    missing.forEach(path -> failed(Check.ITEMS, path, "少了这一份", "missing"));
    there.forEach(path -> failed(Check.ITEMS, path, "清单里没有它", "of no item"));
    if (missing.isEmpty() && there.isEmpty()) {
      long redacted = count(items, State.REDACTED);
      held(
          Check.ITEMS,
          "",
          items.items().size() + " 项，其中隐去 " + redacted + " 项",
          items.items().size() + " items, " + redacted + " redacted");
    }
  }

  private static long count(Items items, State state) {
    return items.items().stream().filter(item -> item.state() == state).count();
  }

  private void checkpoints(Optional<Policy> own) {
    for (String path : bag.under("data/log/")) {
      if (CHECKPOINT.matcher(path).matches()) {
        byte[] file = bag.find(path).orElseThrow();
        byte[] beside = bag.find(path.replace("checkpoint", "policy.txt")).orElse(new byte[0]);
        Checked<Policy> policy =
            own.map(Checked::sound).orElseGet(() -> PolicyReader.parse(beside));
        Checked<SignedNote> note = SignedNote.parse(file);
        policy
            .problem()
            .ifPresent(flaw -> failed(Check.SIGNATURE, path, "策略 " + flaw, "policy: " + flaw));
        note.problem()
            .ifPresent(flaw -> failed(Check.SIGNATURE, path, "读不了 " + flaw, flaw.toString()));
        if (policy instanceof Checked.Sound<Policy>(var believed)
            && note instanceof Checked.Sound<SignedNote>(var signed)) {
          checkpoint(path, signed, believed);
        }
      }
    }
  }

  private void checkpoint(String path, SignedNote note, Policy policy) {
    if (!(Checkpoint.parse(note.text()) instanceof Checked.Sound<Checkpoint>(var checkpoint))) {
      failed(Check.SIGNATURE, path, "不是签出点", "not a checkpoint");
      return;
    }
    List<NoteKey> keys =
        policy.logs().stream()
            .map(PolicyLog::key)
            .filter(key -> key.name().equals(checkpoint.origin()))
            .toList();
    boolean sound = keys.stream().anyMatch(key -> key.type() == SignatureType.ED25519);
    if (!sound) {
      failed(Check.SIGNATURE, path, "策略里没有这本日志的 Ed25519 公钥", "no Ed25519 key of this log");
    }
    for (NoteKey key : keys) {
      boolean signed = signed(note, key);
      sound &= signed;
      String name = key.type() == SignatureType.ED25519 ? "Ed25519" : "ML-DSA-44";
      findings.add(
          signed
              ? Finding.held(Check.SIGNATURE, path, name, name)
              : Finding.failed(Check.SIGNATURE, path, name + " 签名对不上", name + " does not verify"));
    }
    sound &= twins(path, note, keys);
    quorum(path, note, policy);
    if (sound) {
      checkpoints.put(note.toString(), checkpoint);
    }
  }

  private static boolean signed(SignedNote note, NoteKey key) {
    List<NoteSignature> lines = note.signatures().stream().filter(key::signed).toList();
    return lines.size() == 1
        && CosignatureVerifier.of(key).verifies(note.text(), lines.getFirst().bytes());
  }

  /** Text, signature and key once more, as openssl takes them: they must be the same. */
  private boolean twins(String path, SignedNote note, List<NoteKey> keys) {
    Optional<byte[]> text = bag.find(path + ".txt");
    Optional<byte[]> signature = bag.find(path + ".sig");
    Optional<byte[]> pem = bag.find(path + ".pem");
    boolean same =
        text.map(Bag::text).equals(Optional.of(note.text()))
            && keys.stream()
                .filter(key -> key.type() == SignatureType.ED25519)
                .anyMatch(
                    key ->
                        pem.map(Bag::text).equals(Optional.of(pem(key)))
                            && signature.isPresent()
                            && note.signatures().stream()
                                .filter(key::signed)
                                .anyMatch(line -> Arrays.equals(line.bytes(), signature.get())));
    if (!same) {
      failed(Check.SIGNATURE, path, "给 openssl 用的那几份不一样", "the copies for openssl differ");
    }
    return same;
  }

  /** An Ed25519 key as {@code openssl pkeyutl} reads it (RFC 8410). */
  public static String pem(NoteKey key) {
    byte[] material = key.material();
    byte[] der = Arrays.copyOf(ED25519_SPKI, ED25519_SPKI.length + material.length);
    System.arraycopy(material, 0, der, ED25519_SPKI.length, material.length);
    return "-----BEGIN PUBLIC KEY-----\n"
        + CanonicalBase64.encode(der)
        + "\n-----END PUBLIC KEY-----\n";
  }

  private void quorum(String path, SignedNote note, Policy policy) {
    Checked<Policy.Accepted> accepted = policy.check(note);
    if (accepted instanceof Checked.Sound<Policy.Accepted>(var held)) {
      int count = held.cosignatures().size();
      if (policy.quorum() instanceof Quorum.None) {
        held(Check.WITNESS, path, "策略没有要求见证方；共 " + count, "none asked for; " + count);
      } else {
        held(Check.WITNESS, path, count + " 方见证", count + " cosigned");
      }
    } else if (accepted
        .problem()
        .filter(flaw -> flaw.reason() == Reason.QUORUM_NOT_MET)
        .isPresent()) {
      failed(Check.WITNESS, path, "见证方不够", "too few witnesses");
    } else {
      String flaw = accepted.problem().orElseThrow().toString();
      failed(Check.SIGNATURE, path, flaw, flaw);
    }
  }

  private void item(Item item) {
    if (item.state() == State.WAITING) {
      failed(Check.UNPROVEN, item.number(), "出包时日志还没有收它", "not in the log when exported");
      payload(item, Optional.empty());
      return;
    }
    Optional<byte[]> leaf = bag.find(item.path("leaf.json"));
    if (leaf.isEmpty()) {
      return;
    }
    Matcher form = LEAF.matcher(Bag.text(leaf.get()));
    Hash hash = new TreeHasher().leaf(leaf.get());
    boolean named =
        form.matches()
            && form.group("kind").equals(item.kind())
            && hash.toString().equals(item.leafHash());
    if (!named) {
      failed(Check.LEAF, item.number(), "条目和清单不一样，或不合格式", "not the entry the index names");
      return;
    }
    held(Check.LEAF, item.number(), item.kind(), item.kind());
    proof(item, hash);
    if (item.state() == State.REDACTED) {
      findings.add(
          Finding.skipped(
              Check.COMMITMENT, item.number(), "内容已隐去，证明仍然有效", "redacted; its proof stands"));
    } else {
      payload(item, Optional.of(form.group("sha256")));
    }
  }

  private void payload(Item item, Optional<String> committed) {
    Optional<byte[]> payload = bag.find(item.path(item.payload()));
    Optional<byte[]> salt = bag.find(item.path("salt.bin"));
    if (payload.isEmpty() || salt.isEmpty()) {
      return;
    }
    if (committed.isPresent()) {
      MessageDigest digest = Bag.digest();
      digest.update(salt.get());
      String here = HexFormat.of().formatHex(digest.digest(payload.get()));
      if (salt.get().length == Hash.BYTES && here.equals(committed.get())) {
        held(Check.COMMITMENT, item.number(), "SHA-256", "SHA-256");
      } else {
        failed(Check.COMMITMENT, item.number(), "内容不是存进日志的那一份", "not what was logged");
      }
    }
    if (!item.original().isEmpty()) {
      original(item, payload.get());
    }
  }

  private void original(Item item, byte[] payload) {
    Optional<byte[]> original = bag.find(item.path(item.original()));
    Matcher stated = STATED.matcher(Bag.text(payload));
    boolean same =
        original.isPresent()
            && stated.find()
            && stated.group(1).equals(Bag.sha256(original.get()))
            && !stated.find();
    findings.add(
        same
            ? Finding.held(Check.ORIGINAL, item.number(), item.original(), item.original())
            : Finding.failed(
                Check.ORIGINAL, item.number(), "原件和记录里的指纹不一样", "not the file its payload names"));
  }

  private void proof(Item item, Hash leaf) {
    Checked<LogProof> read =
        LogProof.parse(bag.find(item.path("entry.tlog-proof")).orElse(new byte[0]));
    if (!(read instanceof Checked.Sound<LogProof>(var proof))) {
      String flaw = read.problem().orElseThrow().toString();
      failed(Check.PROOF, item.number(), "读不了 " + flaw, flaw);
      return;
    }
    Checkpoint checkpoint = checkpoints.get(proof.note().toString());
    if (checkpoint == null) {
      failed(Check.PROOF, item.number(), "它的签出点没有通过", "its checkpoint did not hold");
      return;
    }
    var flaw =
        new ProofVerifier()
            .inclusion(leaf, proof.index(), checkpoint.size(), proof.path(), checkpoint.root());
    long number = proof.index() + 1;
    if (flaw.isPresent()) {
      failed(Check.PROOF, item.number(), "证明对不上 " + flaw.get(), flaw.get().toString());
    } else {
      held(
          Check.PROOF,
          item.number(),
          "日志第 " + number + " 条，共 " + checkpoint.size() + " 条",
          "entry " + number + " of " + checkpoint.size());
    }
  }

  private void times() {
    int count = 0;
    for (String path : bag.under("data/log/time/")) {
      if (NOTE.matcher(path).matches()) {
        count++;
        time(path);
      }
    }
    if (count == 0) {
      findings.add(Finding.skipped(Check.TIME, "", "包里没有时间戳", "the bundle has none"));
    }
  }

  private void time(String path) {
    byte[] note = bag.find(path).orElseThrow();
    Optional<ImprintReader.Imprint> imprint =
        bag.find(path.replace(".note", ".tst")).flatMap(ImprintReader::read);
    boolean ours =
        SignedNote.parse(note) instanceof Checked.Sound<SignedNote>(var signed)
            && checkpoints.keySet().stream()
                .anyMatch(text -> text.startsWith(signed.text() + "\n"));
    if (imprint.isEmpty() || !imprint.get().sha256().equals(Bag.sha256(note)) || !ours) {
      failed(Check.TIME, path, "时间戳不是给这个签出点的", "not of this checkpoint");
      return;
    }
    held(Check.TIME, path, imprint.get().time() + "，只查了指纹", imprint.get().time() + ", digest only");
    findings.add(
        Finding.skipped(
            Check.TIME, path, "签名用 openssl ts -verify 查", "its signature: openssl ts -verify"));
  }

  private void notChecked(boolean ownPolicy) {
    findings.add(
        Finding.skipped(
            Check.COMMITMENT, "SM3", "用 openssl dgst -sm3 查", "check with openssl dgst -sm3"));
    findings.add(
        Finding.skipped(
            Check.ORIGINAL, "PDF", "PDF 里的签名用 pdfsig 查", "signatures inside PDFs: pdfsig"));
    if (!ownPolicy) {
      findings.add(
          Finding.skipped(
              Check.SIGNATURE,
              "data/log",
              "公钥是包里带的；和日志公开的公钥比一比，或用 --policy 给出你信的",
              "the keys came with the bundle; compare them with the published ones, or use"
                  + " --policy"));
    }
  }

  private void held(Check check, String where, String zh, String en) {
    findings.add(Finding.held(check, where, zh, en));
  }

  private void failed(Check check, String where, String zh, String en) {
    findings.add(Finding.failed(check, where, zh, en));
  }
}
