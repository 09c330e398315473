package dev.hufu.intake.bill;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a workbook are read as XML: without document types, so that nothing is fetched
 * and nothing grows while it is read. Names are compared without their namespace, for a workbook
 * may use either of two, with any prefix.
 */
final class Xml {

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static XMLStreamReader open(InputStream in) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(in);
  }

  /** The value of an attribute without a namespace. */
  static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (name.equals(xml.getAttributeLocalName(i)) && bare(xml.getAttributeNamespace(i))) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The value of an attribute of that name in a namespace, whichever. */
  static @Nullable String linked(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (name.equals(xml.getAttributeLocalName(i)) && !bare(xml.getAttributeNamespace(i))) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private static boolean bare(@Nullable String namespace) {
    return namespace == null || namespace.isEmpty();
  }

  /** The text up to the end of the element that was just begun; elements inside do not count. */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    String first = "";
    StringBuilder more = null;
    int depth = 1;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (first.isEmpty()) {
            first = xml.getText();
          } else {
            more = more == null ? new StringBuilder(first) : more;
            more.append(xml.getText());
          }
        }
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> {
          if (--depth == 0) {
            return more == null ? first : more.toString();
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity that nothing declares", xml.getLocation());
        default -> {
          // Comments and instructions are no text.
        }
      }
    }
  }

  /** A text made of runs, without the reading aids above them. */
  static String runs(XMLStreamReader xml) throws XMLStreamException {
    String first = "";
    StringBuilder more = null;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "t" -> {
            String run = text(xml);
            if (first.isEmpty()) {
              first = run;
            } else {
              more = more == null ? new StringBuilder(first) : more;
              more.append(run);
            }
          }
          case "rPh" -> text(xml);
          default -> depth++;
        }
      }
    }
    return more == null ? first : more.toString();
  }
}
