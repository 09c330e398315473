package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * As whom the database runs. PostgreSQL refuses root, yet containers and small servers know nobody
 * else. An ordinary user runs it directly; root runs it in a user namespace of its own, where root
 * is nobody and still owns the files; where the kernel forbids that, as a user without rights who
 * then owns the data.
 *
 * @param prefix what stands before every command, possibly nothing
 * @param owner who must own the data, if not the one who starts it
 */
record Identity(List<String> prefix, Optional<String> owner) {

  private static final String ROOT = "root";
  private static final List<String> PATHS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  /** The identity for a data folder: its present owner decides, so that sudo does not change it. */
  static Identity of(Path cluster) throws IOException, StartRefused {
    if (!runsAsRoot()) {
      return new Identity(List.of(), Optional.empty());
    }
    if (Files.exists(cluster)) {
      String owner = Files.getOwner(cluster).getName();
      if (!owner.equals(ROOT)) {
        return dedicated(owner);
      }
    }
    Optional<String> unshare = findProgram("unshare");
    if (unshare.isPresent() && works(List.of(unshare.get(), "-U", "true"))) {
      return new Identity(List.of(unshare.get(), "-U"), Optional.empty());
    }
    return dedicated(exists("postgres") ? "postgres" : "nobody");
  }

  /** Another user without rights, by setpriv or runuser; refused where neither works. */
  static Identity dedicated(String user) throws StartRefused {
    for (List<String> prefix :
        List.of(
            List.of("setpriv", "--reuid", user, "--regid", group(user), "--clear-groups", "--"),
            List.of("runuser", "-u", user, "--"))) {
      Optional<String> program = findProgram(prefix.getFirst());
      if (program.isPresent()) {
        List<String> whole = new ArrayList<>(prefix);
        whole.set(0, program.get());
        List<String> probe = new ArrayList<>(whole);
        probe.add("true");
        if (works(probe)) {
          return new Identity(List.copyOf(whole), Optional.of(user));
        }
      }
    }
    throw new StartRefused(Code.ROOT_REFUSED, "unshare, setpriv, runuser");
  }

  List<String> command(List<String> words) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(words);
    return whole;
  }

  /** Lets the other user pass through a folder of ours, without letting them list it. */
  void open(Path folder) throws IOException {
    if (owner.isPresent() && !Files.getOwner(folder).getName().equals(owner.get())) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  /** Gives a folder and all below to the owner this identity needs. */
  void own(Path folder) throws IOException {
    if (owner.isEmpty()) {
      return;
    }
    UserPrincipal user =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(visited, user);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isSymbolicLink()) {
              Files.setOwner(file, user);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Refuses where the other user cannot reach the folder, as below /root. */
  void checkReach(Path file) throws StartRefused {
    if (owner.isPresent() && !works(command(List.of("test", "-r", file.toString())))) {
      throw new StartRefused(Code.ROOT_REFUSED, owner.get() + " ✗ " + file);
    }
  }

  static Optional<String> findProgram(String name) {
    return PATHS.stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  static boolean runsAsRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
  }

  private static boolean exists(String user) throws IOException {
    try {
      Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
      return true;
    } catch (UserPrincipalNotFoundException unknown) {
      return false;
    }
  }

  private static String group(String user) {
    try {
      return Files.readAllLines(Path.of("/etc/passwd")).stream()
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[0].equals(user))
          .map(fields -> fields[3])
          .findFirst()
          .orElse(user);
    } catch (IOException unreadable) {
      return user;
    }
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
