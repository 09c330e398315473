package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one pack as text, by path within the pack, in the order of paths; trained models,
 * which are bytes, in base 64.
 *
 * <p>Example: {@code PackFiles.ofFolder(Path.of("packs/cn/request"))}.
 */
public record PackFiles(SortedMap<String, String> texts) {

  public PackFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * Reads every {@code .yaml} file below a folder, and what lies in {@code models}.
   *
   * @return the files, or {@code PACK_NOT_FOUND}, {@code PACK_TOO_LARGE}, or {@code PACK_BROKEN}
   *     where a file is not UTF-8
   */
  public static Outcome<PackFiles> ofFolder(Path folder) {
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      return Outcome.refused(Code.PACK_NOT_FOUND, folder.toString());
    }
    TreeMap<String, String> texts = new TreeMap<>();
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(folder, 3)) {
      for (Path file :
          walk.filter(path -> isText(path) || isModel(name(folder, path))).sorted().toList()) {
        bytes += Files.size(file);
        if (texts.size() == Limits.PACK_FILES_MAX || bytes > Limits.PACK_BYTES_MAX) {
          return Outcome.refused(Code.PACK_TOO_LARGE, folder.toString());
        }
        String name = name(folder, file);
        try {
          texts.put(
              name,
              isModel(name)
                  ? Base64.getEncoder().encodeToString(Files.readAllBytes(file))
                  : Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException notUtf8) {
          return Outcome.refused(Code.PACK_BROKEN, name + " is not UTF-8");
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Outcome.of(new PackFiles(texts));
  }

  private static boolean isText(Path file) {
    return file.toString().endsWith(".yaml");
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Whether a file of a pack is a trained model. */
  static boolean isModel(String name) {
    return name.startsWith("models/") && name.endsWith(".model");
  }

  /**
   * SHA-256 over paths, lengths and bytes of all files, then the digests of the needed packs.
   * Lengths keep two files from being mistaken for one.
   */
  public Digest digest(Collection<Digest> needed) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    texts.forEach(
        (path, text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          all.writeBytes((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
          all.writeBytes(bytes);
        });
    needed.forEach(digest -> all.writeBytes(digest.hex().getBytes(StandardCharsets.US_ASCII)));
    return Digest.of(all.toByteArray());
  }
}
