package dev.hufu.evidence.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What a file tells of itself, as an XMP packet. Source: ISO 19005-3 section 6.6.2. */
final class Description {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Description() {}

  static String of(String title, String producer, Instant at) {
    String moment =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.truncatedTo(ChronoUnit.SECONDS).atZone(CHINA));
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
     <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/">
       <pdfaid:part>3</pdfaid:part>
       <pdfaid:conformance>B</pdfaid:conformance>
       <dc:format>application/pdf</dc:format>
       <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
       <pdf:Producer>%2$s</pdf:Producer>
       <xmp:CreatorTool>%2$s</xmp:CreatorTool>
       <xmp:CreateDate>%3$s</xmp:CreateDate>
       <xmp:ModifyDate>%3$s</xmp:ModifyDate>
      </rdf:Description>
     </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
        .formatted(Press.escape(title), producer, moment);
  }
}
