package dev.hufu.policy.load;

import dev.hufu.policy.yaml.Branch;
import java.time.Duration;

/** Lengths of time as packs write them: {@code 1 min}, {@code 24 h}, {@code 7 d}. */
final class Spans {

  private Spans() {}

  /** The schema has seen to the shape. */
  static Duration read(Branch branch) {
    String[] parts = branch.text().split(" ");
    long count = Long.parseLong(parts[0]);
    return switch (parts[1]) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
