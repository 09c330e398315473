package dev.hufu.evidence.document;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads the markup of a document and lets through only text and its order: no picture, no link, no
 * style of its own, nothing that would make a reader of it fetch something.
 */
final class Markup {

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "body",
          "article",
          "section",
          "header",
          "footer",
          "div",
          "span",
          "h1",
          "h2",
          "h3",
          "p",
          "br",
          "hr",
          "ol",
          "ul",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "strong",
          "b",
          "em",
          "u",
          "small",
          "s",
          "code",
          "pre",
          "blockquote");

  private static final Set<String> ATTRIBUTES =
      Set.of("class", "id", "lang", "colspan", "rowspan", "start", "charset", "xmlns", "xml:lang");

  private Markup() {}

  static Outcome<Document> parse(String xhtml) {
    if (xhtml.length() > Limits.DOCUMENT_CHARS_MAX) {
      return Outcome.refused(
          Code.DOCUMENT_TOO_LARGE, xhtml.length() + " > " + Limits.DOCUMENT_CHARS_MAX);
    }
    Document document;
    try {
      document = read(xhtml);
    } catch (SAXParseException broken) {
      return Outcome.refused(
          Code.DOCUMENT_BROKEN,
          broken.getLineNumber() + ":" + broken.getColumnNumber() + " " + broken.getMessage());
    } catch (SAXException | IOException broken) {
      return Outcome.refused(Code.DOCUMENT_BROKEN, String.valueOf(broken.getMessage()));
    }
    Element root = document.getDocumentElement();
    if (!root.getTagName().equals("html")) {
      return Outcome.refused(Code.DOCUMENT_BROKEN, "<" + root.getTagName() + ">");
    }
    Optional<String> stranger = findStranger(root);
    if (stranger.isPresent()) {
      return Outcome.refused(Code.DOCUMENT_OUTSIDE, stranger.get());
    }
    Optional<String> missing = Typeface.findMissing(root.getTextContent());
    return missing.isPresent()
        ? Outcome.refused(Code.DOCUMENT_GLYPH, missing.get())
        : Outcome.of(document);
  }

  private static Document read(String xhtml) throws SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      // Without a document type there are no entities: none from outside, none that multiply.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException missing) {
      throw new IllegalStateException("every JDK has a safe XML parser", missing);
    }
  }

  private static Optional<String> findStranger(Element element) {
    if (!ELEMENTS.contains(element.getTagName())) {
      return Optional.of("<" + element.getTagName() + ">");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.item(i).getNodeName();
      if (!ATTRIBUTES.contains(name)) {
        return Optional.of("<" + element.getTagName() + " " + name + ">");
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      Optional<String> stranger =
          switch (child.getNodeType()) {
            case Node.ELEMENT_NODE -> findStranger((Element) child);
            case Node.PROCESSING_INSTRUCTION_NODE -> Optional.of("<?" + child.getNodeName() + "?>");
            default -> Optional.empty();
          };
      if (stranger.isPresent()) {
        return stranger;
      }
    }
    return Optional.empty();
  }

  /** The parser's own words go to the caller, not to the console. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException seen) throws SAXException {
      throw seen;
    }

    @Override
    public void error(SAXParseException seen) throws SAXException {
      throw seen;
    }

    @Override
    public void fatalError(SAXParseException seen) throws SAXException {
      throw seen;
    }
  }
}
