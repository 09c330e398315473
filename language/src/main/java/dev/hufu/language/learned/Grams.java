package dev.hufu.language.learned;

import java.util.Arrays;

/**
 * The runs of one to four tokens of a text, each as a number below a power of two.
 *
 * <p>A number is a place in a table of weights; different runs may share one ("hashing trick",
 * Weinberger et al., ICML 2009).
 */
final class Grams {

  /** Longest run of tokens. */
  static final int TOKENS_MAX = 4;

  private final int shift;
  private int[] index;
  private int[] first;
  private int[] last;
  private int size;

  private Grams(int bits, int room) {
    shift = Integer.SIZE - bits;
    index = new int[room];
    first = new int[room];
    last = new int[room];
  }

  /** Every run, in the order of the text; a run that comes twice is there twice. */
  static Grams of(TokenRun run, int bits) {
    Grams grams = new Grams(bits, Math.max(8, run.size() * TOKENS_MAX));
    for (int at = 0; at < run.size(); at++) {
      int hash = 0x9E3779B9;
      for (int end = at; end < run.size() && end - at < TOKENS_MAX; end++) {
        hash = mix(hash * 31 + run.token(end));
        grams.add(hash, at, end);
      }
    }
    return grams;
  }

  int size() {
    return size;
  }

  int index(int at) {
    return index[at];
  }

  /** First token of run {@code at}. */
  int first(int at) {
    return first[at];
  }

  /** Last token of run {@code at}, inclusive. */
  int last(int at) {
    return last[at];
  }

  /** The numbers of the runs, each once, rising. */
  int[] distinct() {
    int[] sorted = Arrays.copyOf(index, size);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private void add(int hash, int from, int to) {
    if (size == index.length) {
      int room = size * 2;
      index = Arrays.copyOf(index, room);
      first = Arrays.copyOf(first, room);
      last = Arrays.copyOf(last, room);
    }
    index[size] = hash >>> shift;
    first[size] = from;
    last[size++] = to;
  }

  /** The finaliser of MurmurHash3: every bit in moves every bit out. */
  private static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
