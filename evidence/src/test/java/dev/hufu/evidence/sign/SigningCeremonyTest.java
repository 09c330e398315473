package dev.hufu.evidence.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Samples;
import dev.hufu.evidence.document.SealPlace;
import dev.hufu.evidence.sign.SignatureReport.Mark;
import dev.hufu.evidence.sign.SignatureReport.Standing;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: three people sign one IOU in turn and all three signatures hold; what does not fit is
 * refused; a time may come late. Method: keys and raw signatures as browsers make them, an
 * authority of our own; {@code DocumentToolsTest} asks other people's verifiers the same.
 */
class SigningCeremonyTest {

  @Test
  void threeSignInTurnAndAllHold() {
    SignatureReport report = Signers.read(Signers.threeSigned());
    assertThat(report.sound()).isTrue();
    assertThat(report.people()).extracting(Mark::name).containsExactly("陈小红", "雷大明", "王三");
    assertThat(report.people()).extracting(Mark::role).containsExactly("出借人", "借款人", "见证人");
    assertThat(report.marks())
        .allSatisfy(
            mark -> {
              assertThat(mark.standing()).isEqualTo(Standing.GENUINE);
              assertThat(mark.time().orElseThrow().at()).isEqualTo(Signers.AT);
              assertThat(mark.claimed()).contains(Signers.AT);
            });
    List<Octets> steps = Signers.steps();
    for (int i = 0; i < steps.size(); i++) {
      assertThat(report.marks().get(i).end()).isEqualTo(steps.get(i).length());
      assertThat(Signers.threeSigned().slice(0, steps.get(i).length())).isEqualTo(steps.get(i));
    }
  }

  @Test
  void whatWaitsForTheBrowserCanBeKept() {
    KeyPair pair = Signers.pair();
    Prepared prepared = prepare(Samples.iou().pdf(), pair);
    assertThat(Prepared.parse(prepared.toBytes())).isEqualTo(Outcome.of(prepared));
    Octets kept = prepared.toBytes();
    assertThat(codeOf(Prepared.parse(kept.slice(0, kept.length() - 1))))
        .isEqualTo(Code.SIGNING_STATE_BROKEN);
    assertThat(codeOf(Prepared.parse(Octets.of(new byte[0])))).isEqualTo(Code.SIGNING_STATE_BROKEN);
    assertThat(prepare(Samples.iou().pdf(), pair).pdf())
        .as("nothing but the certificate depends on chance")
        .isEqualTo(prepared.pdf());
  }

  @Test
  void aSignatureOfAnotherKeyOrOverSomethingElseIsRefused() {
    KeyPair pair = Signers.pair();
    Prepared prepared = prepare(Samples.iou().pdf(), pair);
    Octets raw = Signers.raw(pair, prepared.toSign());
    assertThat(complete(prepared, Signers.raw(Signers.pair(), prepared.toSign())))
        .isEqualTo(Code.SIGNATURE_WRONG);
    assertThat(complete(prepared, Signers.raw(pair, prepared.pdf())))
        .isEqualTo(Code.SIGNATURE_WRONG);
    assertThat(complete(prepared, raw.slice(0, 63))).isEqualTo(Code.SIGNATURE_WRONG);
    assertThat(complete(prepared, Octets.of(new byte[64]))).isEqualTo(Code.SIGNATURE_WRONG);

    Octets other = prepare(Signers.steps().getFirst(), pair).pdf();
    Prepared swapped = new Prepared(other, prepared.toSign(), prepared.chain());
    assertThat(complete(swapped, raw))
        .as("a page changed meanwhile")
        .isEqualTo(Code.SIGNING_STATE_BROKEN);
    TimeToken foreign = Signers.token(Digest.of(new byte[1]), Signers.AT);
    assertThat(codeOf(SigningCeremony.complete(prepared, raw, Optional.of(foreign))))
        .isEqualTo(Code.TIME_OTHER_DIGEST);
  }

  @Test
  void aLateTimeGoesInsideTheNewestSignature() {
    Octets pending = Signers.sign(Samples.iou().pdf(), "陈小红", "出借人", "lender", false);
    Mark before = Signers.read(pending).marks().getFirst();
    assertThat(before.standing()).isEqualTo(Standing.GENUINE);
    assertThat(before.timePending().orElseThrow().code()).isEqualTo(Code.TIME_MALFORMED);

    Digest toDate = SigningCeremony.newestToDate(pending).orThrow();
    TimeToken token = Signers.token(toDate, Signers.AT.plus(Duration.ofDays(2)));
    Octets dated = SigningCeremony.addTime(pending, token).orThrow();
    assertThat(dated.length()).isEqualTo(pending.length());
    Mark after = Signers.read(dated).marks().getFirst();
    assertThat(after.time()).contains(token);
    assertThat(Signers.read(dated).sound()).isTrue();
    assertThat(codeOf(SigningCeremony.addTime(dated, token))).isEqualTo(Code.SIGNED_SINCE);
    assertThat(codeOf(SigningCeremony.addTime(Signers.threeSigned(), token)))
        .isEqualTo(Code.SIGNED_SINCE);
  }

