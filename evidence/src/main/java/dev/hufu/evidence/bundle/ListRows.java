package dev.hufu.evidence.bundle;

import dev.hufu.evidence.bundle.BundleItem.Row;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.Origin;
import dev.hufu.evidence.keep.Statement;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The words of the list for each kind of item, in Chinese as the list is.
 *
 * <p>Example: {@code ListRows.of(statement, file)}. Pages are counted where the file is a PDF that
 * can be opened.
 */
public final class ListRows {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("application/pdf", "pdf"),
          Map.entry("image/png", "png"),
          Map.entry("image/jpeg", "jpg"),
          Map.entry("image/webp", "webp"),
          Map.entry("image/heic", "heic"),
          Map.entry("text/plain", "txt"),
          Map.entry("text/csv", "csv"),
          Map.entry("text/html", "html"),
          Map.entry("application/zip", "zip"),
          Map.entry("application/json", "json"),
          Map.entry("application/vnd.ms-excel", "xls"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("audio/mp4", "m4a"),
          Map.entry("audio/amr", "amr"),
          Map.entry("video/mp4", "mp4"));

  private static final Map<String, String> LOAN_ENTRIES =
      Map.of(
          "terms", "写下约定",
          "money", "给出的钱",
          "payment", "还来的钱",
          "cost", "花的费用",
          "confirmed", "双方认的数",
          "demand", "催要",
          "acknowledgement", "承认还欠",
          "suit", "起诉",
          "taken-back", "撤回一笔");

  private ListRows() {}

  /** Whether entries of a loan of this kind are evidence; notes and drafts are not. */
  public static boolean evidence(String loanEntry) {
    return LOAN_ENTRIES.containsKey(loanEntry);
  }

  public static Row of(Statement statement, Octets file) {
    return new Row(
        statement.title(),
        statement.origin().map(ListRows::source).orElse("双方在线签署，由虎符生成并保存"),
        purpose(statement.kind()),
        statement.kind().form().zh(),
        MINUTE.format(statement.keptAt()),
        pages(statement.mediaType(), file),
        statement.sha256().hex());
  }

  /** A decision: its payload is all there is of it. */
  public static Row of(Verdict verdict, PackRef pack, Instant at, Octets payload) {
    return new Row(
        "出借前的核对结论（" + word(verdict) + "）",
        "虎符，规则包 " + pack.id() + " " + pack.version(),
        "决定之前核对过什么，依据是什么",
        "系统记录（JSON）",
        MINUTE.format(at),
        Optional.empty(),
        payload.digest().hex());
  }

  /**
   * An entry of a loan.
   *
   * @param kind one of which {@link #evidence} is true
   * @param what day and sum as they were typed, possibly empty
   * @param takenBack whether another entry took it back
   */
  public static Row ofLoanEntry(
      String kind, String what, boolean takenBack, Instant at, Octets payload) {
    return new Row(
        "借款登记："
            + LOAN_ENTRIES.get(kind)
            + (what.isEmpty() ? "" : "，" + what)
            + (takenBack ? "（后来撤回）" : ""),
        "出借人自己登记，虎符当时保存，之后没有改过",
        switch (kind) {
          case "demand", "acknowledgement", "suit" -> "催要过或认过，时效重新算";
          case "taken-back" -> "前面有一笔登记不算";
          default -> "借款怎么给的、还了多少、还欠多少";
        },
        "当事人自己的记录",
        MINUTE.format(at),
        Optional.empty(),
        payload.digest().hex());
  }

  /** How a file of this type is named in the bundle; {@code bin} if it is no type we know. */
  public static String ending(String mediaType) {
    return ENDINGS.getOrDefault(mediaType, "bin");
  }

  private static String source(Origin origin) {
    String words =
        Stream.of(origin.source(), origin.device(), origin.app(), origin.how())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("，"));
    return words + origin.clock().map(clock -> "；" + clock.zh()).orElse("");
  }

  private static String purpose(DocumentKind kind) {
    return switch (kind) {
      case IOU_DRAWN, IOU_SIGNED -> "借款的约定：谁向谁借、多少、何时还";
      case VOUCHER -> "款项已经支付，收款人是谁";
      case BILL -> "双方的款项往来";
      case CHAT, SCREENSHOT, RECORDING -> "双方当时怎么说的";
      case DEMAND -> "催要过，时效重新算";
      case RECEIPT -> "已经报案";
      case OTHER -> "其他情况";
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case RED -> "红";
      case AMBER -> "黄";
      case GREEN -> "绿";
      case UNKNOWN -> "信息不够";
    };
  }

  private static Optional<Integer> pages(String mediaType, Octets file) {
    if (!mediaType.equals("application/pdf")) {
      return Optional.empty();
    }
    try (PDDocument document = Loader.loadPDF(file.bytes())) {
      return Optional.of(document.getNumberOfPages());
    } catch (IOException notReallyPdf) {
      return Optional.empty();
    }
  }
}
