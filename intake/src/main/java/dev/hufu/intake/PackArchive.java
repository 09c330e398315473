package dev.hufu.intake;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a pack as a ZIP, in and out, in memory: nothing of a stranger's archive touches the
 * disk.
 *
 * <p>Example: {@code PackArchive.read(bytes)} gives {@code rules.yaml} and the others as text; a
 * folder around {@code pack.yaml} is taken off. Sizes are counted while the archive is unpacked, so
 * what its directory claims does not matter.
 */
public final class PackArchive {

  /** What a file of a pack may be called: {@code rules.yaml}, {@code tests/more-1.yaml}. */
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9][a-z0-9_-]{0,39}/)?[a-z0-9][a-z0-9._-]{0,59}\\.yaml");

  /** Left in archives by a desktop; no part of a pack. */
  private static final Pattern DESKTOP =
      Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|Thumbs\\.db)");

  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String HEAD = "pack.yaml";

  private PackArchive() {}

  /** Whether a path may be a file of a pack. */
  public static boolean named(String path) {
    return NAME.matcher(path).matches();
  }

  /**
   * Unpacks.
   *
   * @return the files by path, or ARCHIVE_BROKEN, ARCHIVE_TOO_LARGE, PACK_FILE_NAME
   */
  public static Outcome<SortedMap<String, String>> read(byte[] zip) {
    if (zip.length > Limits.PACK_BYTES_MAX) {
      return Outcome.refused(Code.ARCHIVE_TOO_LARGE, zip.length + " bytes");
    }
    TreeMap<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      long left = Limits.PACK_BYTES_MAX;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entries.size() == Limits.PACK_FILES_MAX) {
          return Outcome.refused(Code.ARCHIVE_TOO_LARGE, "> " + Limits.PACK_FILES_MAX);
        }
        byte[] bytes = in.readNBytes((int) left + 1);
        left -= bytes.length;
        if (left < 0) {
          return Outcome.refused(Code.ARCHIVE_TOO_LARGE, "> " + Limits.PACK_BYTES_MAX + " bytes");
        }
        String name = entry.getName();
        if (entry.isDirectory() || DESKTOP.matcher(name).matches()) {
          continue;
        }
        if (entries.put(name, bytes) != null) {
          return Outcome.refused(Code.ARCHIVE_BROKEN, shown(name) + " × 2");
        }
      }
    } catch (ZipException | IllegalArgumentException broken) {
      return Outcome.refused(Code.ARCHIVE_BROKEN, "ZIP");
    } catch (IOException cut) {
      return Outcome.refused(Code.ARCHIVE_BROKEN, "EOF");
    }
    return texts(entries);
  }

  private static Outcome<SortedMap<String, String>> texts(SortedMap<String, byte[]> entries) {
    String head =
        entries.keySet().stream()
            .filter(name -> name.equals(HEAD) || name.endsWith("/" + HEAD))
            .min((one, two) -> Integer.compare(one.length(), two.length()))
            .orElse("");
    if (head.isEmpty()) {
      return Outcome.refused(Code.ARCHIVE_BROKEN, HEAD + " ?");
    }
    String folder = head.substring(0, head.length() - HEAD.length());
    TreeMap<String, String> texts = new TreeMap<>();
    for (var entry : entries.entrySet()) {
      String path =
          entry.getKey().startsWith(folder) ? entry.getKey().substring(folder.length()) : "";
      if (!named(path)) {
        return Outcome.refused(Code.PACK_FILE_NAME, shown(entry.getKey()));
      }
      try {
        texts.put(
            path,
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(entry.getValue()))
                .toString());
      } catch (CharacterCodingException notUtf8) {
        return Outcome.refused(Code.ARCHIVE_BROKEN, path + ": UTF-8 ?");
      }
    }
    return Outcome.of(texts);
  }

  /** A name of a stranger, fit to be shown. */
  private static String shown(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}]", "�");
    return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
  }

  /** Packs; the same files give the same bytes. */
  public static byte[] write(SortedMap<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ALWAYS);
        out.putNextEntry(entry);
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
