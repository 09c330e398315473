package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.SealPlace;
import dev.hufu.evidence.document.Typeface;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * Signs a PDF with a key that is elsewhere: PAdES baseline B-T, or B-B while the time authority is
 * silent.
 *
 * <p>Three steps, with other people's signatures untouched by each:
 *
 * <ol>
 *   <li>{@code prepare(pdf, signing)}: the file with a gap, and the bytes to sign;
 *   <li>the browser signs {@code prepared.toSign()}; {@code digestToDate(prepared, raw)} checks
 *       that and gives the digest for a {@code TimeRequest};
 *   <li>{@code complete(prepared, raw, time)}: the signed file.
 * </ol>
 *
 * <p>A time that comes late goes inside with {@link #addTime} while no one signed since; after that
 * a {@link DocumentTime} over the whole file gives level T to all before it, for those who signed
 * later signed the gap of those before as it was. Source: ETSI EN 319 142-1 clauses 5.3 and 6.3,
 * ISO 32000-2 section 12.8.
 */
public final class SigningCeremony {

  private static final TimeZone CHINA = TimeZone.getTimeZone("Asia/Shanghai");

  private SigningCeremony() {}

  /** Appends everything but the signature. */
  public static Outcome<Prepared> prepare(Octets pdf, Signing signing) {
    if (!(signing.chain().getFirst().getPublicKey() instanceof ECPublicKey)) {
      return Outcome.refused(Code.SIGNER_KEY_WRONG, "not an EC key");
    }
    Optional<String> missing = Typeface.findMissing(Seal.words(signing));
    if (missing.isPresent()) {
      return Outcome.refused(Code.DOCUMENT_GLYPH, missing.get());
    }
    if (signing.place().isPresent()) {
      Optional<Outcome<Prepared>> wrong = findWrongPlace(pdf, signing.place().get());
      if (wrong.isPresent()) {
        return wrong.get();
      }
    }
    PDSignature empty = new PDSignature();
    empty.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    empty.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
    empty.setName(signing.name());
    empty.setReason(signing.role());
    empty.setSignDate(moment(signing.at()));
    int page = signing.place().map(SealPlace::page).orElse(0);
    return Increment.append(
            pdf,
            empty,
            page,
            (document, field) -> {
              if (signing.place().isPresent()) {
                Seal.draw(document, field.getWidgets().getFirst(), signing, signing.place().get());
              }
            })
        .map(
            increment ->
                new Prepared(
                    increment.pdf(),
                    Envelope.attributes(increment.content(), signing.chain().getFirst()),
                    signing.chain()));
  }

  /**
   * Checks the browser's signature.
   *
   * @param raw r and s as WebCrypto gives them, 64 bytes
   * @return the digest a time authority is to date
   */
  public static Outcome<Digest> digestToDate(Prepared prepared, Octets raw) {
    return checked(prepared, raw).map(Octets::digest);
  }

  /** Puts the signature, the certificates and the time, if there is one, into the gap. */
  public static Outcome<Octets> complete(Prepared prepared, Octets raw, Optional<TimeToken> time) {
    return checked(prepared, raw)
        .then(
            der -> {
              if (time.isPresent() && !time.get().digest().equals(der.digest())) {
                return Outcome.refused(Code.TIME_OTHER_DIGEST, time.get().digest().hex());
              }
              Octets whole = Envelope.whole(prepared.toSign(), der, prepared.chain(), time);
              return Increment.located(prepared.pdf()).then(gap -> gap.fill(whole));
            });
  }

  /**
   * Puts a time that came late into the newest signature, while nothing was appended since.
   *
   * @return refused with {@link Code#SIGNED_SINCE} if there was; {@link DocumentTime} is the way
   *     then
   */
  public static Outcome<Octets> addTime(Octets pdf, TimeToken time) {
    return Increment.located(pdf)
        .then(
            newest ->
                CmsSignature.parse(newest)
                    .then(
                        signature -> {
                          if (signature.token().isPresent()) {
                            return Outcome.refused(Code.SIGNED_SINCE, "it has a time already");
                          }
                          return signature.value().digest().equals(time.digest())
                              ? newest.fill(Envelope.timed(signature.cms(), time))
                              : Outcome.refused(Code.TIME_OTHER_DIGEST, time.digest().hex());
                        }));
  }

  /** The digest to date for {@link #addTime}: of the newest signature's value. */
  public static Outcome<Digest> newestToDate(Octets pdf) {
    return Increment.located(pdf)
        .then(CmsSignature::parse)
        .map(signature -> signature.value().digest());
  }

  private static Outcome<Octets> checked(Prepared prepared, Octets raw) {
    X509Certificate signer = prepared.chain().getFirst();
    if (!(signer.getPublicKey() instanceof ECPublicKey key)) {
      return Outcome.refused(Code.SIGNER_KEY_WRONG, "not an EC key");
    }
    return Increment.located(prepared.pdf())
        .then(
            gap ->
                Envelope.attributes(gap.content(), signer).equals(prepared.toSign())
                    ? new SignerKey(key).check(raw, prepared.toSign())
                    : Outcome.refused(Code.SIGNING_STATE_BROKEN, "file and digest differ"));
  }

  private static Optional<Outcome<Prepared>> findWrongPlace(Octets pdf, SealPlace place) {
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      if (place.page() >= document.getNumberOfPages()) {
        return Optional.of(Outcome.refused(Code.SEAL_PLACE_WRONG, "page " + (place.page() + 1)));
      }
      PDPage page = document.getPage(place.page());
      PDRectangle paper = page.getMediaBox();
      if (place.x() + place.width() > paper.getWidth()
          || place.y() + place.height() > paper.getHeight()) {
        return Optional.of(Outcome.refused(Code.SEAL_PLACE_WRONG, "beyond the paper"));
      }
      for (PDAnnotation there : page.getAnnotations()) {
        PDRectangle taken = there.getRectangle();
        if (taken != null
            && taken.getWidth() > 0
            && taken.getHeight() > 0
            && place.overlaps(place(place.page(), taken))) {
          return Optional.of(Outcome.refused(Code.SEAL_PLACE_WRONG, "taken already"));
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException broken) {
      // A file of the wrong shape comes out of the library as casts and missing values too.
      return Optional.of(Outcome.refused(Code.PDF_BROKEN, String.valueOf(broken.getMessage())));
    }
  }

  private static SealPlace place(int page, PDRectangle taken) {
    return new SealPlace(
        page,
        Math.max(0, taken.getLowerLeftX()),
        Math.max(0, taken.getLowerLeftY()),
        taken.getWidth(),
        taken.getHeight());
  }

  static GregorianCalendar moment(Instant at) {
    GregorianCalendar moment = new GregorianCalendar(CHINA, Locale.ROOT);
    moment.setTimeInMillis(at.getEpochSecond() * 1_000);
    return moment;
  }
}
