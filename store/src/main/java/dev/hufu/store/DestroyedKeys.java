package dev.hufu.store;

import dev.hufu.store.server.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A file of the keys that must never open anything again, one id a line, only ever longer. A line
 * is on disk before its key goes; a line cut short by a crash is cut off by the next one.
 */
final class DestroyedKeys {

  private static final int LINE = 33;

  private final Path file;

  DestroyedKeys(Path file) {
    this.file = file;
  }

  Set<KeyId> read() throws IOException {
    Set<KeyId> ids = new LinkedHashSet<>();
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      for (int at = 0; at + LINE <= text.length(); at += LINE) {
        String id = text.substring(at, at + LINE - 1);
        if (!KeyId.fits(id) || text.charAt(at + LINE - 1) != '\n') {
          throw new IOException("not a list of destroyed keys: " + file.getFileName());
        }
        ids.add(new KeyId(id));
      }
    }
    return ids;
  }

  /** Durable when this returns. */
  synchronized void add(Set<KeyId> ids) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    boolean fresh = !Files.exists(file);
    StringBuilder lines = new StringBuilder();
    ids.forEach(id -> lines.append(id).append('\n'));
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      // Held against a restore that runs beside the server.
      try (var _held = channel.lock()) {
        long end = channel.size() - channel.size() % LINE;
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(lines.toString());
        while (bytes.hasRemaining()) {
          end += channel.write(bytes, end);
        }
        channel.force(true);
      }
    }
    if (fresh) {
      Folders.force(file.toAbsolutePath().getParent());
    }
  }
}
