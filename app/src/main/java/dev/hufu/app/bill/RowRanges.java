package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where many rows stand, short enough to print: {@code wechat.csv: 18-24,30}.
 *
 * @param file the path as it was given, with its sheet behind {@code #} where it has several
 * @param rows rows of that file, neighbours joined
 */
public record RowRanges(String file, String rows) {

  /** The places of rows of a timeline, file by file. */
  public static List<RowRanges> of(Timeline timeline, Collection<Integer> indices) {
    Map<String, TreeSet<Integer>> files = new TreeMap<>();
    for (int index : indices) {
      BillPlace place = timeline.rows().get(index).place();
      String file = place.file() + (place.sheet().isEmpty() ? "" : "#" + place.sheet());
      files.computeIfAbsent(file, none -> new TreeSet<>()).add(place.row());
    }
    List<RowRanges> ranges = new ArrayList<>();
    files.forEach((file, rows) -> ranges.add(new RowRanges(file, joined(rows))));
    return ranges;
  }

  private static String joined(TreeSet<Integer> rows) {
    StringBuilder text = new StringBuilder();
    int from = rows.first();
    int last = from;
    for (int row : rows.tailSet(from, false)) {
      if (row != last + 1) {
        append(text, from, last);
        from = row;
      }
      last = row;
    }
    append(text, from, last);
    return text.toString();
  }

  private static void append(StringBuilder text, int from, int last) {
    text.append(text.isEmpty() ? "" : ",").append(from);
    if (last > from) {
      text.append('-').append(last);
    }
  }
}
