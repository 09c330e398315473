package dev.hufu.language.chat;

import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.Turn;
import dev.hufu.language.extract.FoundSum;
import dev.hufu.language.extract.SumReader;
import dev.hufu.language.fold.Folding;
import java.util.List;
import java.util.Optional;

/**
 * The sum that the other side asks for.
 *
 * <p>The rule: of the sums in their turns those count that stand near a word of asking (借, 转, 打, 汇,
 * 垫, 周转, 凑, 急需, need, lend, send, borrow …), that is with one at most {@value #REACH} units before
 * or {@value #REACH_BEHIND} behind in the same sentence; if none does, all of them. Of these the
 * largest is taken: whoever asks first for 500 and then for 5,000 asks for 5,000.
 */
final class AskedSum {

  private static final int REACH = 16;
  private static final int REACH_BEHIND = 10;
  private static final String SENTENCE_ENDS = "。!?\n";

  private static final List<String> ASKING =
      List.of(
          "借",
          "转",
          "打",
          "汇",
          "垫",
          "周转",
          "凑",
          "急需",
          "需要",
          "要",
          "差",
          "缺",
          "给我",
          "帮我",
          "发我",
          "交",
          "付",
          "充",
          "need",
          "lend",
          "send",
          "borrow",
          "transfer",
          "wire",
          "loan",
          "spare",
          "give",
          "pay");

  private AskedSum() {}

  static Optional<Fen> of(List<Turn> theirs) {
    Optional<Fen> near = Optional.empty();
    Optional<Fen> any = Optional.empty();
    for (Turn turn : theirs) {
      int lastEnd = 0;
      for (FoundSum found : SumReader.read(turn.text())) {
        any = larger(any, found.sum());
        if (isNearAsking(turn.text(), found, lastEnd)) {
          near = larger(near, found.sum());
        }
        lastEnd = found.span().end();
      }
    }
    return near.isPresent() ? near : any;
  }

  private static Optional<Fen> larger(Optional<Fen> best, Fen sum) {
    return best.filter(b -> b.compareTo(sum) >= 0).or(() -> Optional.of(sum));
  }

  private static boolean isNearAsking(String text, FoundSum found, int lastEnd) {
    int from = Math.max(lastEnd, found.span().start() - REACH);
    int to = Math.min(text.length(), found.span().end() + REACH_BEHIND);
    String before = Folding.standard().fold(text.substring(from, found.span().start())).text();
    String behind = Folding.standard().fold(text.substring(found.span().end(), to)).text();
    return isAsking(lastSentence(before)) || isAsking(firstSentence(behind));
  }

  private static boolean isAsking(String words) {
    return ASKING.stream().anyMatch(words::contains);
  }

  private static String lastSentence(String text) {
    int start = text.length();
    while (start > 0 && SENTENCE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start);
  }

  private static String firstSentence(String text) {
    int end = 0;
    while (end < text.length() && SENTENCE_ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
