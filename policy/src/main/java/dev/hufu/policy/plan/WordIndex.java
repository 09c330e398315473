package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The terms that a word leaves alive: by the word itself, else by how it begins. */
final class WordIndex implements ColumnIndex {

  private final int place;
  private final Map<String, long[]> byWord = new HashMap<>();

  /** Sorted; each with the longest other prefix that it begins with, or -1. */
  private final String[] prefixes;

  private final int[] shorter;
  private final long[][] byPrefix;
  private final long[] others;
  private final long[] whenMissing;
  private final long[] readers;

  WordIndex(Wants wants, int termWords) {
    this.place = wants.place;
    this.whenMissing = wants.whenMissing(termWords);
    this.readers = wants.readers(termWords);
    TreeSet<String> words = new TreeSet<>();
    TreeSet<String> begins = new TreeSet<>();
    for (Wants.OfWord want : wants.words) {
      words.addAll(want.words().exact());
      begins.addAll(want.words().prefixes());
    }
    this.prefixes = begins.toArray(String[]::new);
    this.shorter = new int[prefixes.length];
    this.byPrefix = new long[prefixes.length][];
    for (int i = 0; i < prefixes.length; i++) {
      shorter[i] = i - 1;
      while (shorter[i] >= 0 && !prefixes[i].startsWith(prefixes[shorter[i]])) {
        shorter[i] = shorter[shorter[i]];
      }
    }
    long[] known = wants.whenKnown(termWords);
    this.others = known.clone();
    for (Wants.OfWord want : wants.words) {
      if (!want.words().except()) {
        ColumnIndex.clear(others, want.term());
      }
    }
    Map<String, List<Wants.OfWord>> named = new HashMap<>();
    Map<String, List<Wants.OfWord>> begun = new HashMap<>();
    for (Wants.OfWord want : wants.words) {
      want.words()
          .exact()
          .forEach(w -> named.computeIfAbsent(w, k -> new java.util.ArrayList<>()).add(want));
      want.words()
          .prefixes()
          .forEach(p -> begun.computeIfAbsent(p, k -> new java.util.ArrayList<>()).add(want));
    }
    for (int i = 0; i < prefixes.length; i++) {
      byPrefix[i] = (shorter[i] < 0 ? others : byPrefix[shorter[i]]).clone();
      listed(byPrefix[i], begun.getOrDefault(prefixes[i], List.of()), known);
    }
    for (String word : words) {
      long[] bits = begun(word).clone();
      listed(bits, named.getOrDefault(word, List.of()), known);
      byWord.put(word, bits);
    }
  }

  /** These terms list the word: it is one of theirs, or one of those they except. */
  private static void listed(long[] bits, List<Wants.OfWord> wants, long[] known) {
    for (Wants.OfWord want : wants) {
      if (want.words().except()) {
        ColumnIndex.clear(bits, want.term());
      } else {
        int term = want.term();
        bits[term >>> 6] |= known[term >>> 6] & 1L << term;
      }
    }
  }

  /** By the longest prefix that fits; the shorter ones are contained in its bits. */
  private long[] begun(String word) {
    int place = Arrays.binarySearch(prefixes, word);
    int prefix = place < 0 ? -place - 2 : place;
    while (prefix >= 0 && !word.startsWith(prefixes[prefix])) {
      prefix = shorter[prefix];
    }
    return prefix < 0 ? others : byPrefix[prefix];
  }

  @Override
  public void apply(Row row, long[] alive, long[] unsure) {
    if (!row.known(place)) {
      ColumnIndex.and(alive, whenMissing, 0);
      ColumnIndex.or(unsure, readers);
      return;
    }
    String word = row.word(place);
    long[] bits = byWord.get(word);
    ColumnIndex.and(alive, bits == null ? begun(word) : bits, 0);
  }

  @Override
  public long bytes() {
    long row = others.length * 8L + 16;
    long names = 0;
    for (String word : byWord.keySet()) {
      names += 96 + 2L * word.length();
    }
    return row * (byWord.size() + prefixes.length + 3) + names + prefixes.length * 64L;
  }
}
