package dev.hufu.kernel.feature;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declaration of one feature, checked.
 *
 * <p>Example: {@code payer.out.sum_24h} = the sum of {@code amount} of every {@code transfer} of
 * the same {@code payer} in the last 24 hours, this one included.
 *
 * @param name as expressions write it
 * @param on the kind of event that is counted
 * @param key the fields of that event whose values together name whose feature it is; at most two
 * @param aggregate what is computed; for {@link Aggregate#RATIO} see {@code parts}
 * @param value the field it is computed of; empty for counts and times since
 * @param where only events for which this holds are counted; looks at the event's own fields only
 * @param whereText the same as its author wrote it, empty if there is none; two features with the
 *     same text share their state
 * @param width of the window, one minute to 90 days
 * @param delay how far the window's end lies in the past, for what becomes known late
 * @param excludeCurrent whether the event being decided stays out of its own feature
 * @param readBy for each kind of event at which the feature may be read, the fields of that event
 *     that name the key; for {@code on} itself this is {@code key} unless it says otherwise, as for
 *     what the payer has received: counted by payee, read by payer
 * @param parts for a ratio the names of the feature above and of the one below, else empty
 */
public record FeatureSpec(
    String name,
    String on,
    List<String> key,
    Aggregate aggregate,
    Optional<String> value,
    RowTest where,
    String whereText,
    Duration width,
    Duration delay,
    boolean excludeCurrent,
    Map<String, List<String>> readBy,
    List<String> parts) {

  public FeatureSpec {
    key = List.copyOf(key);
    if (aggregate != Aggregate.RATIO && !readBy.containsKey(on)) {
      readBy = new HashMap<>(readBy);
      readBy.put(on, key);
    }
    readBy = copy(readBy);
    parts = List.copyOf(parts);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> readBy) {
    Map<String, List<String>> copy = new HashMap<>();
    readBy.forEach((type, fields) -> copy.put(type, List.copyOf(fields)));
    return Map.copyOf(copy);
  }
}
