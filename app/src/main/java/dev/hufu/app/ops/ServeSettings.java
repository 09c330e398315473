package dev.hufu.app.ops;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How one server is run.
 *
 * @param port TCP port of the pages; 0 lets the system choose
 * @param listen address to listen on; loopback unless the operator said otherwise
 * @param folder the data folder
 * @param moreHosts host names, besides loopback, under which the pages may be asked for
 * @param clock what time it is; a test hands in its own
 */
public record ServeSettings(
    int port, String listen, Path folder, List<String> moreHosts, Clock clock) {

  public static final String LOOPBACK = "127.0.0.1";

  public ServeSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is 0–65535: " + port);
    }
    moreHosts = List.copyOf(moreHosts);
  }

  /** A server for this machine alone. */
  public static ServeSettings local(int port, Path folder, Clock clock) {
    return new ServeSettings(port, LOOPBACK, folder, List.of(), clock);
  }

  /** Every host name that is answered; others are a foreign page pointing its name here. */
  Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>(List.of(LOOPBACK, "localhost", "[::1]", "::1"));
    hosts.addAll(moreHosts);
    return hosts;
  }
}
