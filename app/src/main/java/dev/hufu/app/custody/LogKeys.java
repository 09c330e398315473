package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.CheckpointSigner;
import dev.hufu.store.LogHead;
import dev.hufu.store.server.Folders;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.key.RawAlgorithm;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two secrets that sign the log: an Ed25519 key, which every reader knows, and an ML-DSA-44 key
 * for the day on which the first can be forged. Two seeds in one file that only its owner can read.
 *
 * <p>Example: {@code LogKeys.open(folder.resolve("log.key"), false)}. The name of the log follows
 * from the key: {@code hufu.local/9f2c7e410b6d/0}, the last part being the epoch. Without the file
 * and with a log already written, {@link Code#LOG_KEY_MISSING}: a new key would be another log.
 */
final class LogKeys {

  private static final String KEY_FILE_VARIABLE = "HUFU_LOG_KEY_FILE";
  private static final String HOST = "hufu.local/";

  /** A log does not say when: it does not claim that a checkpoint is the latest. */
  private static final long NO_TIME = 0;

  private final byte[] ed25519;
  private final byte[] mlDsa;

  private LogKeys(byte[] ed25519, byte[] mlDsa) {
    this.ed25519 = ed25519;
    this.mlDsa = mlDsa;
  }

  static Path file(Map<String, String> environment, Path folder) {
    String told = environment.getOrDefault(KEY_FILE_VARIABLE, "");
    return told.isBlank() ? folder.resolve("log.key") : Path.of(told);
  }

  /** Reads the file, or makes it if nothing was ever signed with what it held. */
  static Outcome<LogKeys> open(Path file, boolean signedBefore) {
    try {
      if (!Files.exists(file)) {
        if (signedBefore) {
          return Outcome.refused(Code.LOG_KEY_MISSING, file.toString());
        }
        Folders.writeSecret(file, fresh() + "\n" + fresh() + "\n");
      }
      List<String> seeds = Files.readAllLines(file, StandardCharsets.US_ASCII);
      return seeds.size() == 2
          ? Outcome.of(new LogKeys(seed(seeds.getFirst()), seed(seeds.getLast())))
          : Outcome.refused(Code.LOG_KEY_MISSING, file.toString());
    } catch (IOException | IllegalArgumentException unreadable) {
      return Outcome.refused(Code.LOG_KEY_MISSING, file.toString());
    }
  }

  private static String fresh() {
    byte[] seed = new byte[RawAlgorithm.SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return Base64.getEncoder().encodeToString(seed);
  }

  private static byte[] seed(String line) {
    byte[] seed = Base64.getDecoder().decode(line);
    if (seed.length != RawAlgorithm.SEED_BYTES) {
      throw new IllegalArgumentException("not a seed");
    }
    return seed;
  }

  /** The name of the log in an epoch. */
  String origin(int epoch) {
    byte[] key = Ed25519Signer.of("hufu", ed25519).key().material();
    return HOST + Digest.of(key).brief() + "/" + epoch;
  }

  /** The public keys of a log by this name, as verifiers take them: Ed25519, then ML-DSA-44. */
  List<NoteKey> publicKeys(String origin) {
    return List.of(Ed25519Signer.of(origin, ed25519).key(), Cosigner.mlDsa44(origin, mlDsa).key());
  }

  /**
   * Signs as a log does: no time in the signature, so that the same checkpoint is the same note.
   */
  CheckpointSigner signer() {
    return this::sign;
  }

  /**
   * A head with a checkpoint: an empty log that was never signed is signed here, which commits to
   * nothing, for a tree of no leaves has one root.
   */
  LogHead signed(LogHead head, Instant now) {
    return head.checkpoint().isPresent() || head.size() > 0 ? head : empty(head.epoch(), now);
  }

  /** The log of an epoch before its first entry. */
  LogHead empty(int epoch, Instant now) {
    String origin = origin(epoch);
    return new LogHead(
        epoch,
        origin,
        0,
        TreeHasher.EMPTY,
        Optional.of(sign(origin, 0, TreeHasher.EMPTY)),
        Optional.of(now));
  }

  private String sign(String origin, long size, Hash root) {
    String text = new Checkpoint(origin, size, root).text();
    return SignedNote.sign(
            text,
            List.of(Ed25519Signer.of(origin, ed25519), Cosigner.mlDsa44(origin, mlDsa).at(NO_TIME)))
        .toString();
  }

  @Override
  public String toString() {
    return "LogKeys[***]";
  }
}
