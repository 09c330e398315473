package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * A time over a whole file with all its signatures, appended as a revision of its own.
 *
 * <p>Example: {@code DocumentTime.prepare(pdf)} gives the digest to date; {@code begun.complete(
 * token)} the file. It dates signatures whose own time never came, and renews the proof before an
 * authority's certificate ends. Source: ISO 32000-2 section 12.8.5, ETSI EN 319 142-1 clause 5.4.3.
 *
 * @param pdf the file with a gap
 * @param toDate the digest the authority must date
 */
public record DocumentTime(Octets pdf, Digest toDate) {

  /** Appends everything but the token. */
  public static Outcome<DocumentTime> prepare(Octets pdf) {
    PDSignature empty = new PDSignature();
    empty.setType(COSName.DOC_TIME_STAMP);
    empty.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    empty.setSubFilter(COSName.getPDFName(CmsSignature.TIME_ONLY));
    return Increment.append(pdf, empty, 0, (document, field) -> {})
        .map(increment -> new DocumentTime(increment.pdf(), increment.content()));
  }

  /** Puts the token into the gap. */
  public Outcome<Octets> complete(TimeToken token) {
    return token.digest().equals(toDate)
        ? Increment.located(pdf).then(gap -> gap.fill(token.der()))
        : Outcome.refused(Code.TIME_OTHER_DIGEST, token.digest().hex());
  }
}
