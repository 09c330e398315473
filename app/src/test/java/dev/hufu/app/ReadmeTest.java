package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Goal: documents do not promise what is not there. Method: every page as text; commands and
 * options against the model of the command line, links against the files, names of types and
 * templates against the sources.
 */
class ReadmeTest {

  private static final Path ROOT = SourceTree.root();

  /** What the launcher does itself, before any program runs. */
  private static final Set<String> OF_THE_LAUNCHER = Set.of("test", "build", "bench");

  private static final Pattern CALL = Pattern.compile("\\./hufu +([^`\\n]+)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]+(?:-[a-z]+)*");
  private static final Pattern LINK = Pattern.compile("!?\\[[^]]*]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern TYPE =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z]\\w*)(?:[.(][^`]*)?`");
  private static final Pattern TEMPLATE =
      Pattern.compile("`(?:app/src/main/jte/)?([\\w/]+\\.jte)`");

  private final CommandLine commands =
      Main.commandLine(new Terminal(System.out, System.err, Lang.EN), Map.of());

  @Test
  void everyCallNamedInAPageCanBeMade() {
    List<String> wrong = new ArrayList<>();
    for (Path page : pages()) {
      for (String call : found(CALL, page, m -> m.group(1))) {
        String first = call.split("[ ;,)]", 2)[0];
        boolean named = first.matches("[a-z]+");
        if (named && !OF_THE_LAUNCHER.contains(first) && !names().contains(first)) {
          wrong.add(shown(page) + ": ./hufu " + call);
        } else if (!OF_THE_LAUNCHER.contains(first)) {
          Set<String> known = options(named ? first : "serve");
          OPTION
              .matcher(call)
              .results()
              .map(MatchResult::group)
              .filter(option -> !known.contains(option))
              .forEach(option -> wrong.add(shown(page) + ": ./hufu " + first + " " + option));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePageOfTheCommandLineNamesEveryOptionWhereItBelongs() {
    Set<String> everywhere = options("");
    for (String section : read(ROOT.resolve("docs/reference/cli.md")).split("\n## ")) {
      if (!section.startsWith("`./hufu ")) {
        continue;
      }
      String command = section.substring(8).split("[ `]", 2)[0];
      Set<String> told =
          OPTION.matcher(section).results().map(MatchResult::group).collect(Collectors.toSet());
      Set<String> missing = new TreeSet<>(options(command));
      missing.removeAll(everywhere);
      assertThat(told).as(command).containsAll(missing);
      assertThat(options(command)).as(command).containsAll(told);
    }
    assertThat(read(ROOT.resolve("docs/reference/cli.md")))
        .contains(names().stream().map(name -> "./hufu " + name).toList());
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> wrong = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : found(LINK, page, m -> m.group(1))) {
        if (link.matches("(https?|mailto):.*|#.*")) {
          continue;
        }
        Path to = page.resolveSibling(link.replaceFirst("#.*", "")).normalize();
        if (!Files.exists(to)) {
          wrong.add(shown(page) + ": " + link);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyTypeAndTemplateNamedExists() throws IOException {
    Set<String> files = new HashSet<>();
    try (Stream<Path> tree = Files.walk(ROOT)) {
      tree.map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\w+\\.(java|properties)"))
          .forEach(name -> files.add(name.substring(0, name.indexOf('.'))));
    }
    for (String page : List.of("ARCHITECTURE.md", "docs/glossary.md")) {
      List<String> named = found(TYPE, ROOT.resolve(page), m -> m.group(1));
      assertThat(named).as(page).hasSizeGreaterThan(20);
      assertThat(files).as(page).containsAll(named);
    }
    assertThat(found(TEMPLATE, ROOT.resolve("ARCHITECTURE.md"), m -> m.group(1)))
        .isNotEmpty()
        .allMatch(name -> Files.exists(ROOT.resolve("app/src/main/jte").resolve(name)));
  }

  @Test
  void bothLanguagesOfTheReadmeHaveTheSameParts() {
    Function<String, List<String>> parts =
        page ->
            read(ROOT.resolve(page))
                .lines()
                .filter(line -> line.matches("(#|!\\[|```|\\| [A-E][0-9]?).*"))
                .map(line -> line.replaceAll("[^#!`].*", ""))
                .toList();
    assertThat(parts.apply("README.en.md")).isEqualTo(parts.apply("README.md")).isNotEmpty();
  }

  private Set<String> names() {
    return commands.getSubcommands().entrySet().stream()
        .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The options one may write after a command, or before any, that a person is meant to see. */
  private Set<String> options(String command) {
    CommandLine named = commands.getSubcommands().get(command);
    CommandSpec spec = (named == null ? commands : named).getCommandSpec();
    return (named == null ? Stream.of(spec) : withTasks(spec))
        .flatMap(each -> each.options().stream())
        .filter(option -> !option.hidden())
        .flatMap(option -> Arrays.stream(option.names()))
        .filter(name -> name.startsWith("--"))
        .collect(Collectors.toSet());
  }

  /** A command and, where its tasks are commands of their own, those. */
  private static Stream<CommandSpec> withTasks(CommandSpec spec) {
    return Stream.concat(
        Stream.of(spec),
        spec.subcommands().values().stream().flatMap(task -> withTasks(task.getCommandSpec())));
  }

  private static List<String> found(Pattern what, Path page, Function<MatchResult, String> part) {
    return what.matcher(read(page)).results().map(part).toList();
  }

  private static List<Path> pages() {
    try (Stream<Path> tree = Files.walk(ROOT)) {
      return tree.filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !shown(file).matches("(.*/)?(target|\\.git|node_modules)/.*"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String shown(Path file) {
    return ROOT.relativize(file).toString();
  }
}
