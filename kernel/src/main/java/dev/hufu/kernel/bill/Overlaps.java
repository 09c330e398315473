package dev.hufu.kernel.bill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out rows that stand in two bills because their periods overlap. Two equal rows of one file
 * are two payments; a row of another file is the same one if platform, numbers, sum, direction,
 * minute and names agree.
 */
final class Overlaps {

  /** What makes two rows of different files the same. */
  private record Key(
      Platform platform,
      BillIds ids,
      long fen,
      Direction direction,
      long minute,
      String type,
      String counterparty,
      String item) {

    static Key of(BillRow row) {
      return new Key(
          row.platform(),
          row.ids(),
          row.amount().fen(),
          row.direction(),
          Math.floorDiv(row.time().at().getEpochSecond(), 60),
          row.type(),
          row.counterparty(),
          row.item());
    }
  }

  private final List<BillRow> kept = new ArrayList<>();
  private final List<RemovedRow> removed = new ArrayList<>();

  /** Where rows of a key stand in {@link #kept}, in the order of their first file. */
  private final Map<Key, List<Integer>> places = new HashMap<>();

  List<BillRow> kept() {
    return kept;
  }

  List<RemovedRow> removed() {
    return removed;
  }

  /** Adds a bill: as many rows of a key stay as the bill with most of them has. */
  void add(List<BillRow> bill) {
    Map<Key, Integer> seen = new HashMap<>();
    for (BillRow row : bill) {
      Key key = Key.of(row);
      int nth = seen.merge(key, 1, Integer::sum);
      List<Integer> earlier = places.computeIfAbsent(key, none -> new ArrayList<>(1));
      if (nth > earlier.size()) {
        earlier.add(kept.size());
        kept.add(row);
      } else {
        same(row, earlier.get(nth - 1));
      }
    }
  }

  /** Of two the one stays that knows more of what became of the payment. */
  private void same(BillRow row, int place) {
    BillRow other = kept.get(place);
    if (later(row.status()) > later(other.status())) {
      kept.set(place, row);
      removed.add(new RemovedRow(other, row.place()));
    } else {
      removed.add(new RemovedRow(row, other.place()));
    }
  }

  private static int later(RowStatus status) {
    return switch (status) {
      case UNKNOWN -> 0;
      case PENDING -> 1;
      case DONE -> 2;
      case PART_REFUNDED -> 3;
      case REFUNDED, RETURNED, FAILED, CLOSED -> 4;
    };
  }
}
