package dev.hufu.app.history;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.feature.Taken;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the first lines that were refused, each with its place, and counts all by their code. */
public final class Refusals {

  /** How many are told one by one. */
  public static final int TOLD = 20;

  private final Terminal terminal;
  private final Map<Code, Long> counts = new EnumMap<>(Code.class);
  private long count;

  public Refusals(Terminal terminal) {
    this.terminal = terminal;
  }

  void add(Refusal refusal) {
    counts.merge(refusal.code(), 1L, Long::sum);
    if (++count <= TOLD) {
      terminal.refuse(refusal);
    }
  }

  public long count() {
    return count;
  }

  public Map<Code, Long> byCode() {
    return Map.copyOf(counts);
  }

  /** Says how many there were of each code, where not all were told. */
  public void sum() {
    if (count > TOLD) {
      String each =
          counts.entrySet().stream()
              .map(entry -> "%s × %,d".formatted(entry.getKey().id(), entry.getValue()))
              .collect(Collectors.joining("  "));
      terminal
          .err()
          .println(
              new dev.hufu.kernel.text.Wording(
                      "一共有 %,d 行没有收，上面列了前 %d 行：%s".formatted(count, TOLD, each),
                      "%,d lines were refused, of which the first %d are above: %s"
                          .formatted(count, TOLD, each))
                  .in(terminal.lang()));
    }
  }

  /** The code for an event that did not count. */
  static Code code(Taken taken) {
    return switch (taken) {
      case DUPLICATE -> Code.EVENT_DUPLICATE;
      case TOO_LATE -> Code.EVENT_TOO_LATE;
      case FROM_FUTURE -> Code.EVENT_FROM_FUTURE;
      case KEY_FULL -> Code.EVENT_KEY_FULL;
      case COUNTED -> throw new IllegalArgumentException("counted");
    };
  }
}
