package dev.hufu.evidence.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Samples;
import dev.hufu.evidence.sign.SignatureReport.Mark;
import dev.hufu.evidence.sign.SignatureReport.Standing;
import dev.hufu.kernel.code.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;

/**
 * Goal: a signed file that was changed never passes for sound, and the report says which signature
 * and what. Method: bytes flipped from a fixed seed, revisions cut out, text, remarks and titles
 * appended, signatures of other keys and other documents put in.
 */
class TamperTest {

  private static final int FLIPS = 60;

  @Test
  void aFlippedByteAnywhereIsSeen() {
    byte[] signed = Signers.threeSigned().bytes();
    Increment newest = Increment.located(Signers.threeSigned()).orThrow();
    Random random = new Random(20_261_122);
    for (int i = 0; i < FLIPS; i++) {
      int place = random.nextInt(signed.length);
      byte[] flipped = signed.clone();
      flipped[place] ^= 1;
      boolean passes = passes(Octets.of(flipped));
      if (place < newest.gap() || place >= newest.gap() + newest.length()) {
        assertThat(passes).as("byte %d", place).isFalse();
      } else if (passes) {
        // Nothing signs the gap of the newest: a certificate nobody needs may lie there, no more.
        assertThat(told(Octets.of(flipped))).isEqualTo(told(Signers.threeSigned()));
      }
    }
    assertThat(passes(Signers.threeSigned())).isTrue();
  }

  @Test
  void aByteOfTheSecondRevisionLeavesTheFirstSignatureStanding() {
    byte[] signed = Signers.threeSigned().bytes();
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    int role = text.indexOf("/Reason", Signers.steps().getFirst().length());
    signed[text.indexOf('<', role) + 5] ^= 1;
    assertThat(Signers.read(Octets.of(signed)).marks())
        .extracting(Mark::standing)
        .containsExactly(Standing.GENUINE, Standing.BROKEN, Standing.BROKEN);
  }

  @Test
  void aRevisionThatIsCutOffIsASignerLessAndOneInTheMiddleIsSeen() {
    List<Octets> steps = Signers.steps();
    SignatureReport cut = Signers.read(Signers.threeSigned().slice(0, steps.get(1).length()));
    assertThat(cut.people()).extracting(Mark::name).containsExactly("陈小红", "雷大明");

    byte[] whole = Signers.threeSigned().bytes();
    byte[] without = Increment.around(whole, steps.get(0).length(), steps.get(1).length());
    assertThat(passes(Octets.of(without))).isFalse();
  }

  @Test
  void whatIsAppendedLaterIsNamed() throws IOException {
    SignatureReport remark =
        Signers.read(
            appended(
                document -> {
                  var page = document.getPage(0);
                  PDAnnotationText note = new PDAnnotationText();
                  note.setRectangle(new PDRectangle(100, 600, 200, 40));
                  note.setContents("已还清");
                  var all = page.getAnnotations();
                  all.add(note);
                  page.setAnnotations(all);
                  page.getCOSObject().setNeedToBeUpdated(true);
                }));
    assertThat(remark.sound()).isFalse();
    assertThat(remark.covered()).isFalse();
    assertThat(remark.marks())
        .allSatisfy(
            mark -> {
              assertThat(mark.standing()).isEqualTo(Standing.GENUINE);
              assertThat(mark.changedSince())
                  .containsExactly("annotations: one was added that is no signature");
            });

    SignatureReport text =
        Signers.read(
            appended(
                document -> {
                  var page = document.getPage(0);
                  byte[] blank = "q Q".getBytes(StandardCharsets.US_ASCII);
                  page.setContents(new PDStream(document, new ByteArrayInputStream(blank)));
                  page.getCOSObject().setNeedToBeUpdated(true);
                }));
    assertThat(text.marks().getLast().changedSince())
        .singleElement()
        .asString()
        .startsWith("page object")
        .endsWith("Contents");

    SignatureReport title =
        Signers.read(
            appended(
                document -> {
                  document.getDocumentInformation().setTitle("收条");
                  document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
                }));
    assertThat(title.sound()).isFalse();
    assertThat(title.marks().getFirst().changedSince()).isNotEmpty();
  }

