package dev.hufu.policy.load;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.yaml.Branch;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Days and sums of money as a file spells them: {@code 2024-11-08}, {@code 10,000 yuan}. What is
 * none is told in the problems, with its place, and read as something harmless.
 *
 * @param currency the unit every sum must have: {@code yuan}, {@code gbp}
 */
record Figures(String currency, Problems problems) {

  private static final Set<String> YUAN = Set.of("yuan", "元", "块", "cny", "rmb");

  /** The schema knows the shape of a day, not that February ends. */
  static LocalDate day(Branch branch, Problems problems) {
    try {
      return LocalDate.parse(branch.text());
    } catch (DateTimeException notADay) {
      problems.add(branch, "not a day: " + branch.text());
      return LocalDate.EPOCH;
    }
  }

  LocalDate day(Branch branch) {
    return day(branch, problems);
  }

  /** A sum with its unit behind it. */
  Fen sum(Branch branch) {
    String written = branch.text().strip();
    int end = 0;
    while (end < written.length() && "0123456789,.".indexOf(written.charAt(end)) >= 0) {
      end++;
    }
    String unit = written.substring(end).strip().toLowerCase(Locale.ROOT);
    boolean fits = currency.equals("yuan") ? YUAN.contains(unit) : currency.equals(unit);
    if (!fits) {
      problems.add(branch, "not a sum: " + written + " (10000 " + currency + ")");
      return Fen.ZERO;
    }
    return bare(branch, written.substring(0, end));
  }

  /** A sum that stands without its unit in some text of the branch. */
  Fen bare(Branch branch, String digits) {
    Optional<Fen> sum =
        Fen.parseYuan(digits).findValue().filter(fen -> fen.fen() <= Limits.AMOUNT_FEN_MAX);
    if (sum.isEmpty()) {
      problems.add(branch, "not a sum: " + digits);
    }
    return sum.orElse(Fen.ZERO);
  }
}
