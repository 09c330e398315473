package dev.hufu.intake.lender;

import com.reandroid.arsc.chunk.xml.AndroidManifestBlock;
import com.reandroid.arsc.chunk.xml.ResXmlAttribute;
import com.reandroid.arsc.chunk.xml.ResXmlElement;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an Android app says of itself: its package name and the permissions it asks for. Read out of
 * an APK in one pass; nothing is written to the disk and no code of it is looked at.
 *
 * <p>Example: {@code AppManifest.ofApk(stream).map(AppManifest::permissions)}.
 *
 * @param permissions sorted, without repetition
 */
public record AppManifest(String app, List<String> permissions) {

  private static final String MANIFEST = "AndroidManifest.xml";
  private static final String ASKS = "uses-permission";
  private static final int ANDROID_NAME = 0x01010003;
  private static final int XML_CHUNK = 0x0003;

  public AppManifest {
    permissions = List.copyOf(permissions);
  }

  /**
   * Reads an APK.
   *
   * @return the manifest; {@link Code#APK_TOO_LARGE}, {@link Code#APK_BROKEN}
   */
  public static Outcome<AppManifest> ofApk(InputStream apk) {
    Counted counted = new Counted(apk);
    try (ZipInputStream zip = new ZipInputStream(counted)) {
      long unpacked = 0;
      byte[] buffer = new byte[64 * 1024];
      ZipEntry entry = zip.getNextEntry();
      for (int seen = 0; entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(MANIFEST)) {
          return ofManifest(zip.readNBytes(Limits.APK_MANIFEST_BYTES_MAX + 1));
        }
        if (++seen > Limits.APK_ENTRIES_MAX) {
          return Outcome.refused(Code.APK_TOO_LARGE, "> " + Limits.APK_ENTRIES_MAX);
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > Limits.APK_UNPACKED_BYTES_MAX) {
            return Outcome.refused(Code.APK_TOO_LARGE, "> " + Limits.APK_UNPACKED_BYTES_MAX);
          }
        }
      }
      return Outcome.refused(Code.APK_BROKEN, MANIFEST + " ?");
    } catch (TooMuch tooMuch) {
      return Outcome.refused(Code.APK_TOO_LARGE, "> " + Limits.APK_BYTES_MAX);
    } catch (ZipException | IllegalArgumentException broken) {
      return Outcome.refused(Code.APK_BROKEN, "ZIP");
    } catch (IOException cut) {
      return Outcome.refused(Code.APK_BROKEN, "EOF");
    }
  }

  /**
   * Reads a manifest in Android's binary form, as it lies in an APK.
   *
   * @return the manifest; {@link Code#APK_TOO_LARGE}, {@link Code#APK_BROKEN}
   */
  public static Outcome<AppManifest> ofManifest(byte[] binary) {
    if (binary.length > Limits.APK_MANIFEST_BYTES_MAX) {
      return Outcome.refused(Code.APK_TOO_LARGE, "> " + Limits.APK_MANIFEST_BYTES_MAX);
    }
    if (!lengthsFit(binary)) {
      return Outcome.refused(Code.APK_BROKEN, MANIFEST);
    }
    try {
      AndroidManifestBlock block = AndroidManifestBlock.load(new ByteArrayInputStream(binary));
      TreeSet<String> permissions = permissions(block.getManifestElement());
      if (permissions.size() > Limits.PERMISSIONS_MAX) {
        return Outcome.refused(Code.APK_TOO_LARGE, permissions.size() + " permissions");
      }
      String app = Objects.requireNonNullElse(block.getPackageName(), "");
      if (app.isEmpty()) {
        return Outcome.refused(Code.APK_BROKEN, "package ?");
      }
      return Outcome.of(new AppManifest(PermissionText.shown(app), List.copyOf(permissions)));
    } catch (IOException | RuntimeException broken) {
      // the library answers bytes that are no manifest with whatever exception it runs into
      return Outcome.refused(Code.APK_BROKEN, MANIFEST);
    }
  }

  /** The names of all elements that ask for a permission, whatever version of Android they mean. */
  private static TreeSet<String> permissions(@Nullable ResXmlElement manifest) {
    TreeSet<String> permissions = new TreeSet<>();
    Iterator<?> elements = manifest == null ? Collections.emptyIterator() : manifest.getElements();
    while (elements.hasNext()) {
      if (elements.next() instanceof ResXmlElement element
          && String.valueOf(element.getName()).startsWith(ASKS)) {
        ResXmlAttribute name = element.searchAttributeByResourceId(ANDROID_NAME);
        String value = name == null ? null : name.getValueAsString();
        if (value != null && PermissionText.named(value)) {
          permissions.add(value);
        }
      }
    }
    return permissions;
  }

  /**
   * Whether every chunk claims no more than lies there: the library makes room for what a chunk
   * claims before it reads it.
   */
  private static boolean lengthsFit(byte[] binary) {
    if (binary.length < 8 || (number(binary, 0) & 0xffff) != XML_CHUNK) {
      return false;
    }
    int at = 8;
    while (at < binary.length) {
      if (binary.length - at < 8) {
        return false;
      }
      int type = number(binary, at) & 0xffff;
      int size = number(binary, at + 4);
      if (size < 8 || size > binary.length - at || !ChunkCheck.countsFit(binary, at, type, size)) {
        return false;
      }
      at += size;
    }
    return true;
  }

  private static int number(byte[] binary, int at) {
    return ChunkCheck.number(binary, at);
  }

  /** Told when an archive is larger than what is read of it. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts what comes in, and stops at the limit. */
  private static final class Counted extends InputStream {

    private final InputStream in;
    private long left = Limits.APK_BYTES_MAX;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    private void count(int read) throws TooMuch {
      left -= read;
      if (left < 0) {
        throw new TooMuch();
      }
    }
  }
}
