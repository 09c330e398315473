package dev.hufu.intake.bill;

import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook that its cells name by number. */
final class SharedTexts {

  private static final byte[] TEXT = PlainRows.ascii("<si><t>");
  private static final byte[] TEXT_KEPT = PlainRows.ascii("<si><t xml:space=\"preserve\">");
  private static final byte[] TEXT_END = PlainRows.ascii("</t></si>");

  private SharedTexts() {}

  /** All of them, without white space around; one more than the limit where there are too many. */
  static List<String> read(XmlPieces.Source part) throws IOException, XMLStreamException {
    XmlPieces<List<String>> pieces =
        new XmlPieces<>(
            "si",
            List.of("sst"),
            SharedTexts::piece,
            SharedTexts::plain,
            List::size,
            Limits.BILL_SHARED_TEXTS_MAX);
    List<String> texts = new ArrayList<>();
    for (List<String> piece : pieces.read(part)) {
      texts.addAll(piece);
    }
    return texts;
  }

  /** Texts without runs, as most are. */
  static Optional<List<String>> plain(byte[] bytes, int from, int to) {
    PlainBytes xml = new PlainBytes(bytes, from, to);
    List<String> texts = new ArrayList<>();
    while (true) {
      xml.skipBlanks();
      if (xml.ended()) {
        return Optional.of(texts);
      }
      if (!xml.take(TEXT) && !xml.take(TEXT_KEPT)) {
        return Optional.empty();
      }
      String text = xml.takeText();
      if (text == null || !xml.take(TEXT_END)) {
        return Optional.empty();
      }
      texts.add(TableRow.trimmed(text));
    }
  }

  private static List<String> piece(XMLStreamReader xml) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    while (xml.hasNext() && texts.size() <= Limits.BILL_SHARED_TEXTS_MAX) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        texts.add(TableRow.trimmed(Xml.runs(xml)));
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sst")) {
        break;
      }
    }
    return texts;
  }
}
