package dev.hufu.app.bill;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another importer made of a bill, read from the ledger it wrote, entry by entry. */
final class PeerLedger {

  private static final Pattern ENTRY =
      Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) [*!]\\s*(.*)$", Pattern.MULTILINE);
  private static final Pattern SECTION = Pattern.compile("^\\*{4} (.+)$");
  private static final Pattern CLOCK =
      Pattern.compile("(?:payTime|time|tradeTime):? \"[^\"]*?(\\d{2}:\\d{2}:\\d{2})");
  private static final Pattern SUM = Pattern.compile("^\\s+[A-Z]\\S+\\s+(-?[\\d.]+) CNY");

  private PeerLedger() {}

  /**
   * One entry.
   *
   * @param clock the time of day, or empty
   * @param words payee and narration as written
   */
  record Entry(LocalDate day, String clock, Fen amount, String words) {}

  /** Entries by the file they come from; under the empty name where the ledger has no sections. */
  static Map<String, List<Entry>> read(String text) {
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    String section = "";
    StringBuilder block = new StringBuilder();
    for (String line : (text + "\n\n").lines().toList()) {
      Matcher header = SECTION.matcher(line);
      if (header.matches()) {
        section = header.group(1);
      }
      if (line.isBlank()) {
        String name = section;
        entry(block.toString())
            .ifPresent(
                entry -> sections.computeIfAbsent(name, none -> new ArrayList<>()).add(entry));
        block.setLength(0);
      } else {
        block.append(line).append('\n');
      }
    }
    return sections;
  }

  private static Optional<Entry> entry(String block) {
    Matcher head = ENTRY.matcher(block);
    if (!head.find()) {
      return Optional.empty();
    }
    String clock = "";
    Fen amount = Fen.ZERO;
    for (String line : block.lines().toList()) {
      Matcher time = CLOCK.matcher(line);
      if (clock.isEmpty() && time.find()) {
        clock = time.group(1);
      }
      Matcher sum = SUM.matcher(line);
      if (sum.find()) {
        Fen read = Fen.parseYuan(sum.group(1)).findValue().orElse(Fen.ZERO);
        Fen plain = read.fen() < 0 ? Fen.ZERO.minus(read) : read;
        amount = amount.compareTo(plain) >= 0 ? amount : plain;
      }
    }
    return Optional.of(new Entry(LocalDate.parse(head.group(1)), clock, amount, head.group(2)));
  }
}
