package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.server.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The data keys of the matters, wrapped by the master key, in a folder outside the database: one
 * small file a key, and a list of those that were destroyed. A database restored from a backup
 * finds no key here for what was erased since.
 *
 * <p>Example: {@code KeyStore.open(KeyStore.folder(System.getenv(), dataFolder), dataFolder)}. The
 * list of destroyed keys lies twice, in the store and in the data folder, and what either names is
 * destroyed: an older copy of the store brings no key back. Why so: docs/decisions/0027.
 *
 * <p>Everything here may be repeated: a key is durable when {@link #put} returns, gone when {@link
 * #destroy} returns, and a crash between leaves the list that {@link #open} works off.
 */
public final class KeyStore {

  private static final String VARIABLE = "HUFU_KEYS";
  private static final String FOLDER = "keys";
  private static final String LIST = "destroyed";
  private static final String ENDING = ".key";
  private static final String BACKUP = "hufu-keys/1";
  private static final int SHARD_LETTERS = 2;

  private final Path folder;
  private final List<DestroyedKeys> lists;
  private final Set<KeyId> destroyed = ConcurrentHashMap.newKeySet();

  private KeyStore(Path folder, Path dataFolder) {
    this.folder = folder;
    this.lists =
        List.of(
            new DestroyedKeys(folder.resolve(LIST)),
            new DestroyedKeys(dataFolder.resolve(FOLDER + "." + LIST)));
  }

  /** Where the keys lie: as {@code HUFU_KEYS} says, else in the data folder. */
  public static Path folder(Map<String, String> environment, Path dataFolder) {
    String told = environment.getOrDefault(VARIABLE, "");
    return told.isBlank() ? dataFolder.resolve(FOLDER) : Path.of(told);
  }

  /** Opens the store, making its folder, and finishes what a crash interrupted. */
  public static Outcome<KeyStore> open(Path folder, Path dataFolder) {
    KeyStore store = new KeyStore(folder, dataFolder);
    try {
      makeFolder(folder);
      store.honour();
      return Outcome.of(store);
    } catch (IOException unusable) {
      return Outcome.refused(Code.KEYS_UNUSABLE, String.valueOf(unusable.getMessage()));
    }
  }

  /** Both lists come to name what either names, and no such key stays. */
  private void honour() throws IOException {
    for (DestroyedKeys list : lists) {
      destroyed.addAll(list.read());
    }
    for (DestroyedKeys list : lists) {
      Set<KeyId> missing = new LinkedHashSet<>(destroyed);
      missing.removeAll(list.read());
      list.add(missing);
    }
    for (KeyId id : destroyed) {
      remove(id);
    }
  }

  /** Keeps a wrapped key; on disk, name and all, when this returns. */
  void put(KeyId id, byte[] wrapped) {
    if (destroyed.contains(id)) {
      throw new IllegalStateException("a destroyed key does not come back: " + id);
    }
    Path file = file(id);
    try {
      makeFolder(shard(id));
      Folders.writeSecret(file, Base64.getEncoder().encodeToString(wrapped) + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The wrapped key; empty if it was destroyed or never was here, see {@link #wasDestroyed}. */
  Optional<byte[]> find(KeyId id) {
    if (destroyed.contains(id)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file(id), StandardCharsets.US_ASCII).strip();
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  boolean wasDestroyed(KeyId id) {
    return destroyed.contains(id);
  }

  /** Destroys a key for good: first named as destroyed, then overwritten and taken away. */
  void destroy(KeyId id) {
    try {
      for (DestroyedKeys list : lists) {
        list.add(Set.of(id));
      }
      destroyed.add(id);
      remove(id);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void remove(KeyId id) throws IOException {
    Path file = file(id);
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate((int) channel.size()), 0);
      channel.force(true);
    }
    Files.delete(file);
    Folders.force(file.toAbsolutePath().getParent());
  }

  boolean isEmpty() {
    try (Stream<Path> files = files()) {
      return files.findAny().isEmpty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Writes every wrapped key and the list of destroyed ones into one file, whole or not at all. The
   * server may run meanwhile.
   *
   * @return how many keys it holds
   */
  public int backup(Path file) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    try (Stream<Path> files = files()) {
      for (Path key : files.toList()) {
        String name = key.getFileName().toString();
        KeyId id = new KeyId(name.substring(0, name.length() - ENDING.length()));
        find(id).ifPresent(bits -> lines.put(id.text(), Base64.getEncoder().encodeToString(bits)));
      }
    }
    StringBuilder text = new StringBuilder(BACKUP).append('\n');
    Set<KeyId> gone = new LinkedHashSet<>(destroyed);
    for (DestroyedKeys list : lists) {
      gone.addAll(list.read());
    }
    gone.forEach(id -> lines.remove(id.text()));
    lines.forEach((id, bits) -> text.append("key ").append(id + " " + bits).append('\n'));
    gone.forEach(id -> text.append("destroyed ").append(id).append('\n'));
    byte[] body = text.toString().getBytes(StandardCharsets.US_ASCII);
    Folders.writeSecret(file, text + "sha256 " + Digest.of(body) + "\n");
    return lines.size();
  }

  /**
   * Brings back what the store lacks and a backup has. What either names as destroyed stays so.
   *
   * @return how many keys came back
   */
  public Outcome<Integer> restore(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      int end = text.lastIndexOf("sha256 ");
      if (!text.startsWith(BACKUP + "\n")
          || end < 0
          || !text.substring(end).equals("sha256 " + digest(text.substring(0, end)) + "\n")) {
        return Outcome.refused(Code.KEYS_BACKUP_BROKEN, String.valueOf(file.getFileName()));
      }
      return Outcome.of(restore(text.substring(0, end).lines().skip(1).toList()));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.KEYS_BACKUP_BROKEN, String.valueOf(file.getFileName()));
    }
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private int restore(List<String> lines) throws IOException {
    Set<KeyId> gone = new LinkedHashSet<>();
    for (String line : lines) {
      if (line.startsWith("destroyed ")) {
        gone.add(new KeyId(line.substring("destroyed ".length())));
      }
    }
    gone.removeAll(destroyed);
    lists.getFirst().add(gone);
    honour();
    int back = 0;
    for (String line : lines) {
      String[] part = line.split(" ", -1);
      if (part[0].equals("key") && !destroyed.contains(new KeyId(part[1]))) {
        KeyId id = new KeyId(part[1]);
        if (!Files.exists(file(id))) {
          put(id, Base64.getDecoder().decode(part[2]));
          back++;
        }
      }
    }
    return back;
  }

  private Stream<Path> files() throws IOException {
    return Files.walk(folder, 2).filter(path -> path.toString().endsWith(ENDING));
  }

  private Path file(KeyId id) {
    return shard(id).resolve(id + ENDING);
  }

  private Path shard(KeyId id) {
    return folder.resolve(id.text().substring(0, SHARD_LETTERS));
  }

  private static void makeFolder(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Files.createDirectories(
          wanted,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Folders.force(wanted.toAbsolutePath().getParent());
    }
  }

  @Override
  public String toString() {
    return "KeyStore[***]";
  }
}
