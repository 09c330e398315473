package dev.hufu.app.cli;

import dev.hufu.app.request.PackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped packs in another folder, the rules over transfers edited. */
final class OtherPacks {

  private OtherPacks() {}

  static Path copy(Path to, UnaryOperator<String> edit) throws IOException {
    Path from = PackHome.of(Map.of());
    List<Path> files;
    try (Stream<Path> tree = Files.walk(from)) {
      files =
          tree.filter(Files::isRegularFile)
              .filter(file -> from.relativize(file).startsWith("cn"))
              .toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.resolveSibling(""));
      boolean rules = file.endsWith("cn/transfer/rules.yaml");
      String text = Files.readString(file);
      Files.writeString(copy, rules ? edit.apply(text) : text);
    }
    return to;
  }
}
