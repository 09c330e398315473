package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.money.Fen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a status mean; the words themselves stay in the row. */
final class Statuses {

  private record Word(String word, RowStatus status) {}

  /** The first word that is found counts, so the sharper ones stand first. */
  private static final List<Word> WORDS =
      List.of(
          new Word("全额退款", RowStatus.REFUNDED),
          new Word("部分退款", RowStatus.PART_REFUNDED),
          new Word("已退款", RowStatus.PART_REFUNDED),
          new Word("退款成功", RowStatus.DONE),
          new Word("退税成功", RowStatus.DONE),
          new Word("已退还", RowStatus.RETURNED),
          new Word("过期退", RowStatus.RETURNED),
          new Word("已退回", RowStatus.FAILED),
          new Word("失败", RowStatus.FAILED),
          new Word("已取消", RowStatus.CLOSED),
          new Word("撤销", RowStatus.CLOSED),
          new Word("关闭", RowStatus.CLOSED),
          new Word("冲正", RowStatus.FAILED),
          new Word("等待", RowStatus.PENDING),
          new Word("待", RowStatus.PENDING),
          new Word("处理中", RowStatus.PENDING),
          new Word("成功", RowStatus.DONE),
          new Word("已", RowStatus.DONE),
          new Word("完成", RowStatus.DONE),
          new Word("朋友已收钱", RowStatus.DONE),
          new Word("refunded in full", RowStatus.REFUNDED),
          new Word("full refund", RowStatus.REFUNDED),
          new Word("refund", RowStatus.PART_REFUNDED),
          new Word("returned", RowStatus.RETURNED),
          new Word("fail", RowStatus.FAILED),
          new Word("closed", RowStatus.CLOSED),
          new Word("success", RowStatus.DONE),
          new Word("paid", RowStatus.DONE),
          new Word("received", RowStatus.DONE),
          new Word("complete", RowStatus.DONE),
          new Word("transferred", RowStatus.DONE),
          new Word("deposited", RowStatus.DONE));

  private static final Pattern SUM = Pattern.compile("[¥￥]\\s*([\\d,]+(?:\\.\\d{1,2})?)");

  private Statuses() {}

  static RowStatus of(String written) {
    String small = written.toLowerCase(Locale.ROOT);
    for (Word word : WORDS) {
      if (small.contains(word.word)) {
        return word.status;
      }
    }
    return RowStatus.UNKNOWN;
  }

  /** What came back, where the status names the sum. */
  static Optional<Fen> refunded(String written) {
    if (!written.contains("退款")) {
      return Optional.empty();
    }
    Matcher matcher = SUM.matcher(written);
    return matcher.find() ? Fen.parseYuan(matcher.group(1)).findValue() : Optional.empty();
  }
}
