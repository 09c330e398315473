package dev.hufu.app.history;

import dev.hufu.intake.PackArchive;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackHead;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.pack.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Packs over events, loaded and compiled by their id. */
public final class EventPacks {

  private EventPacks() {}

  /**
   * @param folder of packs
   * @return {@link Code#PACK_NOT_FOUND} also for a pack that is not over events, {@link
   *     Code#PACK_BROKEN} with its first problem
   */
  public static Outcome<EventProgram> open(Path folder, String id) {
    if (!Files.isDirectory(folder)) {
      return Outcome.refused(Code.PACK_NOT_FOUND, folder.toString());
    }
    PackLibrary library = PackLibrary.toDecide(folder, head -> head.id().equals(id));
    return library
        .find(id)
        .filter(pack -> pack.events().isPresent())
        .map(pack -> Outcome.of(new EventProgram(pack)))
        .orElseGet(() -> missing(library, id));
  }

  /**
   * A pack to set beside another: the one of the same id in another folder of packs, the pack of a
   * folder or of a ZIP, or another pack by its id.
   *
   * @param named folder, ZIP or id
   * @param folder of packs, where those lie that it needs
   * @param id of the pack it stands beside
   * @return as {@link #open}; for a ZIP also what is wrong with it
   */
  public static Outcome<EventProgram> beside(String named, Path folder, String id) {
    Path path = Path.of(named);
    if (Files.isDirectory(path)) {
      return Files.isRegularFile(path.resolve("pack.yaml"))
          ? PackFiles.ofFolder(path).then(files -> load(files, folder, named))
          : open(path, id);
    }
    return named.toLowerCase(Locale.ROOT).endsWith(".zip")
        ? zip(path).then(files -> load(files, folder, named))
        : open(folder, named);
  }

  private static Outcome<PackFiles> zip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return PackArchive.read(in.readNBytes(Limits.PACK_BYTES_MAX + 1)).map(PackFiles::new);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
  }

  private static Outcome<EventProgram> load(PackFiles files, Path folder, String named) {
    List<String> needs = PackHead.of(named, files).needs();
    List<Pack> needed =
        needs.isEmpty() || !Files.isDirectory(folder)
            ? List.of()
            : PackLibrary.toDecide(folder, head -> needs.contains(head.id())).list();
    PackLoader.Loaded loaded = PackLoader.load(files, needed, PackLoader.Purpose.DECIDE);
    if (!loaded.problems().isEmpty()) {
      return Outcome.refused(Code.PACK_BROKEN, loaded.problems().getFirst().toString());
    }
    return loaded
        .pack()
        .filter(pack -> pack.events().isPresent())
        .map(pack -> Outcome.of(new EventProgram(pack)))
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, named + "/events.yaml"));
  }

  /** A pack that is there and cannot be used is told apart from one that is not there. */
  private static Outcome<EventProgram> missing(PackLibrary library, String id) {
    return Optional.ofNullable(library.problems().get(id)).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(problem -> Outcome.<EventProgram>refused(Code.PACK_BROKEN, problem.toString()))
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, notFound(library, id)));
  }

  /** A pack that is there but has no events is told by the file it lacks. */
  private static String notFound(PackLibrary library, String id) {
    return library.find(id).isPresent() ? id + "/events.yaml" : id;
  }
}
