package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Goal: a table that splits holds what a plain map holds, and no addition moves more than a
 * segment. Method: random additions and removals beside a map, with good and with hopeless hashes.
 */
class SplitTableTest {

  private static final class Hashed extends SplitTable {

    private final long mask;

    Hashed(long mask) {
      super(true);
      this.mask = mask;
    }

    @Override
    long hash(long first, long second) {
      return (first + 31 * second) * MULTIPLIER & mask;
    }

    long find(long first, long second) {
      long hash = hash(first, second);
      long[] cells = cells(hash);
      int index = home(hash, cells);
      while (cells[index + 1] != EMPTY && (cells[index] != first || cells[index + 1] != second)) {
        index = next(index, cells);
      }
      return cells[index + 1] == EMPTY ? -1 : slot(index, cells);
    }

    void add(long first, long second, Object object) {
      object(enter(hash(first, second), first, second), object);
    }
  }

  private static void holdsWhatAMapHolds(long mask, int keys) {
    Hashed table = new Hashed(mask);
    Map<Long, Object> map = new HashMap<>();
    SplittableRandom random = new SplittableRandom(8);
    for (int step = 0; step < keys * 6; step++) {
      long key = random.nextInt(keys);
      long slot = table.find(key, key % 7);
      assertThat(slot >= 0).isEqualTo(map.containsKey(key));
      boolean growing = step < keys * 4;
      if (slot < 0) {
        map.put(key, key);
        table.add(key, key % 7, key);
      } else if (random.nextInt(growing ? 4 : 2) == 0) {
        map.remove(key);
        table.remove(slot);
      }
      assertThat(table.size()).isEqualTo(map.size());
    }
    Map<Long, Object> held = new HashMap<>();
    for (long slot = table.slotFrom(0); slot >= 0; slot = table.slotFrom(slot + 1)) {
      Object object = table.object(slot);
      if (object != null) {
        assertThat(table.first(slot)).isEqualTo(object);
        assertThat(table.second(slot)).isEqualTo((long) object % 7);
        assertThat(held.put(table.first(slot), object)).isNull();
      }
    }
    assertThat(held).isEqualTo(map);
  }

  @Test
  void holdsWhatAMapHolds() {
    holdsWhatAMapHolds(-1, 20_000);
  }

  @Test
  void hashesThatAreAllAlikeAreSlowButRight() {
    holdsWhatAMapHolds(0, 700);
    holdsWhatAMapHolds(3L << 62, 3_000);
  }

  @Test
  void alikeHashesTakeLittleMemory() {
    Hashed table = new Hashed(0);
    for (int key = 0; key < 1_000; key++) {
      table.add(key, 0, key);
    }
    assertThat(table.bytes()).isLessThan(400_000);
  }

  @Test
  void seenIdsAreForgottenInTheirOrder() {
    SeenIds ids = new SeenIds(5);
    for (int event = 0; event < 20_000; event++) {
      String id = "e" + event;
      long hash = ids.hash(id);
      assertThat(ids.contains(id, hash, event - 3_000)).isFalse();
      ids.add(id, hash, event, event - (event < 9_000 ? 3_000 : 1_000));
      assertThat(ids.contains(id, hash, event)).isTrue();
      String earlier = "e" + (event - 900);
      assertThat(ids.contains(earlier, ids.hash(earlier), event - 900)).isEqualTo(event >= 900);
      assertThat(ids.id(ids.size() - 1)).isEqualTo(id);
      assertThat(ids.at(0)).isEqualTo(event - ids.size() + 1);
    }
    assertThat(ids.size()).isEqualTo(1_001);
  }
}
