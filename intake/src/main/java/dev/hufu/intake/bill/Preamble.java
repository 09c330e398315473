package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.BillTotals.Sum;
import dev.hufu.kernel.money.Fen;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bill says about itself around its rows: whose it is, how many rows, sums, the zone of its
 * times.
 *
 * @param above the plain text above the header, by which its maker is known
 */
record Preamble(String above, String account, BillTotals declared, ZoneId zone) {

  static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

  private static final Pattern ROWS =
      Pattern.compile("共[:：]?\\s*(\\d{1,9})\\s*(?:笔|条)|[Tt]otal(?: of)?\\s*[:：]?\\s*(\\d{1,9})");
  private static final Pattern SUM =
      Pattern.compile(
          "(收入|支出|不计收支|中性交易|其他|Income|Expense|Neutral)[^:：]{0,14}[:：]\\s*(\\d{1,9})"
              + "\\s*(?:笔|transactions?)?(?:\\([^)]*\\))?\\s*[,，]?\\s*[¥￥]?\\s*"
              + "(-?[\\d,]{1,19}\\.\\d{1,2})");
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:微信昵称|支付宝账户|京东账号名|美团用户名|账号|账户|卡号|帐号|WeChat [Nn]ickname|Nickname)"
              + "[:：]\\s*\\[?([^\\],，|]{1,64})");

  /** A row with more than these is no advice. */
  private static final int FOOTER_CELLS_MAX = 3;

  private static final List<String> ADVICE = List.of("仅供参考", "仅供个人对账", "导出时间", "特别提示");
  private static final Pattern OFFSET = Pattern.compile("UTC\\s*([+-]\\d{1,2}:?\\d{0,2})");

  /** Reads the rows above the header, and below it those that are no transactions. */
  static Preamble of(List<TableRow> above, List<TableRow> below) {
    String account = "";
    Optional<Integer> rows = Optional.empty();
    Optional<Sum> in = Optional.empty();
    Optional<Sum> out = Optional.empty();
    Optional<Sum> neutral = Optional.empty();
    ZoneId zone = USUAL;
    StringBuilder text = new StringBuilder();
    for (List<TableRow> part : List.of(above, below)) {
      for (TableRow row : part) {
        // A figure such as 1,234.00 stands in cells of its own; a comma joins it again.
        String line = String.join(",", row.cells());
        if (account.isEmpty()) {
          account = account(line);
        }
        if (rows.isEmpty()) {
          rows = rows(line);
        }
        Matcher sum = SUM.matcher(line);
        while (sum.find()) {
          Optional<Sum> read = sum(sum);
          switch (sum.group(1)) {
            case "收入", "Income" -> in = in.or(() -> read);
            case "支出", "Expense" -> out = out.or(() -> read);
            default -> neutral = neutral.or(() -> read);
          }
        }
        zone = zone.equals(USUAL) ? zone(line) : zone;
        if (part == above) {
          text.append(Field.plain(line)).append('\n');
        }
      }
    }
    return new Preamble(text.toString(), account, new BillTotals(rows, in, out, neutral), zone);
  }

  private static String account(String line) {
    Matcher matcher = ACCOUNT.matcher(line.replace("：,", "：").replace("　", ""));
    return matcher.find() ? matcher.group(1).strip() : "";
  }

  private static Optional<Integer> rows(String line) {
    Matcher matcher = ROWS.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String digits = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(Integer.valueOf(digits));
  }

  private static Optional<Sum> sum(Matcher matcher) {
    return Fen.parseYuan(matcher.group(3))
        .findValue()
        .map(fen -> new Sum(Integer.parseInt(matcher.group(2)), fen));
  }

  private static ZoneId zone(String line) {
    Matcher matcher = OFFSET.matcher(line);
    if (!matcher.find()) {
      return USUAL;
    }
    try {
      ZoneId zone = ZoneOffset.of(matcher.group(1));
      return zone.equals(ZoneOffset.ofHours(8)) ? USUAL : zone;
    } catch (DateTimeException noOffset) {
      return USUAL;
    }
  }

  /** A row below the header that is no transaction: a line of dashes, totals, an advice. */
  static boolean footer(TableRow row) {
    String first = row.cell(0);
    if (first.startsWith("#")) {
      return true;
    }
    if (first.startsWith("-----") || first.startsWith("=====") || first.startsWith("*****")) {
      return true;
    }
    if (first.contains("合计") || first.startsWith("总计")) {
      return true;
    }
    int filled = 0;
    for (int i = 0; i < row.cells().size() && filled <= FOOTER_CELLS_MAX; i++) {
      filled += row.cell(i).isEmpty() ? 0 : 1;
    }
    return filled <= FOOTER_CELLS_MAX && advice(String.join(",", row.cells()));
  }

  private static boolean advice(String line) {
    return ROWS.matcher(line).find()
        || SUM.matcher(line).find()
        || line.startsWith("注")
        || line.startsWith("用户:")
        || line.startsWith("用户：")
        || ADVICE.stream().anyMatch(line::contains);
  }
}
