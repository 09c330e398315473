package dev.hufu.intake.lender;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pasted list of permissions: the names Android gives them, the lines of a build tool, the keys
 * of an iOS privacy list, or the words of a phone's settings page.
 *
 * <p>Example: {@code PermissionText.read("uses-permission: name='android.permission.CAMERA'")}
 * gives {@code android.permission.CAMERA}.
 */
public final class PermissionText {

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)+");
  private static final Pattern IOS = Pattern.compile("NS\\w{1,60}UsageDescription");
  private static final int LINE_CHARS_MAX = 300;
  private static final int NAME_CHARS_MAX = 200;

  private PermissionText() {}

  /**
   * Reads one permission a line.
   *
   * @return names or, where a line holds none, its words; sorted, without repetition; {@link
   *     Code#PERMISSIONS_UNREADABLE}
   */
  public static Outcome<List<String>> read(String text) {
    TreeSet<String> found = new TreeSet<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (line.length() > LINE_CHARS_MAX || found.size() == Limits.PERMISSIONS_MAX) {
        return Outcome.refused(Code.PERMISSIONS_UNREADABLE, shown(line));
      }
      found.add(one(line));
    }
    return Outcome.of(List.copyOf(found));
  }

  private static String one(String line) {
    Matcher ios = IOS.matcher(line);
    if (ios.find()) {
      return ios.group();
    }
    Matcher name = NAME.matcher(line);
    return name.find() ? name.group() : shown(line);
  }

  static boolean named(String permission) {
    return permission.length() <= NAME_CHARS_MAX && NAME.matcher(permission).matches();
  }

  /** Words of a stranger, fit to be shown. */
  static String shown(String words) {
    String plain = words.replaceAll("\\p{Cntrl}", "�");
    return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
  }
}
