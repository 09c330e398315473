package dev.hufu.app.ops;

import java.nio.file.Path;
import java.util.List;

/**
 * One part of the report of {@code hufu doctor}. A room adds its own by naming a class in {@code
 * META-INF/services/dev.hufu.app.ops.DoctorSection}, for example the packs with their digests.
 *
 * <p>The report is made to be pasted into a public thread: no personal data, no user name.
 */
public interface DoctorSection {

  /** What it found; never throws, a failure is a line with {@code good = false}. */
  List<Line> look(Path folder);

  /**
   * One line of the report.
   *
   * @param name what was looked at, in English, such as {@code disk free}
   * @param found what was found
   * @param good whether it is as it should be
   */
  record Line(String name, String found, boolean good) {

    public static Line good(String name, String found) {
      return new Line(name, found, true);
    }

    public static Line bad(String name, String found) {
      return new Line(name, found, false);
    }
  }
}
