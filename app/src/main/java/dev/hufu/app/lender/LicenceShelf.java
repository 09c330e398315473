package dev.hufu.app.lender;

import dev.hufu.intake.lender.LicenceCsv;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.lender.LicenceClaim;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The licence lists of this installation: CSV files in the folder {@code licences} of its home, as
 * they were imported. They are small, so they are read anew when one has changed.
 *
 * <p>Example: {@code new LicenceShelf(home).best(claim, day)}. Thread-safe.
 */
public final class LicenceShelf {

  private static final String FOLDER = "licences";

  private final Path folder;
  private String seen = "";
  private List<LicenceList> lists = List.of();

  public LicenceShelf(Path home) {
    this.folder = home.resolve(FOLDER);
  }

  /** All that can be read, the newest first. */
  public synchronized List<LicenceList> lists() {
    Map<Path, String> files = files();
    String now = files.toString();
    if (!now.equals(seen)) {
      List<LicenceList> read = new ArrayList<>();
      for (Path file : files.keySet()) {
        bytes(file)
            .then(bytes -> LicenceCsv.read(String.valueOf(file.getFileName()), bytes))
            .findValue()
            .ifPresent(read::add);
      }
      read.sort(Comparator.comparing(LicenceList::asOf).reversed());
      lists = List.copyOf(read);
      seen = now;
    }
    return lists;
  }

  /**
   * The list to compare a claim with: one that knows it, else the newest.
   *
   * @return empty where none was imported
   */
  public Optional<LicenceList> best(LicenceClaim claim, LocalDate day) {
    List<LicenceList> all = lists();
    return all.stream()
        .filter(list -> list.match(claim, day).state() != LicenceList.State.NOT_LISTED)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /**
   * Takes a list in; one of the same file name is replaced.
   *
   * @return the list as read, or why it is none
   */
  public Outcome<LicenceList> take(Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return bytes(file)
        .then(bytes -> LicenceCsv.read(name, bytes).then(list -> keep(name, bytes, list)));
  }

  private Outcome<LicenceList> keep(String name, byte[] bytes, LicenceList list) {
    Path target = folder.resolve(name.endsWith(".csv") ? name : name + ".csv");
    Path half = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      Files.write(half, bytes);
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
      return Outcome.of(list);
    } catch (IOException unwritable) {
      return Outcome.refused(Code.FILE_UNREADABLE, target.toString());
    }
  }

  private Map<Path, String> files() {
    Map<Path, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.filter(path -> path.toString().endsWith(".csv")).toList()) {
        files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Outcome<byte[]> bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Outcome.of(in.readNBytes(Limits.LICENCE_LIST_BYTES_MAX + 1));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }
}
