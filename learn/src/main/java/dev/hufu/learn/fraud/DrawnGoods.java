package dev.hufu.learn.fraud;

/**
 * Which of the many good payments are trained on: by their ids and the seed alone, so that the same
 * are drawn whatever the order or the file they come in.
 *
 * @param share from 0 to 1
 */
record DrawnGoods(long seed, double share) {

  private static final int BITS = 53;

  /** Mixes as SplitMix64 does (Steele and others 2014). */
  boolean drawn(String id) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < id.length(); i++) {
      mixed = (mixed ^ id.charAt(i)) * 0xBF58476D1CE4E5B9L;
      mixed ^= mixed >>> 29;
    }
    mixed = (mixed ^ (mixed >>> 32)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> (Long.SIZE - BITS)) * 0x1p-53 < share;
  }
}
