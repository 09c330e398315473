package dev.hufu.intake.bill;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the small parts of a workbook say: its sheets in order and where they lie, where the shared
 * texts lie, which styles show dates, from which year days are counted.
 */
final class XlsxBook {

  /** The first and last of the built-in formats that show a date or a time, as ranges. */
  private static final int[][] BUILT_IN_DATES = {{14, 15}, {17, 22}, {46, 46}};

  private static final String USUAL = "xl/workbook.xml";

  /** A sheet and the part it lies in. */
  record Sheet(String name, String part) {}

  /** A link from one part to another; the word is the end of its type. */
  private record Link(String id, String word, String part) {}

  /** Opens a part by its name. */
  @FunctionalInterface
  interface Parts {
    Optional<InputStream> find(String name) throws IOException;
  }

  private final Parts parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private final BitSet dates = new BitSet();
  private Optional<String> texts = Optional.empty();
  private boolean from1904;

  private XlsxBook(Parts parts) {
    this.parts = parts;
  }

  static XlsxBook read(Parts parts) throws IOException, XMLStreamException {
    XlsxBook book = new XlsxBook(parts);
    String name =
        book.links("").stream()
            .filter(link -> link.word.equals("officeDocument"))
            .map(Link::part)
            .findFirst()
            .orElse(USUAL);
    List<Link> links = book.links(name);
    book.workbook(name, links);
    for (Link link : links) {
      switch (link.word) {
        case "sharedStrings" -> book.texts = Optional.of(link.part);
        case "styles" -> book.styles(link.part);
        default -> {
          // Themes, pictures and the like.
        }
      }
    }
    return book;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** The part with the texts that cells name by number, where there is one. */
  Optional<String> texts() {
    return texts;
  }

  SheetRows.Book with(List<String> shared) {
    return new SheetRows.Book(shared, dates, from1904);
  }

  /** The links of a part, or of the whole archive where it has no name. */
  private List<Link> links(String of) throws IOException, XMLStreamException {
    String folder = of.substring(0, of.lastIndexOf('/') + 1);
    String name = folder + "_rels/" + of.substring(folder.length()) + ".rels";
    List<Link> links = new ArrayList<>();
    Optional<InputStream> part = parts.find(name);
    if (part.isEmpty()) {
      return links;
    }
    try (InputStream in = part.get()) {
      XMLStreamReader xml = Xml.open(in);
      while (begun(xml)) {
        String target = Xml.attribute(xml, "Target");
        String type = Xml.attribute(xml, "Type");
        if (xml.getLocalName().equals("Relationship") && target != null && type != null) {
          String id = Xml.attribute(xml, "Id");
          String word = type.substring(type.lastIndexOf('/') + 1);
          links.add(new Link(id == null ? "" : id, word, resolved(folder, target)));
        }
      }
    }
    return links;
  }

  private static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String from = folder;
    String to = target.startsWith("./") ? target.substring(2) : target;
    while (to.startsWith("../") && !from.isEmpty()) {
      to = to.substring(3);
      from = from.substring(0, from.lastIndexOf('/', from.length() - 2) + 1);
    }
    return from + to;
  }

  private void workbook(String name, List<Link> links) throws IOException, XMLStreamException {
    Map<String, String> byId = new HashMap<>();
    links.forEach(link -> byId.put(link.id, link.part));
    try (InputStream in = required(name)) {
      XMLStreamReader xml = Xml.open(in);
      while (begun(xml)) {
        switch (xml.getLocalName()) {
          case "workbookPr" -> from1904 = yes(Xml.attribute(xml, "date1904"));
          case "sheet" -> {
            String id = Xml.linked(xml, "id");
            String part = id == null ? null : byId.get(id);
            String title = Xml.attribute(xml, "name");
            if (part == null) {
              throw new IOException("a sheet that lies nowhere");
            }
            sheets.add(new Sheet(title == null ? "" : title, part));
          }
          default -> {
            // Names, views and the like.
          }
        }
      }
    }
  }

  private static boolean yes(@Nullable String word) {
    return "1".equals(word) || "true".equalsIgnoreCase(word);
  }

  InputStream required(String name) throws IOException {
    return parts.find(name).orElseThrow(() -> new IOException("no part " + name));
  }

  private void styles(String name) throws IOException, XMLStreamException {
    Map<String, Boolean> formats = new HashMap<>();
    for (int[] range : BUILT_IN_DATES) {
      for (int id = range[0]; id <= range[1]; id++) {
        formats.put(Integer.toString(id), true);
      }
    }
    Optional<InputStream> part = parts.find(name);
    if (part.isEmpty()) {
      return;
    }
    try (InputStream in = part.get()) {
      XMLStreamReader xml = Xml.open(in);
      boolean ofCells = false;
      int style = 0;
      while (begun(xml)) {
        String element = xml.getLocalName();
        String id = Xml.attribute(xml, "numFmtId");
        if (element.equals("numFmt") && id != null) {
          String code = Xml.attribute(xml, "formatCode");
          formats.put(id, code != null && SheetNumber.date(code));
        } else if (element.equals("xf") && ofCells) {
          dates.set(style++, id != null && formats.getOrDefault(id, false));
        } else if (element.startsWith("cell") || element.equals("dxfs")) {
          ofCells = element.equals("cellXfs");
        }
      }
    }
  }

  /** Goes to the beginning of the next element; whether there is one. */
  private static boolean begun(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }
}
