package dev.hufu.policy.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trees asked from their inputs instead of from their roots. Each place a number can take among the
 * thresholds of its input says, for all trees at once, which leaves are still open; the leaves open
 * for every input are joined word by word, and the lowest one left in a tree is where the row lies.
 * Memory is read in straight lines and no branch depends on the row.
 *
 * <p>Example: {@code TreeMasks.of(layout)} is empty where a tree has more than 64 leaves.
 *
 * <p>Source: Lucchese and others 2015 (QuickScorer), where leaves are bits, lower children first.
 */
final class TreeMasks {

  /** With more words (8 MiB) the tables no longer stay near the processor: walking is as good. */
  private static final int WORDS_MAX = 1 << 20;

  /** So many inputs are looked up and joined at once. */
  private static final int AT_ONCE = 4;

  /** Bits a tree has: 16, 32 or 64. */
  private final int bits;

  /** Words that hold the leaves of all trees. */
  private final int width;

  /** The inputs that some tree asks for; the first once more where they do not come out even. */
  private final int[] asked;

  /** Of each input asked for as many thresholds, in rising order, infinity in what is left over. */
  private final double[] thresholds;

  private final int room;
  private final int[] counts;

  /** Of each input asked for: leaves open for no number, then for 0, 1, 2 … thresholds below it. */
  private final long[] open;

  private final int[] firstOpen;

  /** The values of the leaves, as many places for each tree as it has bits. */
  private final double[] value;

  private final ThreadLocal<Scratch> scratch;

  /** What a thread needs for one row: where the open leaves of each input stand, and their join. */
  private static final class Scratch {
    final int[] lines;
    final long[] left;

    Scratch(int inputs, int words) {
      lines = new int[inputs];
      left = new long[words];
    }
  }

  private TreeMasks(TreeLayout layout, int[] asked, double[][] distinct, int bits) {
    this.bits = bits;
    this.asked = asked;
    this.width = width(layout, bits);
    counts = Arrays.stream(distinct).mapToInt(of -> of.length).toArray();
    room = Integer.highestOneBit(Arrays.stream(counts).max().orElse(1)) * 2;
    thresholds = new double[asked.length * room];
    Arrays.fill(thresholds, Double.POSITIVE_INFINITY);
    firstOpen = new int[asked.length + 1];
    for (int k = 0; k < asked.length; k++) {
      System.arraycopy(distinct[k], 0, thresholds, k * room, counts[k]);
      firstOpen[k + 1] = firstOpen[k] + (counts[k] + 2) * width;
    }
    open = new long[firstOpen[asked.length]];
    Arrays.fill(open, -1);
    value = new double[layout.trees() * bits];
    int[] line = new int[1 + Arrays.stream(asked).max().orElse(0)];
    for (int k = 0; k < asked.length; k++) {
      line[asked[k]] = k;
    }
    for (int tree = 0; tree < layout.trees(); tree++) {
      leaves(layout, layout.roots[tree], tree, 0, line);
    }
    for (int k = 0; k < asked.length; k++) {
      // what a smaller number closes, a greater one closes too
      for (int at = firstOpen[k] + 2 * width; at < firstOpen[k + 1]; at++) {
        open[at] &= open[at - width];
      }
    }
    scratch = ThreadLocal.withInitial(() -> new Scratch(asked.length, width));
  }

  /** Empty where a tree has too many leaves for a word, or the tables would be too large. */
  static Optional<TreeMasks> of(TreeLayout layout) {
    int leaves = 1;
    for (int tree = 0; tree < layout.trees(); tree++) {
      leaves = Math.max(leaves, (layout.roots[tree + 1] - layout.roots[tree] + 1) / 2);
    }
    int bits = Math.max(Short.SIZE, Integer.highestOneBit(leaves * 2 - 1));
    if (bits > Long.SIZE) {
      return Optional.empty();
    }
    int[] inputs =
        Arrays.stream(layout.input).filter(i -> i != TreeLayout.LEAF).distinct().sorted().toArray();
    // an input that stands there twice closes its leaves in one of its places only
    int[] asked = Arrays.copyOf(inputs, (inputs.length + AT_ONCE - 1) / AT_ONCE * AT_ONCE);
    Arrays.fill(asked, inputs.length, asked.length, inputs.length == 0 ? 0 : inputs[0]);
    double[][] distinct = new double[asked.length][];
    long words = 0;
    for (int k = 0; k < asked.length; k++) {
      int input = asked[k];
      distinct[k] =
          IntStream.range(0, layout.input.length)
              .filter(place -> layout.input[place] == input)
              .mapToDouble(place -> layout.number[place] + 0.0)
              .distinct()
              .sorted()
              .toArray();
      words += (distinct[k].length + 2L) * width(layout, bits);
    }
    return words > WORDS_MAX
        ? Optional.empty()
        : Optional.of(new TreeMasks(layout, asked, distinct, bits));
  }

