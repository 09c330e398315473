package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rows say, in small letters. Rows of a bill say the same a thousand times, so each saying is
 * searched once for the words of a watch. Watches may ask side by side: what one writes another
 * would write the same.
 */
final class RowWords {

  private static final byte NOT_SEARCHED = 0;
  private static final byte SAID = 1;
  private static final byte NOT_SAID = 2;

  /** The parts of a saying. */
  private record Parts(String with, String item, String type, String note, String where) {

    static Parts of(BillRow row) {
      return new Parts(row.counterparty(), row.item(), row.type(), row.note(), row.words().where());
    }

    // There are as many as rows; what a record has for these two by itself takes thrice the time.
    @Override
    public int hashCode() {
      int ofWords = 31 * with.hashCode() + item.hashCode();
      return 31 * (31 * (31 * ofWords + type.hashCode()) + note.hashCode()) + where.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Parts parts
          && with.equals(parts.with)
          && item.equals(parts.item)
          && type.equals(parts.type)
          && note.equals(parts.note)
          && where.equals(parts.where);
    }

    String small() {
      return String.join(" ", with, item, type, note, where).toLowerCase(Locale.ROOT);
    }
  }

  private final List<String> sayings = new ArrayList<>();
  private final int[] ofRow;

  /** For each list of words, by identity, which sayings hold one of them. */
  private final Map<List<String>, byte[]> searched =
      Collections.synchronizedMap(new IdentityHashMap<>());

  RowWords(List<BillRow> rows) {
    ofRow = new int[rows.size()];
    Map<Parts, Integer> places = new HashMap<>();
    for (int i = 0; i < ofRow.length; i++) {
      Parts parts = Parts.of(rows.get(i));
      Integer known = places.putIfAbsent(parts, sayings.size());
      if (known == null) {
        ofRow[i] = sayings.size();
        sayings.add(parts.small());
      } else {
        ofRow[i] = known;
      }
    }
  }

  /** Whether a row says one of these words. */
  boolean says(int row, List<String> wanted) {
    byte[] found = searched.computeIfAbsent(wanted, none -> new byte[sayings.size()]);
    int saying = ofRow[row];
    if (found[saying] == NOT_SEARCHED) {
      found[saying] = holds(sayings.get(saying), wanted) ? SAID : NOT_SAID;
    }
    return found[saying] == SAID;
  }

  private static boolean holds(String saying, List<String> wanted) {
    for (String word : wanted) {
      if (saying.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
