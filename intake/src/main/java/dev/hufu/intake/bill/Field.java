package dev.hufu.intake.bill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of a bill can mean, with the names exporters give it, the surest first. A name that
 * could mean two things goes to the field that stands first here and has no surer name.
 */
enum Field {
  TIME(
      "交易时间",
      "交易创建时间",
      "创建时间",
      "下单时间",
      "支付时间",
      "记账时间",
      "发生时间",
      "入账时间",
      "时间",
      "transactiontime",
      "time"),
  /** When the money left, where a form tells it beside the making of the order. */
  PAID("付款时间"),
  DATE("交易日期", "交易日", "记账日期", "记账日", "入账日期", "日期", "transactiondate", "date"),
  TYPE("交易类型", "交易分类", "类型", "交易名称", "业务类型", "交易摘要", "摘要", "transactiontype", "type"),
  COUNTERPARTY(
      "交易对方",
      "商户名称",
      "对方户名",
      "对方账户名",
      "对方账户名称",
      "对方姓名",
      "对方名称",
      "交易对手",
      "对手信息",
      "店铺",
      "对方信息",
      "对手姓名",
      "对手名称",
      "对手户名",
      "交易方姓名",
      "交易方户名",
      "counterparty"),
  COUNTERPARTY_ACCOUNT("对方账号", "对方账户", "对方卡号/账号", "对方帐号", "对手账号", "交易方账号"),
  ITEM(
      "商品", "商品说明", "商品名称", "订单标题", "交易说明", "交易详情", "交易附言", "附言", "客户摘要", "摘要", "product", "goods",
      "交易用途", "用途"),
  DIRECTION(
      "收/支",
      "收支",
      "收支类型",
      "借贷",
      "借贷标志",
      "收/付",
      "交易方向",
      "借/贷",
      "借贷方向",
      "收支方向",
      "收支标志",
      "收付标志",
      "资金流向",
      "出入账",
      "income/expense",
      "incomeorexpense"),
  AMOUNT(
      "实付金额",
      "金额(元)",
      "金额",
      "交易金额",
      "交易金额(元)",
      "入账币种/金额",
      "交易币种/金额",
      "订单金额",
      "发生额",
      "amount(yuan)",
      "amount(cny)",
      "amount(¥)",
      "amount(cn¥)",
      "amount(rmb)",
      "amount"),
  IN(
      "记账金额(收入)",
      "交易金额(收入)",
      "收入",
      "收入金额",
      "收入(元)",
      "存入金额",
      "贷方发生额",
      "转入金额",
      "收入金额(+元)",
      "贷方金额",
      "收入金额(元)"),
  OUT(
      "记账金额(支出)",
      "交易金额(支出)",
      "支出",
      "支出金额",
      "支出(元)",
      "支取金额",
      "借方发生额",
      "转出金额",
      "支出金额(-元)",
      "借方金额",
      "支出金额(元)"),
  METHOD("支付方式", "收/付款方式", "付款方式", "交易渠道", "渠道", "支付渠道", "paymentmethod"),
  STATUS("当前状态", "交易状态", "订单状态", "状态", "currentstatus", "status"),
  TRANSACTION(
      "交易单号",
      "交易订单号",
      "交易号",
      "交易流水号",
      "流水号",
      "日志号",
      "订单编号",
      "订单号",
      "transactionid",
      "transactionno.",
      "微信订单号",
      "微信支付订单号",
      "支付宝交易号"),
  MERCHANT("商户单号", "商家订单号", "商家单号", "商户订单号", "merchantid", "merchantno.", "merchantorderid"),
  NOTE("备注", "附言", "交易附言", "客户摘要", "摘要", "remarks", "remark", "note", "交易备注", "备注信息"),
  REFUNDED("成功退款(元)", "成功退款"),
  FEE("服务费(元)", "服务费"),
  BALANCE("余额", "账户余额", "账户余额(元)", "余额(元)", "联机余额", "本次余额", "交易后余额", "交易余额", "账面余额"),
  CURRENCY("记账币种", "交易币种", "币种", "货币", "币别"),
  WHERE("交易地点", "交易场所", "网点名称"),
  COUNTRY("交易国家或地区简称"),
  FUND_STATE("资金状态");

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  List<String> names() {
    return names;
  }

  /** The name of a mapping file: {@code counterparty-account}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Field> find(String id) {
    return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
  }

  /** What a traditional character of the columns' names is in the simplified script. */
  private static final String TRADITIONAL = "時間類對額狀態單號備註當帳賬戶稱餘幣種說訂編創進類別貸據";

  private static final String SIMPLIFIED = "时间类对额状态单号备注当账账户称余币种说订编创进类别贷据";

  /** A column's name without spaces, with plain brackets, in small letters and simplified. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '（' -> plain.append('(');
        case '）' -> plain.append(')');
        case '／' -> plain.append('/');
        case '￥' -> plain.append('¥');
        default -> {
          if (c > ' ' && c != '\u00a0' && c != '\u3000' && c != '\ufeff') {
            int known = c < '\u4e00' ? -1 : TRADITIONAL.indexOf(c);
            plain.append(known < 0 ? Character.toLowerCase(c) : SIMPLIFIED.charAt(known));
          }
        }
      }
    }
    return plain.toString();
  }
}
