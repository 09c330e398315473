package dev.hufu.policy.load;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.policy.load.PackLoader.Purpose;
import dev.hufu.policy.pack.Pack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All packs of a folder, loaded in the order they need each other, chosen by jurisdiction, matter
 * and moment.
 *
 * <p>Example: {@code library.find("cn", "request", at)}.
 */
public final class PackLibrary {

  private final Map<String, Pack> packs;
  private final SortedMap<String, List<PackProblem>> problems;

  private PackLibrary(Map<String, Pack> packs, SortedMap<String, List<PackProblem>> problems) {
    this.packs = packs;
    this.problems = problems;
  }

  /**
   * Loads every folder below {@code root} that has a pack.yaml, tests too; broken ones are kept as
   * problems.
   */
  public static PackLibrary ofFolder(Path root) {
    return read(root, head -> true, Purpose.CHECK);
  }

  /**
   * Loads the packs that are wanted and those they need, without their tests: what deciding takes.
   *
   * <p>Example: {@code toDecide(root, head -> head.id().equals("cn/request"))}.
   */
  public static PackLibrary toDecide(Path root, Predicate<PackHead> wanted) {
    return read(root, wanted, Purpose.DECIDE);
  }

  /** Loads packs whose files are already read, by id. */
  public static PackLibrary of(SortedMap<String, PackFiles> files) {
    return of(files, head -> true, Purpose.CHECK, new TreeMap<>());
  }

  /** The same packs with one in place of its earlier version; what needs it keeps the earlier. */
  public PackLibrary with(Pack pack) {
    Map<String, Pack> changed = new LinkedHashMap<>(packs);
    changed.put(pack.ref().id(), pack);
    return new PackLibrary(changed, problems);
  }

  private static PackLibrary read(Path root, Predicate<PackHead> wanted, Purpose purpose) {
    TreeMap<String, PackFiles> files = new TreeMap<>();
    TreeMap<String, List<PackProblem>> problems = new TreeMap<>();
    for (Path folder : folders(root)) {
      String id = root.relativize(folder).toString().replace('\\', '/');
      switch (PackFiles.ofFolder(folder)) {
        case Outcome.Ok<PackFiles>(var found) -> files.put(id, found);
        case Outcome.Refused<PackFiles>(var refusal) ->
            problems.put(
                id, List.of(new PackProblem(new Position(id, 1, 1), refusal.wording().en())));
      }
    }
    return of(files, wanted, purpose, problems);
  }

  private static PackLibrary of(
      SortedMap<String, PackFiles> files,
      Predicate<PackHead> wanted,
      Purpose purpose,
      TreeMap<String, List<PackProblem>> problems) {
    Map<String, PackHead> heads = new TreeMap<>();
    files.forEach((id, own) -> heads.put(id, PackHead.of(id, own)));
    List<PackHead> ordered = new ArrayList<>();
    heads.values().stream()
        .filter(wanted)
        .forEach(head -> visit(head, heads, ordered, new ArrayList<>()));
    Map<String, Pack> packs = new LinkedHashMap<>();
    for (PackHead head : ordered) {
      List<Pack> needed =
          head.needs().stream()
              .flatMap(need -> Optional.ofNullable(packs.get(need)).stream())
              .toList();
      PackFiles own = Optional.ofNullable(files.get(head.id())).orElseThrow();
      PackLoader.Loaded loaded = PackLoader.load(own, needed, purpose);
      loaded.pack().ifPresent(pack -> packs.put(head.id(), pack));
      if (!loaded.problems().isEmpty()) {
        problems.put(head.id(), loaded.problems());
      }
    }
    return new PackLibrary(packs, problems);
  }

  /** Needed packs first; a circle ends at its first repetition and shows up as a missing need. */
  private static void visit(
      PackHead head, Map<String, PackHead> heads, List<PackHead> ordered, List<PackHead> path) {
    if (ordered.contains(head) || path.contains(head)) {
      return;
    }
    path.add(head);
    for (String need : head.needs()) {
      Optional.ofNullable(heads.get(need)).ifPresent(next -> visit(next, heads, ordered, path));
    }
    ordered.add(head);
  }

  private static List<Path> folders(Path root) {
    try (Stream<Path> walk = Files.walk(root, 4)) {
      return walk.filter(path -> path.endsWith("pack.yaml"))
          .flatMap(path -> Optional.ofNullable(path.getParent()).stream())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The pack by its id, {@code cn/request}. */
  public Optional<Pack> find(String id) {
    return Optional.ofNullable(packs.get(id));
  }

  /** The newest pack of a jurisdiction and matter that covers the moment. */
  public Optional<Pack> find(String jurisdiction, String matter, Instant at) {
    return packs.values().stream()
        .filter(pack -> pack.jurisdiction().equals(jurisdiction) && pack.matter().equals(matter))
        .filter(pack -> pack.covers(at))
        .max(Comparator.comparing(Pack::validFrom).thenComparing(pack -> pack.ref().version()));
  }

  public List<Pack> list() {
    return List.copyOf(packs.values());
  }

  /** What is wrong, by pack; a pack named here is not in the library. */
  public SortedMap<String, List<PackProblem>> problems() {
    return java.util.Collections.unmodifiableSortedMap(problems);
  }
}