  @Test
  void aTimeOverTheWholeFileDatesAllSignaturesBeforeIt() {
    Octets first = Signers.sign(Samples.iou().pdf(), "陈小红", "出借人", "lender", false);
    Octets second = Signers.sign(first, "雷大明", "借款人", "borrower", false);
    DocumentTime begun = DocumentTime.prepare(second).orThrow();
    TimeToken token = Signers.token(begun.toDate(), Signers.AT.plus(Duration.ofDays(1)));
    assertThat(codeOf(begun.complete(Signers.token(Digest.of(new byte[2]), Signers.AT))))
        .isEqualTo(Code.TIME_OTHER_DIGEST);
    Octets dated = begun.complete(token).orThrow();

    SignatureReport report = Signers.read(dated);
    assertThat(report.sound()).isTrue();
    assertThat(report.people()).hasSize(2);
    assertThat(report.marks()).hasSize(3);
    assertThat(report.marks()).allSatisfy(mark -> assertThat(mark.time()).contains(token));
  }

  @Test
  void aSealStandsOnPaperAndNotOnAnother() {
    Octets signed = Signers.steps().getFirst();
    SealPlace lender = Samples.seal("lender");
    assertThat(prepareAt(signed, lender)).isEqualTo(Code.SEAL_PLACE_WRONG);
    assertThat(prepareAt(signed, new SealPlace(9, 1, 1, 10, 10))).isEqualTo(Code.SEAL_PLACE_WRONG);
    assertThat(prepareAt(signed, new SealPlace(0, 590, 1, 10, 10)))
        .isEqualTo(Code.SEAL_PLACE_WRONG);
  }

  @Test
  void aSignatureMayBeWithoutASeal() {
    Octets signed = Signers.sign(Samples.iou().pdf(), "陈小红", "出借人", "nowhere", true);
    assertThat(Signers.read(signed).sound()).isTrue();
  }

  @Test
  void whatIsNoPdfIsRefused() {
    Octets rubbish = Octets.of(new byte[] {1, 2, 3});
    Signing signing = Signers.signing(Signers.pair(), "陈小红", "出借人", Signers.AT, "nowhere");
    assertThat(codeOf(SigningCeremony.prepare(rubbish, signing))).isEqualTo(Code.PDF_BROKEN);
    assertThat(codeOf(SignatureReport.read(rubbish, List.of(), List.of())))
        .isEqualTo(Code.PDF_BROKEN);
    assertThat(codeOf(SigningCeremony.newestToDate(Samples.iou().pdf())))
        .isEqualTo(Code.SIGNED_SINCE);
  }

  @Test
  void drawnNamesSignaturesAndFilesHaveLimits() {
    List<Handwriting.Point> most =
        Collections.nCopies(Limits.HANDWRITING_POINTS_MAX, new Handwriting.Point(0, 1_000));
    assertThat(new Handwriting(List.of(most)).strokes()).hasSize(1);
    assertThatThrownBy(() -> new Handwriting(List.of(most, List.of(new Handwriting.Point(1, 1)))))
        .isInstanceOf(IllegalArgumentException.class);

    Increment gap = Increment.located(Signers.threeSigned()).orThrow();
    Octets full = Octets.of(new byte[Limits.SIGNATURE_BYTES_MAX]);
    assertThat(gap.fill(full)).isInstanceOf(Outcome.Ok.class);
    assertThat(codeOf(gap.fill(Octets.of(new byte[Limits.SIGNATURE_BYTES_MAX + 1]))))
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);

    Octets large = Octets.of(new byte[Limits.PDF_BYTES_MAX + 1]);
    assertThat(codeOf(SignatureReport.read(large, List.of(), List.of())))
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);
    assertThat(codeOf(DocumentTime.prepare(large))).isEqualTo(Code.DOCUMENT_TOO_LARGE);
    Octets fits = Octets.of(new byte[Limits.PDF_BYTES_MAX]);
    assertThat(codeOf(SignatureReport.read(fits, List.of(), List.of()))).isEqualTo(Code.PDF_BROKEN);
  }

  @Test
  void aFileTakesOnlySoManySignatures() {
    Octets pdf = Samples.iou().pdf();
    for (int i = 0; i < Limits.PDF_SIGNATURES_MAX; i++) {
      pdf = DocumentTime.prepare(pdf).orThrow().pdf();
    }
    assertThat(Signers.read(pdf).marks()).hasSize(Limits.PDF_SIGNATURES_MAX);
    assertThat(codeOf(DocumentTime.prepare(pdf))).isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  private static Prepared prepare(Octets pdf, KeyPair pair) {
    return SigningCeremony.prepare(pdf, Signers.signing(pair, "雷大明", "借款人", Signers.AT, "borrower"))
        .orThrow();
  }

  private static Code prepareAt(Octets pdf, SealPlace place) {
    Signing any = Signers.signing(Signers.pair(), "王三", "见证人", Signers.AT, "witness");
    return codeOf(
        SigningCeremony.prepare(
            pdf,
            new Signing(
                any.name(), any.role(), any.chain(), any.at(), Optional.of(place), any.hand())));
  }

  private static Code complete(Prepared prepared, Octets raw) {
    return codeOf(SigningCeremony.complete(prepared, raw, Optional.empty()));
  }

  private static Code codeOf(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }
}
