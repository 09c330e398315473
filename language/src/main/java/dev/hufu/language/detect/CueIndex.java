package dev.hufu.language.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import dev.hufu.kernel.script.Cue;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * All phrases and patterns of a list of cues, in one automaton: whole phrases, halves of phrases
 * that may have a slip (one slip leaves one half as it was), and the pieces that patterns need.
 */
final class CueIndex {

  /** A cue seen more often than this in one text says nothing new. */
  private static final int HITS_OF_CUE_MAX = 200;

  private sealed interface Use {
    record Whole(int cue, String phrase) implements Use {}

    record Half(int cue, String phrase, int from, int to) implements Use {}

    record Piece(int number) implements Use {}
  }

  /** A pattern, the groups of pieces it needs, and how far a match may reach. */
  private record Piecewise(int cue, Pattern pattern, List<BitSet> needs, int reach) {}

  /** A cue at a place of a folded text. */
  record Found(int cue, int from, int to, boolean slipped) {}

  /** The places found so far, at most so many of each cue. */
  private static final class Hits {
    final List<Found> places = new ArrayList<>();
    final int[] counts;

    Hits(int cues) {
      counts = new int[cues];
    }

    void add(Found found) {
      if (counts[found.cue()]++ < HITS_OF_CUE_MAX) {
        places.add(found);
      }
    }
  }

  private final AhoCorasickDoubleArrayTrie<List<Use>> trie = new AhoCorasickDoubleArrayTrie<>();
  private final List<Piecewise> patterns = new ArrayList<>();
  private final List<BrokenPattern> broken = new ArrayList<>();
  private final boolean empty;
  private final int cues;
  private final int pieces;

  CueIndex(List<Cue> cues, Folding folding) {
    this.cues = cues.size();
    TreeMap<String, List<Use>> words = new TreeMap<>();
    TreeMap<String, Integer> pieces = new TreeMap<>();
    for (int cue = 0; cue < cues.size(); cue++) {
      for (String phrase : cues.get(cue).phrases()) {
        addPhrase(words, cue, folding.fold(phrase).text().strip());
      }
      for (String pattern : cues.get(cue).patterns()) {
        addPattern(pieces, cue, cues.get(cue).id(), pattern);
      }
    }
    pieces.forEach((piece, number) -> use(words, piece, new Use.Piece(number)));
    this.pieces = pieces.size();
    empty = words.isEmpty();
    if (!empty) {
      trie.build(words);
    }
  }

  List<BrokenPattern> broken() {
    return List.copyOf(broken);
  }

  private static void use(TreeMap<String, List<Use>> words, String word, Use use) {
    words.computeIfAbsent(word, w -> new ArrayList<>()).add(use);
  }

  private static void addPhrase(TreeMap<String, List<Use>> words, int cue, String phrase) {
    if (phrase.isEmpty()) {
      return;
    }
    use(words, phrase, new Use.Whole(cue, phrase));
    if (SlipMatcher.allowsSlip(phrase)) {
      int middle = phrase.length() / 2;
      use(words, phrase.substring(0, middle), new Use.Half(cue, phrase, 0, middle));
      use(words, phrase.substring(middle), new Use.Half(cue, phrase, middle, phrase.length()));
    }
  }

  private void addPattern(TreeMap<String, Integer> pieces, int cue, String id, String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      if (compiled.matcher("").matches()) {
        broken.add(new BrokenPattern(id, pattern, "matches the empty text"));
        return;
      }
      List<BitSet> needs = new ArrayList<>();
      for (Set<String> group : NeededPieces.of(pattern)) {
        BitSet any = new BitSet();
        group.forEach(piece -> any.set(pieces.computeIfAbsent(piece, p -> pieces.size())));
        needs.add(any);
      }
      patterns.add(new Piecewise(cue, compiled, List.copyOf(needs), PatternReach.of(pattern)));
    } catch (PatternSyntaxException e) {
      broken.add(new BrokenPattern(id, pattern, e.getDescription()));
    }
  }

  /** Every place where a cue is seen, in no order. */
  List<Found> find(FoldedText folded) {
    Hits found = new Hits(cues);
    String text = folded.text();
    PiecePlaces seen = new PiecePlaces(pieces, text.length());
    if (!empty) {
      trie.parseText(
          text,
          (begin, end, uses) -> {
            for (Use use : uses) {
              switch (use) {
                case Use.Whole(int cue, String phrase) -> whole(text, cue, begin, end, found);
                case Use.Half half -> half(text, half, begin, end, found);
                case Use.Piece(int number) -> seen.add(number, begin, end);
              }
            }
          });
    }
    for (Piecewise piecewise : patterns) {
      if (seen.meet(piecewise.needs())) {
        run(piecewise, text, seen, found);
      }
    }
    return found.places;
  }

  /**
   * Runs a pattern where its pieces are near each other; where it has none, or reaches without
   * limit, on the whole text. Both find the same: a match lies whole on one of the stretches.
   */
  private static void run(Piecewise piecewise, String text, PiecePlaces seen, Hits found) {
    if (piecewise.needs().isEmpty() || piecewise.reach() >= text.length()) {
      run(piecewise, text, 0, found);
      return;
    }
    BitSet near = seen.near(piecewise.needs(), piecewise.reach());
    for (int from = near.nextSetBit(0); from >= 0; ) {
      int to = near.nextClearBit(from);
      int start = isWithinPair(text, from) ? from - 1 : from;
      int end = isWithinPair(text, to) ? to + 1 : to;
      run(piecewise, text.substring(start, end), start, found);
      from = near.nextSetBit(to);
    }
  }

  private static boolean isWithinPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static void run(Piecewise piecewise, String stretch, int offset, Hits found) {
    Matcher matcher = piecewise.pattern().matcher(stretch);
    for (int hits = 0; hits < HITS_OF_CUE_MAX && matcher.find(); hits++) {
      if (matcher.end() > matcher.start()) {
        int from = offset + matcher.start();
        found.add(new Found(piecewise.cue(), from, offset + matcher.end(), false));
      }
    }
  }

  private static void whole(String text, int cue, int from, int to, Hits found) {
    if (isWhole(text, from, to)) {
      found.add(new Found(cue, from, to, false));
    }
  }

  private static void half(String text, Use.Half half, int begin, int end, Hits found) {
    int from = begin;
    int to = end;
    if (half.from() == 0) {
      to = SlipMatcher.endAfterSlip(half.phrase(), half.to(), text, end);
    } else {
      from = SlipMatcher.startBeforeSlip(half.phrase(), half.from(), text, begin);
    }
    if (from >= 0 && to >= 0 && isWhole(text, from, to)) {
      found.add(new Found(half.cue(), from, to, true));
    }
  }

  /** Latin ends must be ends of words: "lend" is not in "blender". */
  private static boolean isWhole(String text, int from, int to) {
    boolean cutBefore =
        from > 0 && Folding.isLatin(text.charAt(from)) && Folding.isLatin(text.charAt(from - 1));
    boolean cutBehind =
        to < text.length()
            && Folding.isLatin(text.charAt(to - 1))
            && Folding.isLatin(text.charAt(to));
    return !cutBefore && !cutBehind;
  }
}
