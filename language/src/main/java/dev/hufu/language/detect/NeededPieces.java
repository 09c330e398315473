package dev.hufu.language.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plain pieces that a text must contain for a pattern to match: of each group at least one.
 *
 * <p>Example: {@code (急|马上).{0,8}(钱|转)} needs one of 急, 马上 and one of 钱, 转. The pieces of all
 * patterns are looked for at once, and only patterns that could match are run. Where a construct is
 * not understood nothing is needed, so a pattern is never left out wrongly.
 *
 * <p>The idea is that of RE2's prefilter (Russ Cox, "Regular Expression Matching with a Trigram
 * Index", 2012).
 */
final class NeededPieces {

  private static final int GROUPS_MAX = 3;
  private static final int PIECES_MAX = 40;

  /** One way to match: what it needs, and the text itself where that is fully known. */
  private record Need(List<Set<String>> groups, Optional<String> exact) {
    static final Need NOTHING = new Need(List.of(), Optional.empty());
    static final Need EMPTY = new Need(List.of(), Optional.of(""));
  }

  private final String pattern;
  private int at;

  /** Whether the last atom may come more than once or not at all. */
  private boolean repeats;

  /** Whether a construct came up that is not understood. */
  private boolean lost;

  private NeededPieces(String pattern) {
    this.pattern = pattern;
  }

  /** Groups of pieces; empty if the pattern must always be run. */
  static List<Set<String>> of(String pattern) {
    if (pattern.contains("\\Q") || pattern.contains("[[") || pattern.contains("[:")) {
      return List.of();
    }
    NeededPieces reader = new NeededPieces(pattern);
    Need need = reader.alternatives();
    return reader.lost || reader.at < pattern.length() ? List.of() : best(groupsOf(need));
  }

  private static List<Set<String>> groupsOf(Need need) {
    List<Set<String>> groups = new ArrayList<>(need.groups());
    need.exact().filter(text -> !text.isEmpty()).ifPresent(text -> groups.add(Set.of(text)));
    return groups;
  }

  /** The groups that tell most: few and long pieces first. */
  private static List<Set<String>> best(List<Set<String>> groups) {
    return groups.stream()
        .filter(group -> group.size() <= PIECES_MAX)
        .sorted(Comparator.comparingInt(NeededPieces::shortest).reversed().thenComparing(Set::size))
        .limit(GROUPS_MAX)
        .toList();
  }

  private static int shortest(Set<String> group) {
    return group.stream().mapToInt(String::length).min().orElse(0);
  }

  private Need alternatives() {
    List<Need> branches = new ArrayList<>();
    branches.add(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      branches.add(sequence());
    }
    if (branches.size() == 1) {
      return branches.get(0);
    }
    Set<String> any = new TreeSet<>();
    for (Need branch : branches) {
      List<Set<String>> groups = best(groupsOf(branch));
      if (groups.isEmpty()) {
        return Need.NOTHING;
      }
      any.addAll(groups.get(0));
    }
    return new Need(List.of(any), Optional.empty());
  }

  private Need sequence() {
    List<Set<String>> groups = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean wholeKnown = true;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      Need atom = atom();
      boolean optional = skipRepetition();
      if (!optional && atom.exact().isPresent() && !repeats) {
        run.append(atom.exact().get());
        continue;
      }
      wholeKnown = false;
      flush(run, groups);
      if (!optional) {
        groups.addAll(groupsOf(atom));
      }
    }
    if (wholeKnown) {
      return new Need(List.of(), Optional.of(run.toString()));
    }
    flush(run, groups);
    return new Need(groups, Optional.empty());
  }

  private static void flush(StringBuilder run, List<Set<String>> groups) {
    if (!run.isEmpty()) {
      groups.add(Set.of(run.toString()));
      run.setLength(0);
    }
  }

  /** Passes over *, +, ?, {m,n}; tells whether the atom may be left out. */
  private boolean skipRepetition() {
    repeats = false;
    boolean optional = false;
    while (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      char c = pattern.charAt(at);
      repeats = true;
      if (c == '{') {
        int close = pattern.indexOf('}', at);
        if (close < 0) {
          return true;
        }
        optional |= pattern.startsWith("{0", at);
        at = close + 1;
      } else {
        // A ? behind another repetition only makes it reluctant; taking it as optional is safe.
        optional |= c != '+';
        at++;
      }
    }
    return optional;
  }

  private Need atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf();
      case '.' -> Need.NOTHING;
      case '^', '$' -> Need.EMPTY;
      case '\\' -> escaped();
      default -> new Need(List.of(), Optional.of(String.valueOf(c)));
    };
  }

  private Need group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?", at)) {
      return giveUp();
    }
    Need inside = alternatives();
    at++;
    return inside;
  }

  private Need escaped() {
    if (at >= pattern.length()) {
      return Need.NOTHING;
    }
    char c = pattern.charAt(at++);
    if (c == 'b' || c == 'B') {
      return Need.EMPTY;
    }
    if (c == 'p' || c == 'P' || c == 'x') {
      return giveUp();
    }
    boolean plain = !Character.isLetterOrDigit(c);
    return plain ? new Need(List.of(), Optional.of(String.valueOf(c))) : Need.NOTHING;
  }

  private Need oneOf() {
    Set<String> any = new TreeSet<>();
    boolean known = !pattern.startsWith("^", at);
    boolean first = true;
    while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
      char c = pattern.charAt(at++);
      first = false;
      if (c == '\\' || c == '[') {
        known = false;
        at += c == '\\' ? 1 : 0;
      }
      if (c == '-' || c == '^') {
        known = false;
      }
      any.add(String.valueOf(c));
    }
    at++;
    return known && at <= pattern.length()
        ? new Need(List.of(any), Optional.empty())
        : Need.NOTHING;
  }

  private Need giveUp() {
    lost = true;
    at = pattern.length();
    return Need.NOTHING;
  }
}
