package dev.hufu.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people bring: the chats and answers of the three acceptance stories. */
final class Stories {

  static final String S1_CHAT = "在吗?\n遇到点急事儿,能不能给我借1000块钱?\n明天就还你";

  static final Map<String, String> S1 =
      Map.of(
          "relation.accountAge", "0 d",
          "relation.lastContact", "730 d",
          "relation.usualMax", "300 yuan",
          "verify.callBack", "not_tried");

  static final Map<String, String> S3 =
      Map.of(
          "request.reason", "medical",
          "request.amount", "15000 yuan",
          "verify.voice", "only_cry",
          "chat.insistsOnChannel", "true",
          "relation.accountAge", "3650 d");

  static final Map<String, String> S4 =
      Map.of(
          "verify.callBack", "passed",
          "verify.sharedMemory", "passed",
          "verify.payeeName", "same",
          "request.amount", "10000 yuan",
          "request.reason", "repay_card",
          "request.repayBy", "2027-03-31",
          "request.rate", "6 %",
          "relation.kind", "classmate",
          "relation.accountAge", "3650 d");

  private Stories() {}

  /** The same answers as a form takes them: without the unit, an old account as its option. */
  static Map<String, String> typed(Map<String, String> facts) {
    Map<String, String> typed = new LinkedHashMap<>();
    facts.forEach(
        (name, value) ->
            typed.put(name, value.replaceFirst(" (yuan|%)$", "").replace("3650 d", "1825 d")));
    return typed;
  }

  /** The same answers, one of them changed, or left out if {@code value} is empty. */
  static Map<String, String> with(Map<String, String> facts, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(facts);
    changed.remove(name);
    if (!value.isEmpty()) {
      changed.put(name, value);
    }
    return changed;
  }

  /** One payment, as WeChat Pay exports it. */
  static final String BILL =
      """
      微信支付账单明细,,,,,,,,
      ----------------------微信支付账单明细列表--------------------,,,,,,,,
      交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
      2026-03-05 12:01:02,商户消费,面馆,面,支出,¥12.50,零钱,支付成功,10001,20001,/
      """;
}