  @Test
  void attachmentsSwappedUnderASignatureAreNamed() throws IOException {
    SignatureReport report =
        Signers.read(
            appended(
                document -> {
                  var catalog = document.getDocumentCatalog().getCOSObject();
                  catalog.removeItem(COSName.getPDFName("AF"));
                  catalog.setNeedToBeUpdated(true);
                }));
    assertThat(report.marks().getLast().changedSince()).contains("catalog: AF");
  }

  @Test
  void aByteBehindTheEndIsUncovered() {
    Octets signed = Signers.threeSigned();
    byte[] longer = Arrays.copyOf(signed.bytes(), signed.length() + 1);
    longer[signed.length()] = '\n';
    assertThat(passes(Octets.of(longer))).isFalse();
  }

  @Test
  void aSignatureOfAnotherDocumentDoesNotHold() {
    Octets here = prepared(Samples.iou().pdf()).pdf();
    Octets signed = Signers.steps().getFirst();
    Increment foreign = Increment.located(signed).orThrow();
    Octets cms = CmsSignature.structure(foreign).orThrow();
    Octets replayed = Increment.located(here).then(gap -> gap.fill(cms)).orThrow();
    assertThat(Signers.read(replayed).marks().getFirst().standing()).isEqualTo(Standing.BROKEN);
  }

  @Test
  void aSignatureOfAnotherKeyDoesNotHold() {
    Prepared prepared = prepared(Samples.iou().pdf());
    Octets foreign = foreignDer(prepared);
    Octets cms = Envelope.whole(prepared.toSign(), foreign, prepared.chain(), Optional.empty());
    Octets signed = Increment.located(prepared.pdf()).then(gap -> gap.fill(cms)).orThrow();
    Mark mark = Signers.read(signed).marks().getFirst();
    assertThat(mark.standing()).isEqualTo(Standing.BROKEN);
    assertThat(mark.problem()).isEqualTo("made with another key");
  }

  @Test
  void namesOfAForeignIssuerAreStrangers() {
    SignatureReport report =
        SignatureReport.read(
                Signers.threeSigned(),
                List.of(Issuer.found(Signers.pair(), "别家", Signers.AT).certificate()),
                List.of(Signers.TIME.root()))
            .orThrow();
    assertThat(report.marks()).extracting(Mark::standing).containsOnly(Standing.STRANGER);
  }

  /** What a report says to people: who, and when. */
  private static List<String> told(Octets pdf) {
    return Signers.read(pdf).marks().stream()
        .map(
            mark ->
                mark.name()
                    + mark.role()
                    + mark.certificate().map(X509Certificate::getSerialNumber)
                    + mark.time().map(time -> time.at() + " " + time.serial() + time.digest()))
        .toList();
  }

  private interface Change {
    void apply(PDDocument document) throws IOException;
  }

  private static Octets appended(Change change) throws IOException {
    try (PDDocument document = Loader.loadPDF(Signers.threeSigned().bytes())) {
      change.apply(document);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return Octets.of(out.toByteArray());
    }
  }

  private static Prepared prepared(Octets pdf) {
    Signing signing = Signers.signing(Signers.pair(), "雷大明", "借款人", Signers.AT, "borrower");
    return SigningCeremony.prepare(pdf, signing).orThrow();
  }

  private static Octets foreignDer(Prepared prepared) {
    KeyPair other = Signers.pair();
    return Signers.key(other)
        .check(Signers.raw(other, prepared.toSign()), prepared.toSign())
        .orThrow();
  }

  /** What a caller asks: all three, all sound, all with a time. */
  private static boolean passes(Octets pdf) {
    return switch (SignatureReport.read(
        pdf, List.of(Signers.ISSUER.certificate()), List.of(Signers.TIME.root()))) {
      case Outcome.Refused<SignatureReport> _refused -> false;
      case Outcome.Ok<SignatureReport>(var report) ->
          report.sound()
              && report.people().size() == 3
              && report.marks().stream()
                  .allMatch(mark -> mark.time().isPresent() && mark.standing() == Standing.GENUINE);
    };
  }
}
