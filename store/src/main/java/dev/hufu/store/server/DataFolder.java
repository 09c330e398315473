package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder everything lies in, held by one process at a time.
 *
 * <pre>
 * hufu.lock           held while a Hufu runs; its text is the process id
 * database/           the cluster (PGDATA)
 * database.password   two passwords, readable by the owner only
 * log/                the server's log, a file a weekday
 * postgres/18.6.0/    the programs
 * </pre>
 */
record DataFolder(Path path, FileChannel lockChannel) implements AutoCloseable {

  private static final String LOCK_FILE = "hufu.lock";

  Path cluster() {
    return path.resolve("database");
  }

  Path passwordFile() {
    return path.resolve("database.password");
  }

  Path log() {
    return path.resolve("log");
  }

  /** Makes the folder if it is not there, and takes it; refused if it is unusable or taken. */
  static DataFolder take(Path wanted) throws StartRefused {
    Path path = wanted.toAbsolutePath().normalize();
    try {
      Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException file) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, path.toString());
    } catch (IOException refused) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, path.toString());
    }
    if (!Files.isWritable(path) || !Files.isExecutable(path) || !Files.isReadable(path)) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, path.toString());
    }
    return lock(path);
  }

  private static DataFolder lock(Path path) throws StartRefused {
    Path file = path.resolve(LOCK_FILE);
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        String holder = Files.readString(file).strip();
        channel.close();
        throw new StartRefused(Code.DATA_FOLDER_IN_USE, path + " (PID " + holder + ")");
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new DataFolder(path, channel);
    } catch (IOException unusable) {
      throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, file.toString());
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** Lets go of the folder; the lock file stays, since removing it would open a race. */
  @Override
  public void close() throws IOException {
    lockChannel.close();
  }
}
