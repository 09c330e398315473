package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.ClaimStatus;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.PackDiff;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu pack check|test|diff|claims}: what a pack's author runs. Exit code 1 where a pack has
 * problems, a test fails or two packs differ.
 */
@Command(name = "pack", mixinStandardHelpOptions = true)
public final class PackCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  /** What to do with the packs. */
  enum Task {
    CHECK,
    TEST,
    DIFF,
    CLAIMS
  }

  @Parameters(index = "0", paramLabel = "check|test|diff|claims")
  private Task task = Task.CHECK;

  @Parameters(index = "1..*", paramLabel = "PACK")
  private List<String> names = new ArrayList<>();

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--against", paramLabel = "DIR")
  private Optional<Path> against = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  public PackCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return switch (Packs.open(packs, environment)) {
      case Outcome.Ok<PackShelf>(var shelf) ->
          unknown(shelf.library()).map(this::refuse).orElseGet(() -> work(shelf));
      case Outcome.Refused<PackShelf>(var refusal) -> refuse(refusal);
    };
  }

  private int work(PackShelf shelf) {
    return switch (task) {
      case CHECK -> check(shelf.library());
      case TEST -> test(shelf);
      case DIFF -> diff(shelf.library());
      case CLAIMS -> claims(shelf.library());
    };
  }

  /** A name that is no pack must not pass for a pack without problems. */
  private Optional<Refusal> unknown(PackLibrary library) {
    return names.stream()
        .filter(name -> library.find(name).isEmpty() && !library.problems().containsKey(name))
        .findFirst()
        .map(name -> Refusal.of(Code.PACK_NOT_FOUND, name));
  }

  private int refuse(Refusal refusal) {
    terminal.refuse(refusal);
    return ExitCodes.REFUSED;
  }

  private int check(PackLibrary library) {
    boolean found = library.problems().keySet().stream().anyMatch(this::named);
    if (json) {
      terminal.out().println(PackJson.check(library, this::named, SystemClock.get().instant()));
    } else {
      tell(library, SystemClock.get().instant());
    }
    return found ? ExitCodes.FINDING : ExitCodes.OK;
  }

  /** What is wrong, what is there, and which entries of law are past their day of review. */
  private void tell(PackLibrary library, Instant now) {
    PrintStream out = terminal.out();
    for (Map.Entry<String, List<PackProblem>> broken : library.problems().entrySet()) {
      if (named(broken.getKey())) {
        broken.getValue().forEach(problem -> out.println(broken.getKey() + "/" + problem));
      }
    }
    for (Pack pack : library.list()) {
      if (named(pack.ref().id())) {
        out.println(
            "✓ %-22s %-12s %s  %s"
                .formatted(
                    pack.ref().id(),
                    pack.ref().version(),
                    pack.ref().digest().brief(),
                    pack.events().map(PackCommand::contents).orElseGet(() -> contents(pack))));
      }
    }
    PackJson.overdue(library, this::named, now)
        .forEach(
            entry -> {
              String day = entry.reviewBy().orElseThrow().toString();
              terminal.say(
                  "! %s 该在 %s 前重新查一遍".formatted(entry.id(), day),
                  "! %s was to be looked over by %s".formatted(entry.id(), day));
            });
  }

  private static String contents(Pack pack) {
    return "%d facts, %d rules, %d cues, %d scripts, %d entries, %d tests"
        .formatted(
            pack.facts().size(),
            pack.rules().size(),
            pack.scripts().cues().size(),
            pack.scripts().scripts().size(),
            pack.law().entries().size(),
            pack.tests().size() + pack.cardTests().size());
  }

  private static String contents(EventPolicy events) {
    return "%d kinds of event, %d features, %d rules, %d typologies, %d tests"
        .formatted(
            events.types().list().size(),
            events.features().specs().size(),
            events.rules().size(),
            events.typologies().size(),
            events.tests().size());
  }

  private int test(PackShelf shelf) {
    Map<String, List<PackStory>> results = new LinkedHashMap<>();
    for (Pack pack : shelf.library().list()) {
      if (!named(pack.ref().id())) {
        continue;
      }
      Outcome<List<PackStory>> stories = PackStory.of(shelf, pack);
      Optional<Refusal> refusal = stories.findRefusal();
      if (refusal.isPresent()) {
        return refuse(refusal.get());
      }
      results.put(pack.ref().id(), stories.orThrow());
    }
    boolean broken = shelf.library().problems().keySet().stream().anyMatch(this::named);
    long failing =
        results.values().stream().flatMap(List::stream).filter(one -> !one.passed()).count();
    if (json) {
      terminal
          .out()
          .println(
              PackJson.test(shelf.library(), this::named, SystemClock.get().instant(), results));
    } else {
      tell(shelf.library(), SystemClock.get().instant());
      results.forEach(this::tell);
      long passed = results.values().stream().mapToLong(List::size).sum() - failing;
      terminal.say(
          passed + " 个通过，" + failing + " 个没通过", passed + " passed, " + failing + " failed");
    }
    return failing > 0 || broken ? ExitCodes.FINDING : ExitCodes.OK;
  }

  private void tell(String pack, List<PackStory> results) {
    for (PackStory result : results) {
      if (!result.passed()) {
        terminal.out().println("✗ " + pack + "/" + result.position() + " " + result.name());
        result.complaints().forEach(text -> terminal.out().println("    " + text));
      }
    }
  }

  private int diff(PackLibrary library) {
    if (against.isEmpty()) {
      terminal.say("要比较的另一份规则包：--against 文件夹", "Name the other packs with --against DIR");
      return ExitCodes.USAGE;
    }
    PackLibrary before = PackLibrary.ofFolder(against.get());
    Map<Pack, List<PackDiff.Change>> changes = new LinkedHashMap<>();
    for (Pack after : library.list()) {
      if (named(after.ref().id())) {
        before
            .find(after.ref().id())
            .ifPresent(old -> changes.put(after, PackDiff.between(old, after)));
      }
    }
    if (json) {
      terminal.out().println(PackJson.diff(before, changes));
    } else {
      changes.forEach(
          (after, found) -> {
            String old = before.find(after.ref().id()).orElseThrow().ref().digest().brief();
            String now = after.ref().digest().brief();
            terminal
                .out()
                .println(after.ref().id() + "  " + old + " → " + now + "  " + found.size());
            found.forEach(change -> terminal.out().println("  " + change));
          });
    }
    return changes.values().stream().allMatch(List::isEmpty) ? ExitCodes.OK : ExitCodes.FINDING;
  }

  private int claims(PackLibrary library) {
    Lang language = terminal.lang();
    List<Law.Claim> claims =
        library.list().stream().flatMap(p -> p.law().claims().stream()).distinct().toList();
    PrintStream out = terminal.out();
    out.println(new Wording("编号 | 文中说法 | 查到的 | 处理", "id | claimed | found | status").in(language));
    for (Law.Claim claim : claims) {
      out.println(
          claim.id()
              + " | "
              + claim.says().in(language)
              + claim.value().map(value -> " (" + value + ")").orElse("")
              + " | "
              + claim.found().in(language)
              + " | "
              + ClaimStatus.words(claim.status()).in(language));
    }
    return ExitCodes.OK;
  }

  private boolean named(String pack) {
    return names.isEmpty() || names.contains(pack);
  }
}
