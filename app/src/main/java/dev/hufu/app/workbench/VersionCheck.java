package dev.hufu.app.workbench;

import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackHead;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.EventTrial;
import dev.hufu.policy.trial.PackTrial;
import dev.hufu.store.PackVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check of a version's files has found: a pack ready to decide, or what is wrong and where;
 * and how its own tests came out.
 *
 * @param ready a pack that decides matters; empty where there are problems
 * @param program a pack that decides events; empty where there are problems
 */
public record VersionCheck(
    Digest filesDigest,
    Optional<ReadyPack> ready,
    Optional<EventProgram> program,
    List<PackProblem> problems,
    List<StoryResult> results) {

  private static final Pattern ID = Pattern.compile("(?m)^id:");
  private static final Pattern STRING = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,39}");

  public VersionCheck {
    problems = List.copyOf(problems);
    results = List.copyOf(results);
  }

  /** Loads, and runs the tests of what loads. */
  static VersionCheck of(String pack, SortedMap<String, String> files, PackLibrary library) {
    VersionCheck loaded = load(pack, files, library, PackLoader.Purpose.CHECK);
    List<StoryResult> stories = new ArrayList<>();
    loaded
        .ready()
        .ifPresent(
            ready ->
                PackTrial.run(ready.pack(), ready.reader()).stream()
                    .map(StoryResult::of)
                    .forEach(stories::add));
    loaded
        .program()
        .ifPresent(
            program -> EventTrial.run(program).stream().map(StoryResult::of).forEach(stories::add));
    return new VersionCheck(
        loaded.filesDigest(), loaded.ready(), loaded.program(), loaded.problems(), stories);
  }

  /**
   * Loads without running tests.
   *
   * @param library where the packs lie that it needs, and the one it takes the place of
   */
  static VersionCheck load(
      String pack,
      SortedMap<String, String> files,
      PackLibrary library,
      PackLoader.Purpose purpose) {
    PackFiles own = new PackFiles(files);
    List<Pack> needed =
        PackHead.of(pack, own).needs().stream()
            .flatMap(need -> library.find(need).stream())
            .toList();
    PackLoader.Loaded loaded = PackLoader.load(own, needed, purpose);
    List<PackProblem> problems = new ArrayList<>(loaded.problems());
    loaded.pack().ifPresent(found -> problems.addAll(misplaced(pack, found, own, library)));
    Optional<ReadyPack> ready = Optional.empty();
    Optional<EventProgram> program = Optional.empty();
    if (problems.isEmpty() && loaded.pack().flatMap(Pack::events).isPresent()) {
      program = loaded.pack().map(EventProgram::new);
    } else if (problems.isEmpty() && loaded.pack().isPresent()) {
      switch (PackShelf.prepare(loaded.pack().get())) {
        case Outcome.Ok<ReadyPack>(var made) -> ready = Optional.of(made);
        case Outcome.Refused<ReadyPack>(var refusal) ->
            problems.add(
                new PackProblem(new Position("scripts.yaml", 1, 1), refusal.wording().en()));
      }
    }
    return new VersionCheck(own.digest(List.of()), ready, program, problems, List.of());
  }

  /** A version must stay the pack it is a version of, or nothing would find it. */
  private static List<PackProblem> misplaced(
      String id, Pack found, PackFiles files, PackLibrary library) {
    Position head = place(files.texts().getOrDefault("pack.yaml", ""));
    List<PackProblem> problems = new ArrayList<>();
    if (!found.ref().id().equals(id)) {
      problems.add(new PackProblem(head, "the id of this pack is " + id));
    }
    library
        .find(id)
        .filter(
            before ->
                !before.matter().equals(found.matter())
                    || !before.jurisdiction().equals(found.jurisdiction()))
        .ifPresent(
            before ->
                problems.add(
                    new PackProblem(
                        head,
                        "matter and jurisdiction stay "
                            + before.matter()
                            + " and "
                            + before.jurisdiction())));
    if (found.matrix().isEmpty() && found.events().isEmpty()) {
      problems.add(
          new PackProblem(head, "a pack that decides has a matrix.yaml or rules over events"));
    }
    if (!STRING.matcher(found.ref().version()).matches()) {
      problems.add(new PackProblem(head, "a version is up to 40 letters, digits, dots"));
    }
    return problems;
  }

  private static Position place(String text) {
    Matcher line = ID.matcher(text);
    int before = line.find() ? (int) text.substring(0, line.start()).lines().count() : 0;
    return new Position("pack.yaml", before + 1, 1);
  }

  /** The pack, of either kind; empty where there are problems. */
  public Optional<Pack> pack() {
    return ready.map(ReadyPack::pack).or(() -> program.map(EventProgram::pack));
  }

  /** The tests that did not come out as told. */
  public List<StoryResult> failing() {
    return results.stream().filter(result -> !result.passed()).toList();
  }

  public boolean passed() {
    return pack().isPresent() && failing().isEmpty();
  }

  PackVersion.Check kept() {
    return new PackVersion.Check(filesDigest, pack().map(found -> found.ref().digest()), passed());
  }
}
