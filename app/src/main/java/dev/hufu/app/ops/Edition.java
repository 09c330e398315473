package dev.hufu.app.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.Manifest;

/**
 * Which Hufu this is, read from the program's own jar.
 *
 * @param version such as {@code 0.1.0-SNAPSHOT}; {@code dev} when not run from a jar
 * @param commit the commit it was built from, or {@code unknown}
 */
public record Edition(String version, String commit) {

  /** The edition that is running. */
  public static Edition read() {
    URL own = Edition.class.getResource("Edition.class");
    if (own == null || !own.toString().contains("!/")) {
      return new Edition("dev", "unknown");
    }
    String jar = own.toString().substring(0, own.toString().lastIndexOf("!/") + 2);
    try (InputStream in = java.net.URI.create(jar + "META-INF/MANIFEST.MF").toURL().openStream()) {
      var main = new Manifest(in).getMainAttributes();
      String version = main.getValue("Implementation-Version");
      String commit = main.getValue("Hufu-Commit");
      return new Edition(version == null ? "dev" : version, commit == null ? "unknown" : commit);
    } catch (IOException unreadable) {
      return new Edition("dev", "unknown");
    }
  }

  @Override
  public String toString() {
    return version + " (" + commit + ")";
  }
}
