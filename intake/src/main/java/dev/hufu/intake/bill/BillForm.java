package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A form of bill, described by what tells it from others. A new maker is a new line here.
 *
 * @param marks words above the header, or in the file's name, that only this maker writes
 * @param columns plain names of columns that only this form has together
 * @param needed columns without which an export of this maker was changed by somebody
 */
enum BillForm {
  WECHAT(
      Platform.WECHAT,
      "wechat",
      List.of("微信支付账单", "微信昵称", "wechatpayment", "wechatpay"),
      List.of("当前状态", "商户单号"),
      List.of(Field.TIME, Field.TYPE, Field.DIRECTION, Field.AMOUNT, Field.STATUS)),
  ALIPAY_WEB(
      Platform.ALIPAY,
      "alipay-web",
      List.of("支付宝交易记录明细查询"),
      List.of("交易创建时间", "交易状态", "收/支", "金额(元)"),
      List.of(Field.TIME, Field.DIRECTION, Field.AMOUNT, Field.STATUS)),
  /** The ledger of a shop: sums in two columns, those out with a minus. */
  ALIPAY_LEDGER(
      Platform.ALIPAY,
      "alipay-ledger",
      List.of("支付宝账务明细"),
      List.of("账务流水号", "业务流水号", "收入金额(+元)", "支出金额(-元)"),
      List.of(Field.TIME)),
  ALIPAY_APP(
      Platform.ALIPAY,
      "alipay-app",
      List.of("支付宝", "alipay"),
      List.of("商品说明", "收/付款方式", "交易状态", "商家订单号"),
      List.of(Field.TIME, Field.DIRECTION, Field.AMOUNT, Field.STATUS)),
  JD(
      Platform.JD,
      "jd",
      List.of("京东"),
      List.of("商户名称", "交易说明", "收/付款方式"),
      List.of(Field.TIME, Field.DIRECTION, Field.AMOUNT)),
  MEITUAN(
      Platform.MEITUAN,
      "meituan",
      List.of("美团"),
      List.of("订单标题", "实付金额"),
      List.of(Field.TIME, Field.DIRECTION, Field.AMOUNT)),
  CCB(
      Platform.CCB,
      "ccb",
      List.of("chinaconstructionbank", "建设银行"),
      List.of("记账日", "支出", "收入", "账户余额", "对方户名"),
      List.of()),
  ICBC(
      Platform.ICBC,
      "icbc",
      List.of("工商银行", "icbc"),
      List.of("交易国家或地区简称", "记账金额(收入)", "记账金额(支出)"),
      List.of()),
  BOCOM(
      Platform.BOCOM,
      "bocom",
      List.of("交通银行", "bocom"),
      List.of("借贷", "对方账号", "对方户名", "交易地点"),
      List.of()),
  /** Any table with a time and a sum under names that banks use. */
  TABLE(Platform.OTHER, "table", List.of(), List.of(), List.of());

  private final Platform platform;
  private final String id;
  private final List<String> marks;
  private final List<String> columns;
  private final List<Field> needed;

  BillForm(
      Platform platform, String id, List<String> marks, List<String> columns, List<Field> needed) {
    this.platform = platform;
    this.id = id;
    this.marks = marks;
    this.columns = columns;
    this.needed = needed;
  }

  Platform platform() {
    return platform;
  }

  /** The form in this container and variant: {@code alipay-2021-csv}. */
  String id(Header header, String container) {
    boolean dataFirst = this == ALIPAY_APP && !header.names().isEmpty() && dataFirst(header);
    return (dataFirst ? "alipay-2021" : id) + "-" + container;
  }

  /** The Alipay app wrote the direction first in 2021 and 2022, and its totals at the end. */
  private static boolean dataFirst(Header header) {
    return header.column(Field.DIRECTION) < header.column(Field.TIME);
  }

  /** A needed column the header lacks. */
  Optional<Field> lacks(Header header) {
    return needed.stream().filter(field -> !header.has(field)).findFirst();
  }

  /**
   * The form of a table: by what stands above its header, else by its columns, else by the name of
   * the file.
   *
   * @param above the text of the rows before the header, plain
   */
  static BillForm of(String above, Header header, String file) {
    for (BillForm form : values()) {
      if (form.marks.stream().anyMatch(above::contains)) {
        return form == ALIPAY_APP && header.has("交易创建时间") ? ALIPAY_WEB : form;
      }
    }
    for (BillForm form : values()) {
      if (!form.columns.isEmpty() && form.columns.stream().allMatch(header::has)) {
        return form;
      }
    }
    String name = Field.plain(file);
    for (BillForm form : values()) {
      if (form.marks.stream().anyMatch(name::contains)) {
        return form;
      }
    }
    return header.has("商家订单号") && header.has("商品说明") ? ALIPAY_APP : TABLE;
  }

  /** The maker that words above a header name, if they name one. */
  static Optional<BillForm> named(String above) {
    for (BillForm form : values()) {
      if (form.marks.stream().anyMatch(above::contains)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
