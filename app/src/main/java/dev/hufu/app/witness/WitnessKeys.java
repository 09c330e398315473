package dev.hufu.app.witness;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.server.Folders;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.key.RawAlgorithm;
import dev.hufu.tlog.note.NoteKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The name and the two secrets of a witness, in one file that only its owner can read: Ed25519
 * (cosignature/v1) and ML-DSA-44.
 *
 * <p>Example: {@code WitnessKeys.open(folder, Optional.of("witness.example/w1"))}. The file is made
 * if it is not there; a name given later must be the one in it. Errors: {@link
 * Code#WITNESS_FILES_BROKEN}.
 */
public final class WitnessKeys {

  private static final String FILE = "witness.key";
  private static final String NAME = "[a-z0-9][a-z0-9./-]{0,199}";

  private final List<Cosigner> cosigners;

  private WitnessKeys(String name, byte[] ed25519, byte[] mlDsa) {
    this.cosigners = List.of(Cosigner.ed25519(name, ed25519), Cosigner.mlDsa44(name, mlDsa));
  }

  public static Outcome<WitnessKeys> open(Path folder, Optional<String> wanted) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        byte[] seed = fresh();
        String name = wanted.orElseGet(() -> "hufu.witness/" + Digest.of(seed).brief());
        if (!name.matches(NAME)) {
          return Outcome.refused(Code.WITNESS_FILES_BROKEN, name);
        }
        Folders.writeSecret(file, name + "\n" + text(seed) + "\n" + text(fresh()) + "\n");
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      boolean whole = lines.size() == 3 && lines.getFirst().matches(NAME);
      if (!whole || wanted.filter(name -> !name.equals(lines.getFirst())).isPresent()) {
        return Outcome.refused(Code.WITNESS_FILES_BROKEN, file.toString());
      }
      return Outcome.of(new WitnessKeys(lines.getFirst(), seed(lines.get(1)), seed(lines.get(2))));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Outcome.refused(Code.WITNESS_FILES_BROKEN, file.toString());
    }
  }

  private static byte[] fresh() {
    byte[] seed = new byte[RawAlgorithm.SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return seed;
  }

  private static String text(byte[] seed) {
    return Base64.getEncoder().encodeToString(seed);
  }

  private static byte[] seed(String line) {
    byte[] seed = Base64.getDecoder().decode(line);
    if (seed.length != RawAlgorithm.SEED_BYTES) {
      throw new IllegalArgumentException("not a seed");
    }
    return seed;
  }

  List<Cosigner> cosigners() {
    return cosigners;
  }

  /** The public keys, as policies take them: Ed25519, then ML-DSA-44. */
  public List<NoteKey> publicKeys() {
    return cosigners.stream().map(Cosigner::key).toList();
  }

  @Override
  public String toString() {
    return "WitnessKeys[***]";
  }
}
