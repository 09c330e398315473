package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;

/**
 * Unpacks an archive with or without a password in memory. Sizes are counted while unpacking, so
 * what the archive claims of itself does not matter.
 */
final class BillArchive {

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Optional<String> password;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private long left = Limits.BILL_UNPACKED_BYTES_MAX;
  private boolean encrypted;

  private BillArchive(Optional<String> password) {
    this.password = password;
  }

  static boolean looksLike(byte[] bytes) {
    if (bytes.length < ZIP.length) {
      return false;
    }
    for (int i = 0; i < ZIP.length; i++) {
      if (bytes[i] != ZIP[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the archive is a workbook: its first entries name the parts of one. */
  static boolean workbook(byte[] bytes) {
    try (java.util.zip.ZipInputStream in =
        new java.util.zip.ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (int nth = 0; nth < 3; nth++) {
        java.util.zip.ZipEntry entry = in.getNextEntry();
        if (entry == null) {
          return false;
        }
        String name = entry.getName();
        if (name.equals("[Content_Types].xml")
            || name.startsWith("xl/")
            || name.startsWith("_rels/")) {
          return true;
        }
      }
    } catch (IOException | IllegalArgumentException locked) {
      return false;
    }
    return false;
  }

  /** The files of an archive by name. */
  static Outcome<Map<String, byte[]>> read(byte[] bytes, Optional<String> password) {
    return new BillArchive(password).unpack(bytes);
  }

  private Outcome<Map<String, byte[]>> unpack(byte[] bytes) {
    char[] key = password.map(String::toCharArray).orElse(null);
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(bytes), key, StandardCharsets.UTF_8)) {
      for (LocalFileHeader entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        encrypted |= entry.isEncrypted();
        if (entry.isEncrypted() && password.isEmpty()) {
          return Outcome.refused(Code.BILL_PASSWORD_NEEDED, shown(entry.getFileName()));
        }
        if (files.size() == Limits.BILL_ARCHIVE_FILES_MAX) {
          return tooLarge("> " + Limits.BILL_ARCHIVE_FILES_MAX);
        }
        byte[] content = in.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0) {
          return tooLarge("> " + Limits.BILL_UNPACKED_BYTES_MAX / (1024 * 1024) + " MiB");
        }
        keep(entry, content);
      }
    } catch (ZipException locked) {
      return switch (locked.getType()) {
        case WRONG_PASSWORD ->
            password.isEmpty()
                ? Outcome.refused(Code.BILL_PASSWORD_NEEDED, "ZIP")
                : Outcome.refused(Code.BILL_PASSWORD_WRONG, "ZIP");
        case CHECKSUM_MISMATCH,
            UNKNOWN_COMPRESSION_METHOD,
            FILE_NOT_FOUND,
            UNSUPPORTED_ENCRYPTION,
            TASK_CANCELLED_EXCEPTION,
            UNKNOWN ->
            broken();
      };
    } catch (IOException | RuntimeException broken) {
      // A wrong password of the old encryption shows only as content that does not unpack.
      return broken();
    }
    return files.isEmpty() ? Outcome.refused(Code.BILL_ARCHIVE_BROKEN, "0") : Outcome.of(files);
  }

  private void keep(LocalFileHeader entry, byte[] content) {
    String name = entry.getFileName();
    String plain = name.toLowerCase(Locale.ROOT);
    boolean desktop = plain.startsWith("__macosx/") || plain.endsWith(".ds_store");
    if (!entry.isDirectory() && !desktop) {
      files.put(shown(name), content);
    }
  }

  private Outcome<Map<String, byte[]>> broken() {
    return encrypted && password.isPresent()
        ? Outcome.refused(Code.BILL_PASSWORD_WRONG, "ZIP")
        : Outcome.refused(Code.BILL_ARCHIVE_BROKEN, "ZIP");
  }

  private static Outcome<Map<String, byte[]>> tooLarge(String most) {
    return Outcome.refused(Code.BILL_ARCHIVE_TOO_LARGE, most);
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "�");
    return plain.length() <= 120 ? plain : plain.substring(0, 120) + "…";
  }
}