  private static int width(TreeLayout layout, int bits) {
    int each = Long.SIZE / bits;
    return (layout.trees() + each - 1) / each;
  }

  /**
   * Writes down the leaves below a node, and what each split there closes when a number lies above.
   *
   * @param leaf the first leaf below it, counted in its tree
   * @return the first leaf behind them
   */
  private int leaves(TreeLayout layout, int place, int tree, int leaf, int[] line) {
    if (layout.input[place] == TreeLayout.LEAF) {
      value[tree * bits + leaf] = layout.number[place];
      return leaf + 1;
    }
    int middle = leaves(layout, layout.low[place], tree, leaf, line);
    int end = leaves(layout, layout.low[place] + 1, tree, middle, line);
    int k = line[layout.input[place]];
    int rank =
        Arrays.binarySearch(thresholds, k * room, k * room + counts[k], layout.number[place] + 0.0);
    int word = tree * bits / Long.SIZE;
    long closed = (-1L >>> (Long.SIZE - (middle - leaf))) << (tree * bits + leaf);
    open[firstOpen[k] + (rank - k * room + 2) * width + word] &= ~closed;
    if (!layout.missingLow[place]) {
      open[firstOpen[k] + word] &= ~closed;
    }
    return end;
  }

  /** What the trees add up to for a row. */
  double sum(double[] row) {
    Scratch own = scratch.get();
    lines(row, own.lines);
    join(own.lines, own.left);
    return sum(own.left);
  }

  /** Finds each number among its thresholds by halves, four at once: their waits overlap. */
  private void lines(double[] row, int[] lines) {
    for (int k = 0; k < lines.length; k += AT_ONCE) {
      double w = row[asked[k]];
      double x = row[asked[k + 1]];
      double y = row[asked[k + 2]];
      double z = row[asked[k + 3]];
      int a = k * room - 1;
      int b = a + room;
      int c = b + room;
      int d = c + room;
      for (int step = room >>> 1; step > 0; step >>>= 1) {
        a += thresholds[a + step] < w ? step : 0;
        b += thresholds[b + step] < x ? step : 0;
        c += thresholds[c + step] < y ? step : 0;
        d += thresholds[d + step] < z ? step : 0;
      }
      lines[k] = line(k, w, a);
      lines[k + 1] = line(k + 1, x, b);
      lines[k + 2] = line(k + 2, y, c);
      lines[k + 3] = line(k + 3, z, d);
    }
  }

  private int line(int k, double x, int last) {
    int below = last + 1 - k * room;
    return firstOpen[k] + (Double.isNaN(x) ? 0 : below + 1) * width;
  }

  private void join(int[] lines, long[] left) {
    Arrays.fill(left, -1);
    for (int k = 0; k < lines.length; k += AT_ONCE) {
      int a = lines[k];
      int b = lines[k + 1];
      int c = lines[k + 2];
      int d = lines[k + 3];
      for (int word = 0; word < left.length; word++) {
        left[word] &= open[a + word] & open[b + word] & open[c + word] & open[d + word];
      }
    }
  }

  private double sum(long[] left) {
    double sum = 0;
    int place = 0;
    for (long word : left) {
      long rest = word;
      for (int bit = 0; bit < Long.SIZE && place < value.length; bit += bits) {
        sum += value[place + Long.numberOfTrailingZeros(rest)];
        rest >>>= bits;
        place += bits;
      }
    }
    return sum;
  }
}
