package dev.hufu.app.request;

import dev.hufu.app.ops.DoctorSection;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The packs in {@code hufu doctor}: versions, digests, and the first problem of a broken one. */
public final class PacksSection implements DoctorSection {

  @Override
  public List<Line> look(Path folder) {
    return switch (PackShelf.ofFolder(PackHome.of(System.getenv()))) {
      case Outcome.Ok<PackShelf>(var shelf) -> lines(shelf.library(), SystemClock.get().instant());
      case Outcome.Refused<PackShelf>(var refusal) ->
          List.of(Line.bad("packs", refusal.wording().en()));
    };
  }

  static List<Line> lines(PackLibrary library, Instant now) {
    List<Line> lines = new ArrayList<>();
    for (Pack pack : library.list()) {
      lines.add(
          Line.good(
              "pack " + pack.ref().id(), pack.ref().version() + " " + pack.ref().digest().brief()));
    }
    library.list().stream()
        .flatMap(pack -> overdue(pack, now).stream())
        .distinct()
        .forEach(lines::add);
    library
        .problems()
        .forEach(
            (id, problems) -> lines.add(Line.bad("pack " + id, problems.getFirst().toString())));
    return lines;
  }

  /** A warning and not a fault: nothing on this machine is broken, and nobody here can mend it. */
  private static List<Line> overdue(Pack pack, Instant now) {
    return pack.law().overdue(now.atZone(pack.zone()).toLocalDate()).stream()
        .map(
            entry ->
                Line.bad(
                    "law " + entry.id(), "to be looked over by " + entry.reviewBy().orElseThrow()))
        .toList();
  }
}
