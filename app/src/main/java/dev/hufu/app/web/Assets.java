package dev.hufu.app.web;

import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Addresses of style sheets and scripts, each with a digest of its bytes, so that a browser may
 * keep them for long and still sees a change at once.
 */
public final class Assets {

  private static final List<String> STYLES =
      List.of(
          "tokens",
          "base",
          "frame",
          "controls",
          "parts",
          "verdict",
          "pages",
          "paper",
          "plan",
          "lending",
          "workbench",
          "backtest",
          "price",
          "bills",
          "modes",
          "print");
  private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private static final Map<String, String> VERSIONED = new TreeMap<>();

  static {
    STYLES.forEach(name -> version("/static", "/css/" + name + ".css"));
    version("/static", "/js/hufu.js");
    version("/static", "/js/sign.js");
    version("/static", "/img/logo-small.svg");
    version("/META-INF/resources", HTMX);
  }

  private Assets() {}

  /** Style sheets in the order they must be read. */
  public static List<String> styles() {
    return STYLES.stream().map(name -> address("/css/" + name + ".css")).toList();
  }

  /** Scripts in the order they run; both only add to pages that work without them. */
  public static List<String> scripts() {
    return List.of(address(HTMX), address("/js/hufu.js"));
  }

  /** What makes keys and signatures; on the signer's page only. */
  public static String signing() {
    return address("/js/sign.js");
  }

  public static String icon() {
    return address("/img/logo-small.svg");
  }

  private static String address(String path) {
    String address = VERSIONED.get(path);
    if (address == null) {
      throw new IllegalArgumentException("no such asset: " + path);
    }
    return address;
  }

  private static void version(String root, String path) {
    try (InputStream bytes = Assets.class.getResourceAsStream(root + path)) {
      if (bytes == null) {
        throw new IllegalStateException("asset missing from the class path: " + root + path);
      }
      VERSIONED.put(path, path + "?v=" + Digest.of(bytes.readAllBytes()).brief());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
