package dev.hufu.policy.card;

import java.util.ArrayList;
import java.util.Arrays;
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

  private static final double UNSEEN = CardBounds.UNSEEN;

  private static final int LAST_STEP = 4;

  private final Scorecard card;
  private final double start;

  /** Where another bin begins: as much room for each characteristic, infinity in what is left. */
  private final double[] bounds;

  private final int room;
  private final int[] boundCounts;

  /** Of each characteristic: the bin for no value, then those for 0, 1, 2 … bounds reached. */
  private final int[] bins;

  /** What they are worth, in the same places. */
  private final double[] worth;

  private final double[] neutral;
  private final long[] classBits;
  private final boolean[] worded;
  private final List<Map<String, Integer>> words = new ArrayList<>();

  public CardScorer(Scorecard card) {
    this.card = card;
    this.start = card.start();
    List<Characteristic> all = card.characteristics();
    List<CardBounds> laid = all.stream().map(CardBounds::of).toList();
    int most = laid.stream().mapToInt(each -> each.bounds().size()).max().orElse(0);
    room = Integer.highestOneBit(Math.max(LAST_STEP, most)) * 2;
    bounds = new double[all.size() * room];
    Arrays.fill(bounds, Double.POSITIVE_INFINITY);
    boundCounts = new int[all.size()];
    bins = new int[all.size() * (room + 1)];
    worth = new double[bins.length];
    neutral = new double[all.size()];
    classBits = new long[all.size()];
    worded = new boolean[all.size()];
    List<String> classes = card.classes().stream().map(ClassUse::id).toList();
    for (int i = 0; i < all.size(); i++) {
      Characteristic each = all.get(i);
      neutral[i] = each.neutral().orElse(0);
      classBits[i] = each.data().map(name -> 1L << classes.indexOf(name)).orElse(0L);
      worded[i] = each.words();
      words.add(laid.get(i).words());
      boundCounts[i] = laid.get(i).bounds().size();
      for (int b = 0; b < boundCounts[i]; b++) {
        bounds[i * room + b] = laid.get(i).bounds().get(b);
      }
      for (int b = 0; b < laid.get(i).bins().size(); b++) {
        int bin = laid.get(i).bins().get(b);
        bins[i * (room + 1) + b] = bin;
        worth[i * (room + 1) + b] = points(i, bin);
      }
    }
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
      score += (classBits[i] & withheld) != 0 ? neutral[i] : worth[place(i, values[i])];
    }
    return score;
  }

  /** The bin a value of a characteristic lies in, or {@link #NEUTRAL} where none takes it. */
  public int bin(int characteristic, double value) {
    return bins[place(characteristic, value)];
  }

  /** By halves; the last three written out, as few cards ask for more. */
  private int place(int characteristic, double value) {
    int before = characteristic * room - 1;
    int at = before;
    for (int step = room >>> 1; step > LAST_STEP; step >>>= 1) {
      at += value >= bounds[at + step] ? step : 0;
    }
    at += value >= bounds[at + LAST_STEP] ? LAST_STEP : 0;
    at += value >= bounds[at + 2] ? 2 : 0;
    at += value >= bounds[at + 1] ? 1 : 0;
    // infinity reaches what is left of the room, too
    int reached = Math.min(at - before, boundCounts[characteristic]);
    return characteristic * (room + 1) + (Double.isNaN(value) ? 0 : reached + 1);
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
    return bin == NEUTRAL
        ? neutral[characteristic]
        : card.characteristics().get(characteristic).bins().get(bin).points();
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
}
