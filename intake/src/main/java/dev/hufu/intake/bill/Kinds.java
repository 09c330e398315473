package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a row is about, told from the words of its platform; what no word tells is a purchase. */
final class Kinds {

  /**
   * A word and what it means.
   *
   * @param anywhere whether it counts in the item and the place, too, or in the type alone
   */
  private record Word(String word, RowKind kind, boolean anywhere, Set<Direction> only) {}

  private static final Set<Direction> ANY = Set.of(Direction.values());

  private static Word type(String word, RowKind kind) {
    return new Word(word, kind, false, ANY);
  }

  private static Word any(String word, RowKind kind) {
    return new Word(word, kind, true, ANY);
  }

  private static Word only(String word, RowKind kind, Direction direction) {
    return new Word(word, kind, true, Set.of(direction));
  }

  private static final List<Word> WECHAT =
      List.of(
          type("退款", RowKind.REFUND),
          type("refund", RowKind.REFUND),
          type("红包", RowKind.RED_PACKET),
          type("red packet", RowKind.RED_PACKET),
          type("群收款", RowKind.GROUP_COLLECTION),
          type("group", RowKind.GROUP_COLLECTION),
          type("二维码", RowKind.CODE_PAYMENT),
          type("qr", RowKind.CODE_PAYMENT),
          type("零钱充值", RowKind.TOP_UP),
          type("零钱提现", RowKind.WITHDRAWAL),
          type("提现", RowKind.WITHDRAWAL),
          type("withdraw", RowKind.WITHDRAWAL),
          type("top up", RowKind.TOP_UP),
          type("信用卡还款", RowKind.CARD_REPAYMENT),
          type("理财", RowKind.INVESTMENT),
          type("零钱通", RowKind.OWN_MOVE),
          type("亲属卡", RowKind.FAMILY_CARD),
          type("分分捐", RowKind.DONATION),
          type("捐", RowKind.DONATION),
          type("赞赏", RowKind.TRANSFER),
          type("转账", RowKind.TRANSFER),
          type("transfer", RowKind.TRANSFER),
          only("微粒贷借款", RowKind.LOAN_IN, Direction.IN),
          only("借款", RowKind.LOAN_IN, Direction.IN),
          type("还款", RowKind.LOAN_REPAYMENT),
          type("商户消费", RowKind.PURCHASE),
          type("其他", RowKind.OTHER),
          type("其它", RowKind.OTHER));

  private static final List<Word> ALIPAY =
      List.of(
          type("退款", RowKind.REFUND),
          any("退款-", RowKind.REFUND),
          any("退款", RowKind.REFUND),
          any("亲情卡", RowKind.FAMILY_CARD),
          type("亲友代付", RowKind.FAMILY_CARD),
          any("收益发放", RowKind.INTEREST),
          any("信用卡还款", RowKind.CARD_REPAYMENT),
          only("放款", RowKind.LOAN_IN, Direction.IN),
          only("借呗", RowKind.LOAN_IN, Direction.IN),
          only("借款", RowKind.LOAN_IN, Direction.IN),
          only("放款", RowKind.LOAN_IN, Direction.NEUTRAL),
          only("备用金领取", RowKind.LOAN_IN, Direction.NEUTRAL),
          any("花呗自动还款", RowKind.LOAN_REPAYMENT),
          any("自动还款", RowKind.LOAN_REPAYMENT),
          any("还款", RowKind.LOAN_REPAYMENT),
          any("充值-普通充值", RowKind.TOP_UP),
          any("提现-", RowKind.WITHDRAWAL),
          type("提现", RowKind.WITHDRAWAL),
          any("余额宝-", RowKind.OWN_MOVE),
          any("转入余额宝", RowKind.OWN_MOVE),
          only("-单次转入", RowKind.OWN_MOVE, Direction.NEUTRAL),
          only("-转出", RowKind.OWN_MOVE, Direction.NEUTRAL),
          type("投资理财", RowKind.INVESTMENT),
          only("-买入", RowKind.INVESTMENT, Direction.NEUTRAL),
          only("-卖出", RowKind.INVESTMENT, Direction.NEUTRAL),
          any("红包", RowKind.RED_PACKET),
          type("转账", RowKind.TRANSFER),
          any("转账", RowKind.TRANSFER),
          type("公益", RowKind.DONATION),
          any("工资", RowKind.WAGE),
          any("收钱码", RowKind.CODE_PAYMENT),
          any("扫码", RowKind.CODE_PAYMENT));

