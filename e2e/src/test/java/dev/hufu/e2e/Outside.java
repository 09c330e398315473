package dev.hufu.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What the tests share: one server on a fresh data folder and one Chromium, both started when first
 * asked for and ended after the last test. Whoever visits gets cookies and an address of their own,
 * so no test sees another's matters.
 */
final class Outside implements AutoCloseable {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private @Nullable House house;
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  House house() {
    House open = house;
    if (open == null) {
      open = House.open(fresh("house"));
      house = open;
    }
    return open;
  }

  Browser browser() {
    Browser open = browser;
    if (open == null) {
      Playwright.CreateOptions options =
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
      Playwright created = Playwright.create(options);
      playwright = created;
      open =
          created
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(ARGUMENTS));
      browser = open;
    }
    return open;
  }

  /** A person with a browser of their own in front of the shared server. */
  Visitor visit(Visitor.Screen screen) {
    return new Visitor(browser(), Doorway.to(house().address()), screen);
  }

  /** A desktop in Chinese, light, with JavaScript. */
  Visitor visit() {
    return visit(Visitor.Screen.DESKTOP);
  }

  /** A second browser on the same address, as a friend's that opens a link it was sent. */
  Visitor visitBeside(Visitor neighbour, Visitor.Screen screen) {
    return new Visitor(browser(), neighbour.doorway(), screen);
  }

  /** An empty folder of that name under {@code target}. */
  static Path fresh(String name) {
    Path folder = Program.TARGET.resolve("data").resolve(name);
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> old = Files.walk(folder)) {
          for (Path file : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(folder.getParent());
      return folder;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    if (playwright != null) {
      playwright.close();
    }
    if (house != null) {
      house.close();
    }
  }

  private static Path chromium() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("HUFU_CHROMIUM")).stream(), BROWSERS.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium: apt-get install -y chromium"));
  }

  /** Hands the one {@link Outside} of a run to test classes that ask for it. */
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Outside.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Outside.class, _ -> new Outside(), Outside.class);
    }
  }
}
