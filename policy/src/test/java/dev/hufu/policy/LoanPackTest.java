package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.load.LoanFile;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.pack.LoanTest;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.Block;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import dev.hufu.policy.paper.PaperXhtml;
import dev.hufu.policy.trial.LoanTrial;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Goal: the pack over loans proves itself, and what is written into its papers cannot break them.
 * Method: its own stories through the real reader; hostile names through a real parser of XML.
 */
class LoanPackTest {

  private static final Path PACKS = Path.of("..", "packs");

  private static PackLibrary library(String file, String from, String to) {
    TreeMap<String, PackFiles> files = new TreeMap<>();
    for (String id : new String[] {"cn/law", "cn/iou"}) {
      TreeMap<String, String> texts =
          new TreeMap<>(PackFiles.ofFolder(PACKS.resolve(id)).orThrow().texts());
      if (id.equals("cn/iou") && texts.containsKey(file)) {
        texts.compute(file, (_path, text) -> String.valueOf(text).replace(from, to));
      }
      files.put(id, new PackFiles(texts));
    }
    return PackLibrary.of(files);
  }

  private static Pack pack() {
    PackLibrary library = library("", "", "");
    assertThat(library.problems()).isEmpty();
    return library.find("cn/iou").orElseThrow();
  }

  @Test
  void everyStoryComesOutAsItsAuthorExpects() {
    assertThat(LoanTrial.run(pack())).hasSizeGreaterThan(15).allMatch(run -> run.passed());
  }

  @Test
  void aStoryThatIsWrongFails() {
    PackLibrary other = library("tests/s4-real-friend.yaml", "\"213.70\"", "\"213.71\"");
    assertThat(LoanTrial.run(other.find("cn/iou").orElseThrow()))
        .filteredOn(run -> !run.passed())
        .singleElement()
        .satisfies(run -> assertThat(run.complaints().getFirst()).contains("213.70", "213.71"));
  }

  @Test
  void aMistakeInThePackIsToldWithItsPlace() {
    assertThat(library("papers/iou.yaml", "{use}", "{usage}").problems().get("cn/iou"))
        .anyMatch(problem -> problem.toString().contains("{usage}"));
    assertThat(library("loan.yaml", "cap: CN-PL-05", "cap: CN-PL-20").problems().get("cn/iou"))
        .anyMatch(problem -> problem.toString().contains("CN-PL-20 has confidence M"));
    assertThat(library("loan.yaml", "  cap: CN-PL-05\n", "").problems().get("cn/iou"))
        .anyMatch(problem -> problem.toString().contains("the role cap"));
    assertThat(library("loan.yaml", "loan.rate > cap.rate", "loan.rat > cap.rate").problems())
        .containsKey("cn/iou");
  }

  /** What somebody changed and what they left is read back as the same kind of block. */
  @Test
  void aPaperThatWentThroughAnEditorSaysTheSame() {
    for (LoanTest story : pack().loans().orElseThrow().tests()) {
      LoanPapers papers =
          new LoanPapers(
              LoanReview.of(pack(), story.contract(), story.record(), story.at()).orThrow());
      for (String id : List.of("demand", "claim")) {
        Paper paper = papers.find(id, Lang.ZH).orElseThrow();
        String text = PaperText.write(paper);
        Paper back = PaperText.read(paper, text.replace("\n", "\r\n"));
        assertThat(PaperText.write(back)).as(id).isEqualTo(text);
        assertThat(kinds(back)).as(id).isEqualTo(kinds(paper));
      }
    }
  }

  /** A place to sign becomes its line. */
  private static List<String> kinds(Paper paper) {
    return paper.blocks().stream()
        .filter(block -> !(block instanceof Block.Signatures))
        .filter(block -> !(block instanceof Block.Paragraph))
        .map(block -> block.getClass().getSimpleName())
        .toList();
  }

  @Test
  void whateverIsWrittenThePaperStaysWellFormed() throws Exception {
    String name = "<b>\\\"&'\\u0007\\uFFFE]]>\\U0001F600";
    LoanFile loan =
        LoanFile.read(
                "loan.yaml",
                """
                lender: {name: "%s"}
                borrower: {}
                sum: 10000 yuan
                signedOn: 2026-11-21
                """
                    .formatted(name))
            .orThrow();
    LoanPapers papers =
        new LoanPapers(
            LoanReview.of(pack(), loan.contract(), loan.record(), LocalDate.of(2026, 11, 21))
                .orThrow());
    for (String id : papers.ids()) {
      for (Lang lang : Lang.values()) {
        String xhtml = PaperXhtml.write(papers.find(id, lang).orElseThrow());
        Document document =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xhtml)));
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent())
            .contains("<b>\"&'\uFFFD\uFFFD]]>\uD83D\uDE00");
      }
    }
  }

  @Test
  void aLoanFileThatIsWrongIsToldWithItsPlace() {
    String good = "lender: {}\nborrower: {}\nsum: 10000 yuan\nsignedOn: 2026-11-21\n";
    assertThat(LoanFile.read("l.yaml", good).findValue()).isPresent();
    for (String wrong :
        new String[] {
          good + "rate: 6\n",
          good + "dayz: 365\n",
          good + "days: 364\n",
          good + "plan: {atEnd: 2027-02-30}\n",
          good + "plan: {atEnd: 2027-02-28, parts: [{due: 2027-01-01, sum: 1 yuan}]}\n",
          good.replace("yuan", "usd"),
          good.replace("10000 yuan", "1000000000001 yuan"),
          good.replace("sum", "summe"),
          "a: [",
          " ".repeat(Limits.LOAN_FILE_BYTES_MAX + 1)
        }) {
      assertThat(LoanFile.read("l.yaml", wrong).findRefusal().orElseThrow().code())
          .isEqualTo(Code.LOAN_FILE_BROKEN);
    }
    assertThat(
            LoanFile.read("l.yaml", good + "plan: {atEnd: 2027-02-30}\n")
                .findRefusal()
                .orElseThrow()
                .position()
                .orElseThrow())
        .hasToString("l.yaml:5:15");
  }
}
