package dev.hufu.policy.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A card as flat arrays, to be scored without touching the heap. Values stand in the order of the
 * card's characteristics: a number, what {@link #word} gives for a word, NaN for none.
 *
 * <p>Example: {@code scorer.score(values, scorer.mask(List.of("CONTACTS")))}.
 */
public final class CardScorer {

  /** In place of a bin: the class was refused, or never asked for. */
  public static final int NEUTRAL = -1;

  private static final double UNSEEN = -1;

  private final Scorecard card;
  private final double start;
  private final double[] points;
  private final double[] ends;
  private final int[] firstBin;
  private final int[] firstEnd;
  private final double[] specials;
  private final int[] specialBins;
  private final int[] firstSpecial;
  private final int[] missingBins;
  private final int[] otherBins;
  private final double[] neutral;
  private final long[] classBits;
  private final boolean[] worded;
  private final List<Map<String, Integer>> words;

  public CardScorer(Scorecard card) {
    this.card = card;
    this.start = card.start();
    Flat flat = new Flat(card);
    this.points = flat.points;
    this.ends = flat.ends;
    this.firstBin = flat.firstBin;
    this.firstEnd = flat.firstEnd;
    this.specials = flat.specials;
    this.specialBins = flat.specialBins;
    this.firstSpecial = flat.firstSpecial;
    this.missingBins = flat.missingBins;
    this.otherBins = flat.otherBins;
    this.neutral = flat.neutral;
    this.classBits = flat.classBits;
    this.worded = flat.worded;
    this.words = flat.words;
  }

  public Scorecard card() {
    return card;
  }

  /** The score where every class of data may be used. */
  public double score(double[] values) {
    return score(values, 0);
  }

  /**
   * The score.
   *
   * @param withheld the classes that may not be used, from {@link #mask}
   */
  public double score(double[] values, long withheld) {
    double score = start;
    for (int i = 0; i < neutral.length; i++) {
      int bin = (classBits[i] & withheld) != 0 ? NEUTRAL : bin(i, values[i]);
      score += bin == NEUTRAL ? neutral[i] : points[firstBin[i] + bin];
    }
    return score;
  }

  /** The bin a value of a characteristic lies in, or {@link #NEUTRAL} where none takes it. */
  public int bin(int characteristic, double value) {
    if (Double.isNaN(value)) {
      return missingBins[characteristic];
    }
    if (worded[characteristic]) {
      return value >= 0 ? (int) value : otherBins[characteristic];
    }
    for (int s = firstSpecial[characteristic]; s < firstSpecial[characteristic + 1]; s++) {
      if (specials[s] == value) {
        return specialBins[s];
      }
    }
    // Every bound is compared: a loop that stops early costs more in branches guessed wrong.
    int at = 0;
    for (int end = firstEnd[characteristic]; end < firstEnd[characteristic + 1]; end++) {
      at += value >= ends[end] ? 1 : 0;
    }
    return at;
  }

  /** What stands for a word in the values: its bin, or a sign that no bin names it. */
  public double word(int characteristic, String word) {
    return words.get(characteristic).getOrDefault(word, (int) UNSEEN);
  }

  /** Whether a value is a word no bin names. */
  public boolean unseen(int characteristic, double value) {
    return worded[characteristic] && value == UNSEEN;
  }

  /** The points of a bin. */
  public double points(int characteristic, int bin) {
    return bin == NEUTRAL ? neutral[characteristic] : points[firstBin[characteristic] + bin];
  }

  /** Classes as bits; those the card does not know have none. */
  public long mask(Iterable<String> classes) {
    long mask = 0;
    for (String name : classes) {
      for (int i = 0; i < card.classes().size(); i++) {
        mask |= card.classes().get(i).id().equals(name) ? 1L << i : 0;
      }
    }
    return mask;
  }

  /** Whether a characteristic's class is among those withheld. */
  public boolean withheld(int characteristic, long mask) {
    return (classBits[characteristic] & mask) != 0;
  }

  /** Lays the bins out: intervals first of each characteristic, so that they count from 0. */
  private static final class Flat {
    final double[] points;
    final double[] ends;
    final int[] firstBin;
    final int[] firstEnd;
    final double[] specials;
    final int[] specialBins;
    final int[] firstSpecial;
    final int[] missingBins;
    final int[] otherBins;
    final double[] neutral;
    final long[] classBits;
    final boolean[] worded;
    final List<Map<String, Integer>> words = new ArrayList<>();
    private int endCount;
    private int specialCount;

    Flat(Scorecard card) {
      List<Characteristic> all = card.characteristics();
      int bins = all.stream().mapToInt(c -> c.bins().size()).sum();
      points = new double[bins];
      ends = new double[bins];
      firstBin = new int[all.size()];
      firstEnd = new int[all.size() + 1];
      specials = new double[all.stream().mapToInt(Flat::specials).sum()];
      specialBins = new int[specials.length];
      firstSpecial = new int[all.size() + 1];
      missingBins = new int[all.size()];
      otherBins = new int[all.size()];
      neutral = new double[all.size()];
      classBits = new long[all.size()];
      worded = new boolean[all.size()];
      List<String> classes = card.classes().stream().map(ClassUse::id).toList();
      int at = 0;
      for (int i = 0; i < all.size(); i++) {
        Characteristic each = all.get(i);
        firstBin[i] = at;
        for (Bin bin : each.bins()) {
          points[at++] = bin.points();
        }
        neutral[i] = each.neutral().orElse(0);
        classBits[i] = each.data().map(name -> 1L << classes.indexOf(name)).orElse(0L);
        worded[i] = each.words();
        lay(i, each.bins());
      }
    }

    private static int specials(Characteristic each) {
      return each.bins().stream()
          .mapToInt(bin -> bin.where() instanceof Bin.Special(var values) ? values.size() : 0)
          .sum();
    }

    private void lay(int i, List<Bin> bins) {
      missingBins[i] = NEUTRAL;
      Map<String, Integer> named = new HashMap<>();
      int other = NEUTRAL;
      for (int b = 0; b < bins.size(); b++) {
        switch (bins.get(b).where()) {
          case Bin.Interval interval -> ends[endCount++] = end(interval);
          case Bin.Words(var list) -> {
            for (String word : list) {
              named.put(word, b);
            }
          }
          case Bin.Special(var values) -> {
            for (double value : values) {
              specials[specialCount] = value;
              specialBins[specialCount++] = b;
            }
          }
          case Bin.Missing missing -> missingBins[i] = b;
          case Bin.Other others -> other = b;
        }
      }
      firstEnd[i + 1] = endCount;
      firstSpecial[i + 1] = specialCount;
      otherBins[i] = other == NEUTRAL ? missingBins[i] : other;
      words.add(named);
    }

    /** No number reaches the end of the last interval, not even an infinite one. */
    private static double end(Bin.Interval interval) {
      return interval.to().isPresent() ? interval.end() : Double.NaN;
    }
  }
}
