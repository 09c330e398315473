package dev.hufu.learn.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of words.
 *
 * @param words those that have a bin of their own, the most frequent first
 * @param known rarer words that occurred, so that they are not taken for new ones
 */
public record WordProfile(String name, List<String> words, List<String> known, List<Long> counts)
    implements ColumnProfile {

  public WordProfile {
    words = List.copyOf(words);
    known = List.copyOf(known);
    counts = List.copyOf(counts);
    if (counts.size() != words.size() + 2) {
      throw new IllegalArgumentException(words.size() + " words, " + counts.size() + " bins");
    }
  }

  /** The bin of rare and unknown words. */
  int rest() {
    return words.size();
  }

  @Override
  public int bin(String cell) {
    int place = words.indexOf(cell);
    return cell.isEmpty() ? missing() : place < 0 ? rest() : place;
  }

  @Override
  public String label(int bin) {
    return bin == missing() ? "—" : bin == rest() ? "…" : words.get(bin);
  }

  static WordProfile of(
      String name, Map<String, Long> seen, long missing, int binsMax, int knownMax) {
    List<Map.Entry<String, Long>> order =
        seen.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    Map<String, Long> bins = new LinkedHashMap<>();
    order.stream().limit(binsMax).forEach(one -> bins.put(one.getKey(), one.getValue()));
    long rest = order.stream().skip(binsMax).mapToLong(Map.Entry::getValue).sum();
    List<Long> counts = new ArrayList<>(bins.values());
    counts.add(rest);
    counts.add(missing);
    List<String> known =
        order.stream().skip(binsMax).limit(knownMax).map(Map.Entry::getKey).toList();
    return new WordProfile(name, List.copyOf(bins.keySet()), known, counts);
  }
}
