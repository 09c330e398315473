package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version into a folder that carries a list of its own
 * files and sizes. A folder whose list does not hold is unpacked again.
 */
record Binaries(Path home) {

  /** The version of the artifact; a new one gets its own folder. */
  static final String VERSION = "18.6.0";

  static final String MAJOR = "18";
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String LIST = "hufu-files.txt";

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  static boolean present(Path folder) {
    return holds(folder.resolve(VERSION));
  }

  /**
   * Gives the programs below {@code folder}, unpacking them if they are absent or damaged. The new
   * folder appears under its name only when it is whole.
   */
  static Binaries unpack(Path folder) throws IOException, StartRefused {
    Path home = folder.resolve(VERSION);
    if (holds(home)) {
      return new Binaries(home);
    }
    Files.createDirectories(folder);
    Path fresh = Files.createTempDirectory(folder, "unpack-");
    fresh.toFile().setExecutable(true, false);
    fresh.toFile().setReadable(true, false);
    try (InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null || !onSupportedMachine()) {
        throw new StartRefused(Code.PLATFORM_WITHOUT_DATABASE, machine());
      }
      List<String> list = extract(archive, fresh);
      Files.writeString(fresh.resolve(LIST), String.join("\n", list) + "\n");
    }
    if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
      Path damaged = Files.createTempDirectory(folder, "damaged-");
      Files.move(home, damaged.resolve("old"));
      Folders.delete(damaged);
    }
    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    return new Binaries(home);
  }

  private static List<String> extract(InputStream archive, Path target) throws IOException {
    List<String> list = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("entry leaves the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(parent(file));
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(parent(file));
          Files.copy(tar, file);
          Files.setPosixFilePermissions(file, permissions(entry.getMode()));
          list.add(Files.size(file) + " " + target.relativize(file));
        }
      }
    }
    return list;
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file has a folder: " + file);
    }
    return parent;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((mode & 0100) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }

  private static boolean holds(Path home) {
    Path list = home.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
      return lines.allMatch(line -> fits(home, line));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean fits(Path home, String line) {
    int space = line.indexOf(' ');
    try {
      return space > 0
          && Files.size(home.resolve(line.substring(space + 1)))
              == Long.parseLong(line.substring(0, space));
    } catch (IOException | NumberFormatException absent) {
      return false;
    }
  }

  private static boolean onSupportedMachine() {
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return machine().startsWith("Linux") && (arch.equals("amd64") || arch.equals("x86_64"));
  }

  private static String machine() {
    return System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");
  }
}
