package dev.hufu.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Goal: bits counted together are counted right. Method: random sets beside one counter a bit, past
 * the number after which the digits are carried over.
 */
class BitCountsTest {

  @Test
  void countsWhatOneCounterABitCounts() {
    SplittableRandom random = new SplittableRandom(4);
    BitCounts counts = new BitCounts(2);
    long[] plain = new long[128];
    for (int set = 0; set < 140_000; set++) {
      counts.begin();
      for (int word = 0; word < 2; word++) {
        long bits = random.nextLong() | 1;
        counts.add(word, bits);
        for (int bit = 0; bit < 64; bit++) {
          plain[64 * word + bit] += bits >>> bit & 1;
        }
      }
      if (set == 30_000) {
        assertThat(counts.count(0)).isEqualTo(30_001);
      }
    }
    for (int bit = 0; bit < 128; bit++) {
      assertThat(counts.count(bit)).as("bit %d", bit).isEqualTo(plain[bit]);
    }
  }
}
