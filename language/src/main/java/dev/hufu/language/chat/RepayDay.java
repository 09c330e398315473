package dev.hufu.language.chat;

import dev.hufu.kernel.script.Turn;
import dev.hufu.language.extract.DayReader;
import dev.hufu.language.extract.FoundDay;
import dev.hufu.language.fold.Folding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The day by which the other side says it will pay back.
 *
 * <p>The rule: of the days named in their turns the last one that has a word of paying back (还, 归还,
 * 还款, pay back, repay, return) at most {@value #REACH} units before or behind it, and that does not
 * lie in the past. Other days are meetings or deadlines of something else and do not count.
 */
final class RepayDay {

  private static final int REACH = 14;

  private static final List<String> REPAYING =
      List.of(
          "还你",
          "还给",
          "归还",
          "还款",
          "还上",
          "还清",
          "就还",
          "再还",
          "前还",
          "还钱",
          "还我",
          "一定还",
          "能还",
          "还的",
          "pay you back",
          "pay back",
          "pay it back",
          "repay",
          "return it",
          "give it back",
          "get it back",
          "back to you");

  private RepayDay() {}

  static Optional<LocalDate> of(List<Turn> theirs, Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    Optional<LocalDate> said = Optional.empty();
    for (Turn turn : theirs) {
      for (FoundDay found : DayReader.read(turn.text(), at, zone)) {
        if (!found.day().isBefore(today) && isNearRepaying(turn.text(), found)) {
          said = Optional.of(found.day());
        }
      }
    }
    return said;
  }

  private static boolean isNearRepaying(String text, FoundDay found) {
    int from = Math.max(0, found.span().start() - REACH);
    int to = Math.min(text.length(), found.span().end() + REACH);
    String around = Folding.standard().fold(text.substring(from, to)).text();
    return REPAYING.stream().anyMatch(around::contains) || around.endsWith("还");
  }
}
