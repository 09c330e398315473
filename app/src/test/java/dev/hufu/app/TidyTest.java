package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Goal: the house style holds in every module, not by promise. Method: the sources as text;
 * google-java-format has laid them out already, so a method begins at two spaces and ends at one
 * closing brace in the same column.
 */
class TidyTest {

  private static final int FILE_LINES_MAX = 500;
  private static final int METHOD_LINES_MAX = 60;
  private static final int COLUMNS_MAX = 100;

  /** "Data" and "Info" say nothing at the end of a name; a data folder is a thing of the field. */
  private static final Pattern BANNED_NAME =
      Pattern.compile("(Utils?|Common|Helpers?|Manager|Impl)(?=[A-Z]|$)|(Data|Info)$|^Abstract");

  private static final Pattern LEFTOVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled\\b");

  /** Folders of a particular machine; a test's own temporary folder has no fixed name. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile("/(ro" + "ot|ho" + "me/[a-z]+|wo" + "rk|Us" + "ers)/");

  private static final Pattern METHOD_END = Pattern.compile("^( {2}| {4})\\}$");
  private static final Pattern TYPE_START =
      Pattern.compile("\\b(class|interface|enum|record)\\b[^(=;]*[({]|^ +.*implements ");

  private static final Path ROOT = SourceTree.root();

  /** One list, an entry a code; two files of it would only be harder to search. */
  private static final Path REGISTER = Path.of("dev/hufu/kernel/code/Code.java");

  private static List<Path> sources = List.of();

  @BeforeAll
  static void readTree() throws IOException {
    sources = files(".java");
    assertThat(sources).hasSizeGreaterThan(50);
  }

  @Test
  void filesAreShort() throws IOException {
    List<String> long_ = new ArrayList<>();
    for (Path file : sources) {
      int lines = Files.readAllLines(file).size();
      if (lines > FILE_LINES_MAX && !file.endsWith(REGISTER)) {
        long_.add(shown(file) + " has " + lines + " lines");
      }
    }
    assertThat(long_).isEmpty();
  }

  @Test
  void methodsAreShort() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources) {
      found.addAll(longMethods(shown(file), Files.readAllLines(file)));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aLongMethodIsSeen() {
    List<String> lines = new ArrayList<>(List.of("class A {", "  void a() {"));
    for (int i = 0; i < METHOD_LINES_MAX - 2; i++) {
      lines.add("    b();");
    }
    lines.add("  }");
    lines.add("}");
    assertThat(longMethods("A", lines)).isEmpty();
    lines.add(3, "    b();");
    assertThat(longMethods("A", lines)).hasSize(1);
  }

  @Test
  void linesFitTheScreen() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        boolean text = line.contains("\"") || line.startsWith("import ") || line.contains("http");
        if (line.codePointCount(0, line.length()) > COLUMNS_MAX && !text) {
          found.add(shown(file) + ":" + (i + 1));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void namesComeFromTheField() {
    assertThat(sources)
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .noneMatch(name -> BANNED_NAME.matcher(name).find());
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path folder : sources.stream().map(Path::getParent).distinct().toList()) {
      if (folder.toString().contains("/src/test/")) {
        continue;
      }
      Path file = folder.resolve("package-info.java");
      if (!Files.exists(file)) {
        found.add(shown(folder) + " has no package-info.java");
      } else if (!Files.readString(file).matches("(?s)/\\*\\*.*\\.\\s.*@NullMarked.*")) {
        found.add(shown(file) + " lacks a sentence or @NullMarked");
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothingIsLeftOver() throws IOException {
    List<String> found = new ArrayList<>();
    for (String ending : List.of(".java", ".yaml", ".md", ".sql", ".xml", ".jte", ".css", ".js")) {
      for (Path file : files(ending)) {
        String text = Files.readString(file);
        if (LEFTOVER.matcher(text).find()) {
          found.add(shown(file) + " has a leftover");
        }
        if (MACHINE_PATH.matcher(text).find()) {
          found.add(shown(file) + " names a folder of one machine");
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** Methods over the limit, counted from the line that opens the body to the closing brace. */
  private static List<String> longMethods(String file, List<String> lines) {
    List<String> found = new ArrayList<>();
    for (int end = 0; end < lines.size(); end++) {
      if (!METHOD_END.matcher(lines.get(end)).matches()) {
        continue;
      }
      String margin = lines.get(end).replace("}", "");
      int start = end - 1;
      while (start >= 0 && !(lines.get(start).endsWith("{") && at(margin, lines.get(start)))) {
        start--;
      }
      boolean type = start >= 0 && TYPE_START.matcher(lines.get(start)).find();
      if (start >= 0 && !type && end - start + 1 > METHOD_LINES_MAX) {
        found.add(file + ":" + (start + 1) + " has " + (end - start + 1) + " lines");
      }
    }
    return found;
  }

  /**
   * Whether a line begins exactly at this margin, or is the end of a signature broken below it. The
   * head of a loop inside a method may be broken anywhere.
   */
  private static boolean at(String margin, String line) {
    String broken = margin + "    ";
    boolean plain = line.startsWith(margin) && line.charAt(margin.length()) != ' ';
    boolean inside = margin.length() > 2 && line.startsWith(broken) && line.endsWith(")) {");
    return plain
        || inside
        || line.matches(broken + " *throws [^;]*\\{$")
        || line.startsWith(broken)
            && line.matches(broken + "[^ ].*\\) (throws .*)?\\{$")
            && !line.contains(" -> ")
            && !line.matches(" +(if|for|while|switch|try|synchronized) .*");
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(ROOT)) {
      return tree.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !shown(file).matches("(.*/)?(target|\\.git|node_modules)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String shown(Path file) {
    return ROOT.relativize(file).toString();
  }
}
