package dev.hufu.app.web;

/**
 * A link that goes out to somebody, just made.
 *
 * @param local whether the address leads nowhere but to this machine
 */
public record OutLink(String address, boolean local, QrPath qr) {

  public static OutLink of(String base, String path) {
    String host = java.net.URI.create(base).getHost();
    boolean local =
        host == null || host.equals("localhost") || host.startsWith("127.") || host.contains("::1");
    return new OutLink(base + path, local, QrPath.of(base + path));
  }

  /** The address opens the link, so it is never printed. */
  @Override
  public String toString() {
    return "OutLink[local=" + local + "]";
  }
}
