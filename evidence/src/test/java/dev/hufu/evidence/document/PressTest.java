package dev.hufu.evidence.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: what is printed is what was given, alike each time, and nothing reaches out. Method: print,
 * read back with PDFBox; hostile markup; {@code DocumentToolsTest} asks a PDF/A checker.
 */
class PressTest {

  private static final String PAGE = "<html><body class=\"doc\"><p>%s</p></body></html>";

  @Test
  void textAndPlacesOfTheSealsCanBeReadBack() throws IOException {
    Paper paper = Samples.iou();
    try (PDDocument document = Loader.loadPDF(paper.pdf().bytes())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("壹万元整", "¥10,000.00", "陈小红", "第 1 页");
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getName()).endsWith("+NotoSerifSC-Regular");
        }
      }
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("借条");
    }
    assertThat(paper.seals()).containsOnlyKeys("lender", "borrower", "witness");
    assertThat(Samples.seal("lender").overlaps(Samples.seal("borrower"))).isFalse();
    assertThat(Samples.seal("lender").height()).isBetween(61.5f, 62.5f);
    assertThat(paper.pdf().length()).isLessThan(400_000);
  }

  @Test
  void theSameTextAtTheSameTimeGivesTheSameBytes() {
    Paper again = Press.print(Samples.iouMarkup(), Samples.AT, List.of(Samples.chat())).orThrow();
    assertThat(again).isEqualTo(Samples.iou());
    Paper later =
        Press.print(Samples.iouMarkup(), Samples.AT.plusSeconds(1), List.of(Samples.chat()))
            .orThrow();
    assertThat(later.pdf()).isNotEqualTo(again.pdf());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=\"http://127.0.0.1:9/x.png\"/>",
        "<a href=\"https://example.org\">x</a>",
        "<object data=\"file:///etc/passwd\"/>",
        "<span style=\"background: url(file:///etc/passwd)\">x</span>",
        "<link rel=\"attachment\" href=\"file:///etc/passwd\"/>",
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        "<script>1</script>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<input type=\"text\"/>",
        "<?php echo 1 ?>"
      })
  void whatReachesOutOrIsNoTextIsRefused(String hostile) {
    assertThat(code(PAGE.formatted(hostile))).isEqualTo(Code.DOCUMENT_OUTSIDE);
  }

  @Test
  void documentTypesAndBrokenMarkupAreRefusedWithTheirPlace() {
    assertThat(code("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + PAGE))
        .isEqualTo(Code.DOCUMENT_BROKEN);
    Outcome<Paper> broken = Press.print("<html>\n<body><p></body></html>", Samples.AT, List.of());
    assertThat(broken.findRefusal().map(Refusal::subject).orElse("")).startsWith("2:");
    assertThat(code("<p>x</p>")).isEqualTo(Code.DOCUMENT_BROKEN);
  }

  @Test
  void aHostileNameIsPrintedAsItIs() throws IOException {
    String name = "雷<script>&\"'明";
    Paper paper = Press.print(PAGE.formatted(Press.escape(name)), Samples.AT, List.of()).orThrow();
    try (PDDocument document = Loader.loadPDF(paper.pdf().bytes())) {
      assertThat(new PDFTextStripper().getText(document)).contains(name);
    }
  }

  @Test
  void aCharacterThatCannotBeDrawnIsNamed() {
    Outcome<Paper> refused = Press.print(PAGE.formatted("张\uD83D\uDE00"), Samples.AT, List.of());
    assertThat(refused.findRefusal().map(Refusal::code)).contains(Code.DOCUMENT_GLYPH);
    assertThat(refused.findRefusal().map(Refusal::subject).orElse("")).contains("U+1F600");
  }

  @Test
  void lengthAndFilesHaveLimits() {
    String shell = PAGE.formatted("");
    String full = PAGE.formatted(" ".repeat(Limits.DOCUMENT_CHARS_MAX - shell.length()));
    int each = Limits.DOCUMENT_FILES_BYTES_MAX / Limits.DOCUMENT_FILES_MAX;
    int most = each * Limits.DOCUMENT_FILES_MAX;
    List<Attachment> files = files(Limits.DOCUMENT_FILES_MAX, each);
    assertThat(Press.print(full, Samples.AT, files)).isInstanceOf(Outcome.Ok.class);
    assertThat(code(full + " ")).isEqualTo(Code.DOCUMENT_TOO_LARGE);
    assertThat(codeOf(Press.print(shell, Samples.AT, files(Limits.DOCUMENT_FILES_MAX + 1, 1))))
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);
    int over = Limits.DOCUMENT_FILES_BYTES_MAX + 1;
    assertThat(most).isEqualTo(over - 1);
    assertThat(codeOf(Press.print(shell, Samples.AT, files(1, over))))
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);
    assertThat(codeOf(Press.print(shell, Samples.AT, List.of(Samples.chat(), Samples.chat()))))
        .isEqualTo(Code.DOCUMENT_OUTSIDE);
  }

  private static List<Attachment> files(int count, int bytes) {
    Octets content = Octets.of(new byte[bytes]);
    return IntStream.range(0, count)
        .mapToObj(i -> new Attachment("f" + i, "text/plain", "", content))
        .toList();
  }

  private static Code code(String xhtml) {
    return codeOf(Press.print(xhtml, Samples.AT, List.of()));
  }

  private static Code codeOf(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }
}
