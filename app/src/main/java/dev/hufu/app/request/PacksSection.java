package dev.hufu.app.request;

import dev.hufu.app.ops.DoctorSection;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packs in {@code hufu doctor}: versions, digests, and the first problem of a broken one. */
public final class PacksSection implements DoctorSection {

  @Override
  public List<Line> look(Path folder) {
    return switch (PackShelf.ofFolder(PackHome.of(System.getenv()))) {
      case Outcome.Ok<PackShelf>(var shelf) -> lines(shelf.library());
      case Outcome.Refused<PackShelf>(var refusal) ->
          List.of(Line.bad("packs", refusal.wording().en()));
    };
  }

  private static List<Line> lines(PackLibrary library) {
    List<Line> lines = new ArrayList<>();
    for (Pack pack : library.list()) {
      lines.add(
          Line.good(
              "pack " + pack.ref().id(), pack.ref().version() + " " + pack.ref().digest().brief()));
    }
    library
        .problems()
        .forEach(
            (id, problems) -> lines.add(Line.bad("pack " + id, problems.getFirst().toString())));
    return lines;
  }
}
