package dev.hufu.app.iou;

import dev.hufu.app.custody.SignatureTimes;
import dev.hufu.app.web.words.IouWords;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.sign.Handwriting;
import dev.hufu.evidence.sign.Issuer;
import dev.hufu.evidence.sign.Prepared;
import dev.hufu.evidence.sign.SignatureReport;
import dev.hufu.evidence.sign.SignerKey;
import dev.hufu.evidence.sign.Signing;
import dev.hufu.evidence.sign.SigningCeremony;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.Access;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.Iou;
import dev.hufu.store.KeptDocument;
import dev.hufu.store.OneTimeToken;
import dev.hufu.store.Purpose;
import dev.hufu.store.SigningBook;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Signs an IOU with a key that stays in the signer's browser.
 *
 * <p>Two calls: {@code prepare} takes name, drawing and public key and gives the bytes to sign;
 * {@code finish} takes the signature. What is signed is the file whose digest the page showed; an
 * IOU changed in between is refused with {@link Code#IOU_CHANGED}, one that somebody else signed in
 * between with {@link Code#IOU_SIGNED_MEANWHILE}. A time authority, where one is configured, dates
 * the signature at once; without its answer the time is pending and the log dates it.
 */
final class SigningDesk {

  private static final String SIGNER = "signer";

  private final SigningBook signings;
  private final DocumentBook documents;
  private final Issuer issuer;
  private final SignatureTimes times;

  SigningDesk(SigningBook signings, DocumentBook documents, Issuer issuer, SignatureTimes times) {
    this.signings = signings;
    this.documents = documents;
    this.issuer = issuer;
    this.times = times;
  }

  /**
   * What the page sends.
   *
   * @param shown digest of the printed form on the page
   * @param hand strokes as {@code x,y x,y;x,y}, from 0 to 1000; may be empty
   * @param key SubjectPublicKeyInfo in base64
   */
  record Wish(String shown, String name, String hand, boolean agreed, String key) {

    @Override
    public String toString() {
      return "Wish[***]";
    }
  }

  /**
   * What the browser is to sign.
   *
   * @param prepared digest of the file that is about to be signed
   */
  record ToSign(Octets bytes, String prepared) {}

  Outcome<Boolean> look(String token, String holder, Instant now) {
    return signings.look(new OneTimeToken(token), holder, now);
  }

  Outcome<Iou.Seat> open(String token, String holder, Instant now) {
    return signings.open(new OneTimeToken(token), holder, now);
  }

  Outcome<Iou.Seat> sit(String token, String holder, Instant now) {
    return signings.sit(new OneTimeToken(token), holder, now);
  }

  Outcome<Iou.Seat> sendBack(String token, String holder, String note, Instant now) {
    return signings.sendBack(new OneTimeToken(token), holder, note, now);
  }

  /** The newest revision, for whoever holds the link. */
  Outcome<Octets> file(String token, String holder, Instant now) {
    return sit(token, holder, now).then(seat -> pdf(seat, now));
  }

  private Outcome<Octets> pdf(Iou.Seat seat, Instant now) {
    return documents
        .read(seat.latest(), new Access(Purpose.SHOW_TO_SIGNER, SIGNER, now))
        .map(KeptDocument.Content::file);
  }

  Outcome<ToSign> prepare(String token, String holder, Wish wish, Instant now) {
    if (!wish.agreed()) {
      return Outcome.refused(Code.SIGNER_NOT_AGREED, "");
    }
    return handwriting(wish.hand())
        .then(
            hand ->
                octets(wish.key(), Code.SIGNER_KEY_WRONG)
                    .then(SignerKey::parse)
                    .then(
                        key ->
                            sit(token, holder, now)
                                .then(seat -> fits(seat, wish))
                                .then(seat -> prepare(token, holder, seat, hand, key, now))));
  }

  private static Outcome<Iou.Seat> fits(Iou.Seat seat, Wish wish) {
    if (seat.signed()) {
      return Outcome.refused(Code.LINK_USED, "");
    }
    if (!seat.paper().hex().equals(wish.shown())) {
      return Outcome.refused(Code.IOU_CHANGED, "");
    }
    return plain(seat.name()).equals(plain(wish.name()))
        ? Outcome.of(seat)
        : Outcome.refused(Code.SIGNER_NAME_DIFFERS, "");
  }

  /** Names are compared without blanks and in one form of their characters. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·•]", "");
  }

  private Outcome<ToSign> prepare(
      String token,
      String holder,
      Iou.Seat seat,
      Optional<Handwriting> hand,
      SignerKey key,
      Instant now) {
    Sheet sheet = Sheet.parse(seat.iou().shown().orElseThrow());
    return issuer
        .issue(key, seat.name(), now)
        .then(
            certificate ->
                pdf(seat, now)
                    .then(
                        pdf ->
                            SigningCeremony.prepare(
                                pdf,
                                new Signing(
                                    seat.name(),
                                    IouWords.role(seat.role()).zh(),
                                    List.of(certificate, issuer.certificate()),
                                    now,
                                    sheet.seal(seat.role().id()),
                                    hand))))
        .then(
            prepared ->
                signings
                    .begin(
                        new OneTimeToken(token),
                        holder,
                        seat.paper(),
                        seat.latest(),
                        prepared.toBytes(),
                        now)
                    .map(kept -> new ToSign(prepared.toSign(), prepared.pdf().digest().hex())));
  }

  /**
   * Puts the signature in and keeps the file.
   *
   * @param preparedDigest what {@link #prepare} gave
   * @param signature r and s, 64 bytes in base64
   */
  Outcome<Iou.Seat> finish(
      String token, String holder, String preparedDigest, String signature, Instant now) {
    return octets(signature, Code.SIGNATURE_WRONG)
        .then(
            raw ->
                signings
                    .begun(new OneTimeToken(token), holder, now)
                    .then(
                        begun ->
                            Prepared.parse(begun.prepared())
                                .then(
                                    prepared ->
                                        prepared.pdf().digest().hex().equals(preparedDigest)
                                            ? Outcome.of(prepared)
                                            : Outcome.refused(Code.SIGNING_NOT_BEGUN, ""))
                                .then(
                                    prepared -> finish(token, holder, begun, prepared, raw, now))));
  }

  private Outcome<Iou.Seat> finish(
      String token,
      String holder,
      SigningBook.Begun begun,
      Prepared prepared,
      Octets raw,
      Instant now) {
    if (!begun.over().equals(begun.seat().latest())) {
      return Outcome.refused(Code.IOU_SIGNED_MEANWHILE, "");
    }
    Octets spki = Octets.of(prepared.chain().getFirst().getPublicKey().getEncoded());
    return SigningCeremony.digestToDate(prepared, raw)
        .then(digest -> SigningCeremony.complete(prepared, raw, times.ask(digest)))
        .then(pdf -> sound(pdf, begun.seat().iou().signed() + 1))
        .then(
            pdf ->
                signings.finish(
                    new OneTimeToken(token),
                    holder,
                    begun.over(),
                    NewDocument.printed(DocumentKind.IOU_SIGNED, "借条", pdf),
                    spki,
                    now));
  }

  /** Before it is kept, the file is read as a stranger would read it. */
  private Outcome<Octets> sound(Octets pdf, long people) {
    return SignatureReport.read(pdf, List.of(issuer.certificate()), times.trusted())
        .then(
            report ->
                report.sound() && report.people().size() == people
                    ? Outcome.of(pdf)
                    : Outcome.refused(Code.SIGNATURE_WRONG, report.people().size() + "/" + people));
  }

  /** How many signatures of a file carry a time that holds; empty where nobody is asked for one. */
  Optional<Long> dated(Octets pdf) {
    return times.configured()
        ? SignatureReport.read(pdf, List.of(issuer.certificate()), times.trusted())
            .map(report -> report.people().stream().filter(mark -> mark.time().isPresent()).count())
            .findValue()
        : Optional.empty();
  }

  private static Outcome<Octets> octets(String base64, Code code) {
    try {
      return base64.isEmpty() || base64.length() > 400
          ? Outcome.refused(code, base64.length() + " B")
          : Outcome.of(Octets.of(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException notBase64) {
      return Outcome.refused(code, "not base64");
    }
  }

  static Outcome<Optional<Handwriting>> handwriting(String text) {
    if (text.length() > Limits.HANDWRITING_CHARS_MAX) {
      return Outcome.refused(Code.HANDWRITING_WRONG, text.length() + " B");
    }
    if (text.isBlank()) {
      return Outcome.of(Optional.empty());
    }
    try {
      List<List<Handwriting.Point>> strokes = new ArrayList<>();
      for (String stroke : text.split(";", -1)) {
        List<Handwriting.Point> points = new ArrayList<>();
        for (String point : stroke.split(" ", -1)) {
          int comma = point.indexOf(',');
          points.add(
              new Handwriting.Point(
                  Integer.parseInt(point, 0, comma, 10),
                  Integer.parseInt(point, comma + 1, point.length(), 10)));
        }
        strokes.add(points);
      }
      return Outcome.of(Optional.of(new Handwriting(strokes)));
    } catch (RuntimeException notADrawing) {
      // Numbers beyond the field, no numbers, no comma, too many points.
      return Outcome.refused(Code.HANDWRITING_WRONG, text.length() + " B");
    }
  }
}
