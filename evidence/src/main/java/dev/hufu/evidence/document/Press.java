package dev.hufu.evidence.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Prints markup as PDF/A-3b: the typeface and the colours are inside, nothing is fetched, and the
 * same text at the same time gives the same bytes.
 *
 * <p>Example: {@code Press.print("<html><head><title>借条</title></head><body class=\"doc\">…</body>
 * </html>", at, List.of())}. The look is {@code paper.css} beside this class; an empty element with
 * the id {@code seal-lender} keeps a place for the seal of {@code lender}. Names typed by people
 * must be escaped as in any XML; what is not text or order (pictures, links, styles, scripts) is
 * refused. Source: ISO 19005-3:2012.
 */
public final class Press {

  private static final String PRODUCER = "Hufu";
  private static final TimeZone CHINA = TimeZone.getTimeZone("Asia/Shanghai");
  private static final Pattern SEAL = Pattern.compile("^seal-[a-z0-9-]{1,40}$");

  static {
    // The renderer tells the console of every page; what is wrong comes as a refusal instead.
    XRLog.setLoggingEnabled(false);
  }

  private Press() {}

  /**
   * Prints a document.
   *
   * @param xhtml the whole document, well-formed, without a document type
   * @param at the time of making, written into the file; whole seconds count
   * @param inside files to embed; may be empty
   */
  public static Outcome<Paper> print(String xhtml, Instant at, List<Attachment> inside) {
    long bytes = inside.stream().mapToLong(file -> file.content().length()).sum();
    if (inside.size() > Limits.DOCUMENT_FILES_MAX || bytes > Limits.DOCUMENT_FILES_BYTES_MAX) {
      return Outcome.refused(
          Code.DOCUMENT_TOO_LARGE,
          inside.size()
              + " (≤ "
              + Limits.DOCUMENT_FILES_MAX
              + "), "
              + bytes
              + " B (≤ "
              + Limits.DOCUMENT_FILES_BYTES_MAX
              + ")");
    }
    if (inside.stream().map(Attachment::name).distinct().count() < inside.size()) {
      return Outcome.refused(Code.DOCUMENT_OUTSIDE, "two attachments of one name");
    }
    return Markup.parse(xhtml).then(markup -> draw(markup, xhtml, at, inside));
  }

  /** Text made safe to stand between tags or in an attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Outcome<Paper> draw(
      Document markup, String xhtml, Instant at, List<Attachment> inside) {
    String title = title(markup);
    dress(markup);
    try (PdfBoxRenderer renderer = renderer(markup)) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      try (PDDocument document = renderer.getPdfDocument()) {
        Map<String, SealPlace> seals = seals(renderer);
        describe(document, title, at);
        embed(document, inside, at);
        document.setDocumentId(number(xhtml, at, inside));
        var out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return Outcome.of(new Paper(Octets.of(out.toByteArray()), seals));
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
  }

  /** The file's own number: of what goes in, so that the same document is the same file. */
  private static long number(String xhtml, Instant at, List<Attachment> inside) {
    StringBuilder seed = new StringBuilder().append(at.getEpochSecond()).append(xhtml);
    inside.forEach(file -> seed.append(file.name()).append(file.content().digest().hex()));
    String digest = Octets.of(seed.toString().getBytes(StandardCharsets.UTF_8)).digest().hex();
    return Long.parseUnsignedLong(digest, 0, 16, 16);
  }

  private static PdfBoxRenderer renderer(Document markup) {
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
    builder.useColorProfile(Typeface.resource("sRGB.icc"));
    builder.useFont(Typeface::stream, Typeface.FAMILY);
    builder.withProducer(PRODUCER);
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, kind) -> false, when);
    }
    builder.withW3cDocument(markup, "about:blank");
    builder.toStream(new ByteArrayOutputStream());
    return builder.buildPdfRenderer();
  }

  private static String title(Document markup) {
    var titles = markup.getElementsByTagName("title");
    return titles.getLength() == 0 ? "" : titles.item(0).getTextContent().strip();
  }

  private static void dress(Document markup) {
    Element root = markup.getDocumentElement();
    Element style = markup.createElement("style");
    style.setTextContent(new String(Typeface.resource("paper.css"), StandardCharsets.UTF_8));
    var heads = root.getElementsByTagName("head");
    if (heads.getLength() == 0) {
      root.insertBefore(markup.createElement("head"), root.getFirstChild());
    }
    root.getElementsByTagName("head").item(0).appendChild(style);
  }

  private static Map<String, SealPlace> seals(PdfBoxRenderer renderer) {
    Map<String, SealPlace> seals = new TreeMap<>();
    for (PagePosition<?> found : renderer.findPagePositionsByID(SEAL)) {
      seals.put(
          found.getId().substring("seal-".length()),
          new SealPlace(
              found.getPageNo(),
              Math.max(0, found.getX()),
              Math.max(0, found.getY()),
              Math.max(1, found.getWidth()),
              Math.max(1, found.getHeight())));
    }
    return seals;
  }

  /** The two places that tell of a document must agree to the second. */
  private static void describe(PDDocument document, String title, Instant at) throws IOException {
    PDDocumentInformation information = new PDDocumentInformation();
    Calendar moment = moment(at);
    information.setTitle(title);
    information.setCreator(PRODUCER);
    information.setProducer(PRODUCER);
    information.setCreationDate(moment);
    information.setModificationDate(moment);
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("zh-CN");
    byte[] packet = Description.of(title, PRODUCER, at).getBytes(StandardCharsets.UTF_8);
    document
        .getDocumentCatalog()
        .setMetadata(new PDMetadata(document, new ByteArrayInputStream(packet)));
  }

  private static void embed(PDDocument document, List<Attachment> inside, Instant at)
      throws IOException {
    if (inside.isEmpty()) {
      return;
    }
    Map<String, PDComplexFileSpecification> byName = new TreeMap<>();
    COSArray associated = new COSArray();
    for (Attachment file : inside) {
      PDEmbeddedFile content =
          new PDEmbeddedFile(document, new ByteArrayInputStream(file.content().bytes()));
      content.setSubtype(file.mediaType());
      content.setSize(file.content().length());
      content.setCreationDate(moment(at));
      content.setModDate(moment(at));
      PDComplexFileSpecification entry = new PDComplexFileSpecification();
      entry.setFile(file.name());
      entry.setFileUnicode(file.name());
      entry.setFileDescription(file.description());
      entry.setEmbeddedFile(content);
      entry.setEmbeddedFileUnicode(content);
      entry.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Supplement");
      byName.put(file.name(), entry);
      associated.add(entry);
    }
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(byName);
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }

  private static Calendar moment(Instant at) {
    Calendar moment = new GregorianCalendar(CHINA, Locale.ROOT);
    moment.setTimeInMillis(at.getEpochSecond() * 1_000);
    return moment;
  }
}
