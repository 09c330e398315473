package dev.hufu.tlog.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The index of a bundle, {@code data/items.txt}, in lines:
 *
 * <pre>{@code
 * hufu.bundle/1
 * matter M-7Q4K2M9F
 * profile court
 * made 2026-11-22T06:00:00Z
 * item 0001 open document 9f2c… payload.txt original.pdf
 * item 0002 open decision 71aa… payload.json -
 * item 0003 redacted capture 08be… - -
 * item 0004 waiting capture - payload.txt original.png
 * }</pre>
 *
 * <p>An item is {@code open}, {@code redacted} (its entry and proof only) or {@code waiting} (no
 * entry yet when the bundle was made).
 */
record Items(String matter, String profile, String made, List<Item> items) {

  private static final Pattern HEAD =
      Pattern.compile(
          "hufu\\.bundle/1\nmatter (M-[0-9A-Z]{8})\nprofile ([a-z]{1,20})\n"
              + "made ([0-9TZ:.-]{1,40})\n");
  private static final Pattern ITEM =
      Pattern.compile(
          "item ([0-9]{4}) (?:(open) ([a-z-]{1,40}) ([0-9a-f]{64}) (payload\\.(?:txt|json))"
              + " (original(?:\\.[a-z0-9]{1,8})?|-)"
              + "|(redacted) ([a-z-]{1,40}) ([0-9a-f]{64}) - -"
              + "|(waiting) ([a-z-]{1,40}) - (payload\\.(?:txt|json))"
              + " (original(?:\\.[a-z0-9]{1,8})?|-))\n");

  /** How much of an item is there. */
  enum State {
    OPEN,
    REDACTED,
    WAITING
  }

  /**
   * One item.
   *
   * @param leafHash empty if waiting
   * @param payload the file that is committed to; empty if redacted
   * @param original the file the payload speaks of; empty if the payload is all there is
   */
  record Item(
      String number, State state, String kind, String leafHash, String payload, String original) {

    String path(String file) {
      return "data/items/" + number + "/" + file;
    }

    /** Every file that this item must have. */
    List<String> files() {
      List<String> files = new ArrayList<>();
      if (state != State.WAITING) {
        files.add(path("leaf.json"));
        files.add(path("entry.tlog-proof"));
      }
      if (state != State.REDACTED) {
        files.add(path(payload));
        files.add(path("salt.bin"));
        if (!original.isEmpty()) {
          files.add(path(original));
        }
      }
      return files;
    }
  }

  static Optional<Items> parse(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    Matcher item = ITEM.matcher(text);
    int at = head.end();
    while (at < text.length()) {
      if (!item.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      items.add(read(item));
      if (!item.group(1).equals("%04d".formatted(items.size()))) {
        return Optional.empty();
      }
      at = item.end();
    }
    return Optional.of(new Items(head.group(1), head.group(2), head.group(3), List.copyOf(items)));
  }

  private static Item read(Matcher line) {
    String number = line.group(1);
    if (line.group(2) != null) {
      return new Item(
          number, State.OPEN, line.group(3), line.group(4), line.group(5), file(line.group(6)));
    }
    if (line.group(7) != null) {
      return new Item(number, State.REDACTED, line.group(8), line.group(9), "", "");
    }
    return new Item(
        number, State.WAITING, line.group(11), "", line.group(12), file(line.group(13)));
  }

  private static String file(String name) {
    return name.equals("-") ? "" : name;
  }
}