  private static final List<Word> SHOP =
      List.of(
          any("退款", RowKind.REFUND),
          type("还款", RowKind.LOAN_REPAYMENT),
          any("主动还款", RowKind.LOAN_REPAYMENT),
          any("白条还款", RowKind.LOAN_REPAYMENT),
          only("借款", RowKind.LOAN_IN, Direction.IN),
          only("放款", RowKind.LOAN_IN, Direction.IN),
          type("提现", RowKind.WITHDRAWAL),
          any("余额提现", RowKind.WITHDRAWAL),
          type("充值", RowKind.TOP_UP),
          any("钱包充值", RowKind.TOP_UP),
          any("小金库", RowKind.OWN_MOVE));

  private static final List<Word> BANK =
      List.of(
          any("退款", RowKind.REFUND),
          any("退货", RowKind.REFUND),
          any("信用卡还款", RowKind.CARD_REPAYMENT),
          any("信用卡转账还款", RowKind.CARD_REPAYMENT),
          any("自动还款", RowKind.CARD_REPAYMENT),
          any("正常还款", RowKind.LOAN_REPAYMENT),
          any("还款", RowKind.LOAN_REPAYMENT),
          any("贷款发放", RowKind.LOAN_IN),
          only("放款", RowKind.LOAN_IN, Direction.IN),
          only("贷款", RowKind.LOAN_IN, Direction.IN),
          only("工资", RowKind.WAGE, Direction.IN),
          only("代发", RowKind.WAGE, Direction.IN),
          any("利息税", RowKind.FEE),
          any("利息", RowKind.INTEREST),
          any("结息", RowKind.INTEREST),
          any("手续费", RowKind.FEE),
          any("年费", RowKind.FEE),
          any("ATM", RowKind.CASH),
          any("取现", RowKind.CASH),
          any("取款", RowKind.CASH),
          any("现金存", RowKind.CASH),
          any("微信红包", RowKind.RED_PACKET),
          any("群收款", RowKind.GROUP_COLLECTION),
          any("提现", RowKind.OWN_MOVE),
          any("基金", RowKind.INVESTMENT),
          any("理财", RowKind.INVESTMENT),
          any("申购", RowKind.INVESTMENT),
          any("赎回", RowKind.INVESTMENT),
          type("消费", RowKind.PURCHASE),
          type("快捷支付", RowKind.PURCHASE),
          type("网上支付", RowKind.PURCHASE),
          any("转账", RowKind.TRANSFER),
          any("转存", RowKind.TRANSFER),
          any("汇", RowKind.TRANSFER),
          any("网转", RowKind.TRANSFER),
          any("跨行", RowKind.TRANSFER),
          any("银联入账", RowKind.TRANSFER));

  private Kinds() {}

  static RowKind of(Platform platform, BillWords words, Direction direction) {
    List<Word> known =
        switch (platform) {
          case WECHAT -> WECHAT;
          case ALIPAY -> ALIPAY;
          case JD, MEITUAN -> SHOP;
          case ICBC, BOCOM, CCB, OTHER -> BANK;
        };
    String type = words.type().toLowerCase(Locale.ROOT);
    for (Word word : known) {
      boolean seen =
          type.contains(word.word)
              || word.anywhere
                  && (words.item().contains(word.word)
                      || words.where().contains(word.word)
                      || words.note().contains(word.word));
      if (seen && word.only.contains(direction)) {
        return word.kind;
      }
    }
    return direction == Direction.OUT ? RowKind.PURCHASE : RowKind.OTHER;
  }
}
