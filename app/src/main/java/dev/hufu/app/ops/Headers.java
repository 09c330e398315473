package dev.hufu.app.ops;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Sets the headers of every response before anything else has a say. In the container, in front of
 * all filters: a URL so broken that no filter sees it is answered with them too.
 *
 * <p>No script, style, picture or frame from anywhere but this server; no inline script or style;
 * no address of ours handed on to other sites; nothing kept in a cache. Static files loosen the
 * last one themselves.
 */
final class Headers extends ValveBase {

  static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
              + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private static final List<String> STATIC = List.of("/css/", "/js/", "/img/", "/webjars/");

  Headers() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    ALWAYS.forEach(response::setHeader);
    if (addressedByContent(request)) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }
    getNext().invoke(request, response);
  }

  /** Style sheets and scripts carry the digest of what they hold, so they never change. */
  private static boolean addressedByContent(Request request) {
    String query = request.getQueryString();
    return query != null
        && query.startsWith("v=")
        && STATIC.stream().anyMatch(request.getRequestURI()::startsWith);
  }
}
