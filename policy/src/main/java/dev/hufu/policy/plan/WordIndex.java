package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The terms that a word leaves alive: by the word itself, else by how it begins. */
final class WordIndex implements ColumnIndex {

  private final int place;
  private final Map<String, Integer> byWord = new HashMap<>();

  /** Sorted; each with the longest other prefix that it begins with, or -1. */
  private final String[] prefixes;

  private final int[] shorter;
  private final int[] byPrefix;
  private final int others;
  private final int missing;
  private final long[] readers;

  WordIndex(Wants wants, Table table) {
    int width = table.width();
    this.place = wants.place;
    this.missing = table.add(wants.whenMissing(width));
    this.readers = wants.readers(width);
    TreeMap<String, List<Wants.OfWord>> named = new TreeMap<>();
    TreeMap<String, List<Wants.OfWord>> begun = new TreeMap<>();
    for (Wants.OfWord want : wants.words) {
      want.words().exact().forEach(word -> list(named, word).add(want));
      want.words().prefixes().forEach(prefix -> list(begun, prefix).add(want));
    }
    this.prefixes = begun.keySet().toArray(String[]::new);
    this.shorter = shorter(prefixes);
    this.byPrefix = new int[prefixes.length];
    long[] known = wants.whenKnown(width);
    long[] unlisted = known.clone();
    for (Wants.OfWord want : wants.words) {
      if (!want.words().except()) {
        ColumnIndex.clear(unlisted, want.term());
      }
    }
    this.others = table.add(unlisted);
    long[][] bits = new long[prefixes.length][];
    for (int i = 0; i < prefixes.length; i++) {
      bits[i] = (shorter[i] < 0 ? unlisted : bits[shorter[i]]).clone();
      listed(bits[i], list(begun, prefixes[i]), known);
      byPrefix[i] = table.add(bits[i]);
    }
    named.forEach(
        (word, listing) -> {
          int prefix = prefix(word);
          long[] row = (prefix < 0 ? unlisted : bits[prefix]).clone();
          listed(row, listing, known);
          byWord.put(word, table.add(row));
        });
  }

  private static List<Wants.OfWord> list(Map<String, List<Wants.OfWord>> map, String key) {
    return map.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private static int[] shorter(String[] prefixes) {
    int[] shorter = new int[prefixes.length];
    for (int i = 0; i < prefixes.length; i++) {
      shorter[i] = i - 1;
      while (shorter[i] >= 0 && !prefixes[i].startsWith(prefixes[shorter[i]])) {
        shorter[i] = shorter[shorter[i]];
      }
    }
    return shorter;
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

  /** The longest prefix that fits, or -1; its row contains what the shorter ones say. */
  private int prefix(String word) {
    int at = Arrays.binarySearch(prefixes, word);
    int prefix = at < 0 ? -at - 2 : at;
    while (prefix >= 0 && !word.startsWith(prefixes[prefix])) {
      prefix = shorter[prefix];
    }
    return prefix;
  }

  /** Where the row for the row's word begins in the table, or that for a missing one. */
  int find(Row row) {
    if (!row.known(place)) {
      return missing;
    }
    String word = row.word(place);
    Integer exact = byWord.get(word);
    if (exact != null) {
      return exact;
    }
    int prefix = prefix(word);
    return prefix < 0 ? others : byPrefix[prefix];
  }

  @Override
  public int missing() {
    return missing;
  }

  @Override
  public long[] readers() {
    return readers;
  }

  @Override
  public long bytes() {
    long names = 0;
    for (String word : byWord.keySet()) {
      names += 112 + 2L * word.length();
    }
    return names + prefixes.length * 72L + readers.length * 8L;
  }
}
