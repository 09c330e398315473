package dev.hufu.app.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium and a Chinese font: only the tests need them, so their absence is no fault. */
final class BrowserSection implements DoctorSection {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  @Override
  public List<Line> look(Path folder) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.good(
            "chromium",
            BROWSERS.stream()
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .map(Path::toString)
                .orElse("absent (only the browser tests need it)")));
    lines.add(Line.good("chinese font", fontLine()));
    return lines;
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String fontLine() {
    Optional<Path> lister = onPath("fc-list");
    if (lister.isEmpty()) {
      return "unknown (no fc-list)";
    }
    try {
      Process listing =
          new ProcessBuilder(lister.get().toString(), ":lang=zh", "family")
              .redirectErrorStream(true)
              .start();
      listing.getOutputStream().close();
      String first =
          new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElse("");
      return first.isBlank() ? "absent (only the browser tests need it)" : first;
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
