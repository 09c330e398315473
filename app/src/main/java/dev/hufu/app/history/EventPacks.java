package dev.hufu.app.history;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
