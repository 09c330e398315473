package dev.hufu.evidence.bundle;

import dev.hufu.evidence.bundle.BundleItem.Row;
import dev.hufu.evidence.document.Press;
import dev.hufu.evidence.document.Typeface;
import dev.hufu.kernel.code.Outcome;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The numbered list, as a court asks for it: name, source, what it proves, form, date, pages,
 * digest. Once as PDF/A, to be signed by hand, and once as CSV. Source: 民事诉讼证据规定 19.
 */
final class EvidenceList {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu 年 M 月 d 日");
  private static final String HIDDEN = "（已隐去）";

  private final BundleContents contents;

  EvidenceList(BundleContents contents) {
    this.contents = contents;
  }

  /** A row as it may be shown: of a redacted item, nothing but its digest in the log. */
  private static Row shown(BundleItem item) {
    if (!item.redacted()) {
      return item.row();
    }
    String leaf = item.logged().orElseThrow().leaf().digest().hex();
    return new Row(HIDDEN, "—", "—", "只留日志条目和证明", "—", Optional.empty(), leaf);
  }

  String csv() {
    StringBuilder csv = new StringBuilder("\uFEFF编号,名称,来源,证明目的,形式,日期,页数,SHA-256\r\n");
    int number = 0;
    for (BundleItem item : contents.items()) {
      Row row = shown(item);
      csv.append(++number);
      for (String cell :
          List.of(
              row.name(),
              row.source(),
              row.purpose(),
              row.form(),
              row.date(),
              pages(row),
              row.digest())) {
        csv.append(',').append(quoted(cell));
      }
      csv.append("\r\n");
    }
    return csv.toString();
  }

  /** Quoted by RFC 4180; a cell never begins like a formula. */
  private static String quoted(String cell) {
    String safe = !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  Outcome<byte[]> pdf() {
    return Press.print(markup(), contents.made(), List.of()).map(paper -> paper.pdf().bytes());
  }

  private String markup() {
    String title = contents.profile().title().zh();
    StringBuilder page = new StringBuilder(8_192);
    page.append("<html><head><title>")
        .append(title)
        .append("</title></head><body class=\"doc\"><h1>")
        .append(title)
        .append("</h1><p class=\"no center faint\">事项 ")
        .append(contents.matter())
        .append("　共 ")
        .append(contents.items().size())
        .append(" 项　")
        .append(DAY.format(contents.made().atZone(CHINA)))
        .append("</p><table class=\"list\"><thead><tr><th class=\"w1\">编号</th><th>名称、来源</th>")
        .append("<th class=\"w3\">证明目的</th><th class=\"w4\">形式、日期</th>")
        .append("<th class=\"w5\">页数</th></tr></thead><tbody>");
    int number = 0;
    for (BundleItem item : contents.items()) {
      row(page, ++number, shown(item));
    }
    page.append("</tbody></table>")
        .append("<p class=\"no small\">每项下面是文件的 SHA-256 指纹。")
        .append("截图的证明力低于原件：请保留手机里的原始记录，开庭或核查时出示。")
        .append("指纹和日志证明只说明文件在那个时间以后没有改过；文件里写的是不是真的，要另外证明。")
        .append("怎样核对，见同一文件夹里的 VERIFY.md 和 verify.html。</p>")
        .append("<div class=\"doc__sig\"><table><tr><td><p class=\"who\">提交人（签名）：</p>")
        .append("<p>　</p></td><td><p class=\"who\">提交日期：　　　年　　月　　日</p>")
        .append("<p class=\"who\">份数：　　　份</p></td></tr></table></div></body></html>");
    return page.toString();
  }

  private static void row(StringBuilder page, int number, Row row) {
    page.append("<tr><td class=\"num\">")
        .append(number)
        .append("</td><td>")
        .append(printable(row.name()))
        .append("<br/><span class=\"small faint\">来源：")
        .append(printable(row.source()))
        .append("</span></td><td>")
        .append(printable(row.purpose()))
        .append("</td><td>")
        .append(printable(row.form()))
        .append("<br/><span class=\"small faint nb\">")
        .append(printable(row.date()))
        .append("</span></td><td class=\"num\">")
        .append(pages(row))
        .append("</td></tr><tr class=\"digest\"><td></td><td colspan=\"4\" class=\"mono\">")
        .append(row.digest().replaceAll("(.{8})(?=.)", "$1 "))
        .append("</td></tr>");
  }

  private static String pages(Row row) {
    return row.pages().map(String::valueOf).orElse("—");
  }

  /** A picture in a title must not keep a list from being printed: it becomes an empty box. */
  private static String printable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              kept.append(Typeface.findMissing(one).isEmpty() ? one : "□");
            });
    return Press.escape(kept.toString());
  }
}
