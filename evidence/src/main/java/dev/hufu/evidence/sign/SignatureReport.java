package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.evidence.time.Trust;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What can be said of the signatures of a PDF, oldest first.
 *
 * <p>Example: {@code SignatureReport.read(pdf, issuers, authorities).orThrow().sound()} is true if
 * every signature holds and nothing but signatures was added behind any of them. How many people
 * should have signed, only the caller knows: a file from which the last revision was cut off is a
 * sound file with fewer signatures.
 *
 * @param marks signatures and times, by the end of what they cover
 * @param covered true if the last one covers the file to its end
 */
public record SignatureReport(List<Mark> marks, boolean covered) {

  /** How far a signature or a time is to be believed. */
  public enum Standing {
    /** It holds, and its certificate leads to one that is trusted. */
    GENUINE,
    /** It holds, but nobody trusted vouches for the name. */
    STRANGER,
    /** It does not hold. */
    BROKEN
  }

  /**
   * One signature, or one time over the whole file.
   *
   * @param timeOnly true for a time over the file, false for a person's signature
   * @param name whose it says it is, by the certificate
   * @param role what the person signed as
   * @param claimed the time by the signer's side, unproven
   * @param standing how far it is to be believed
   * @param problem what does not hold; empty unless {@code BROKEN}
   * @param time the authority's time, inside or by a later time over the file
   * @param timePending why there is no proven time: none came yet, or what came is refused
   * @param end the number of bytes of the file up to the end of its revision
   * @param changedSince what was changed behind it other than by further signatures
   * @param certificate the signer's
   */
  public record Mark(
      boolean timeOnly,
      String name,
      String role,
      Optional<Instant> claimed,
      Standing standing,
      String problem,
      Optional<TimeToken> time,
      Optional<Refusal> timePending,
      int end,
      List<String> changedSince,
      Optional<X509Certificate> certificate) {

    public Mark {
      changedSince = List.copyOf(changedSince);
    }

    /** True if it holds and what it covers is still what the file shows. */
    public boolean sound() {
      return standing != Standing.BROKEN && changedSince.isEmpty();
    }
  }

  public SignatureReport {
    marks = List.copyOf(marks);
  }

  /** True if there is a signature, all hold, nothing else was added, and nothing is uncovered. */
  public boolean sound() {
    return !people().isEmpty() && covered && marks.stream().allMatch(Mark::sound);
  }

  /** The marks that are people's. */
  public List<Mark> people() {
    return marks.stream().filter(mark -> !mark.timeOnly()).toList();
  }

  /**
   * Reads a file.
   *
   * @param pdf hostile until checked
   * @param issuers certificates that may vouch for names
   * @param authorities certificates that may vouch for times
   */
  public static Outcome<SignatureReport> read(
      Octets pdf, Collection<X509Certificate> issuers, Collection<X509Certificate> authorities) {
    if (pdf.length() > Limits.PDF_BYTES_MAX) {
      return Outcome.refused(Code.DOCUMENT_TOO_LARGE, pdf.length() + " B");
    }
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      List<PDSignature> found = document.getSignatureDictionaries();
      if (found.size() > Limits.PDF_SIGNATURES_MAX) {
        return Outcome.refused(Code.DOCUMENT_TOO_LARGE, found.size() + " signatures");
      }
      var reading = new Reading(pdf, issuers, authorities);
      List<Mark> marks = new ArrayList<>();
      for (PDSignature signature : found) {
        marks.add(reading.mark(signature));
      }
      marks.sort(Comparator.comparingInt(Mark::end));
      boolean covered = !marks.isEmpty() && marks.getLast().end() == pdf.length();
      return Outcome.of(new SignatureReport(dated(marks), covered));
    } catch (IOException | RuntimeException broken) {
      // A file of the wrong shape comes out of the library as casts and missing values too.
      return Outcome.refused(Code.PDF_BROKEN, String.valueOf(broken.getMessage()));
    }
  }

  /** A proven time over the file dates every signature before it that has none of its own. */
  private static List<Mark> dated(List<Mark> marks) {
    List<Mark> dated = new ArrayList<>();
    Optional<TimeToken> later = Optional.empty();
    for (Mark mark : marks.reversed()) {
      if (mark.timeOnly() && mark.standing() == Standing.GENUINE) {
        later = mark.time();
      }
      dated.addFirst(
          mark.time().isPresent() || later.isEmpty() || mark.standing() == Standing.BROKEN
              ? mark
              : new Mark(
                  mark.timeOnly(),
                  mark.name(),
                  mark.role(),
                  mark.claimed(),
                  mark.standing(),
                  mark.problem(),
                  later,
                  Optional.empty(),
                  mark.end(),
                  mark.changedSince(),
                  mark.certificate()));
    }
    return dated;
  }

  /** The reading of one file. */
  private record Reading(
      Octets pdf, Collection<X509Certificate> issuers, Collection<X509Certificate> authorities) {

    Mark mark(PDSignature signature) throws IOException {
      boolean timeOnly = CmsSignature.TIME_ONLY.equals(signature.getSubFilter());
      int[] range = signature.getByteRange();
      Optional<String> misplaced = findMisplaced(signature, range);
      if (misplaced.isPresent()) {
        return broken(signature, timeOnly, misplaced.get(), pdf.length());
      }
      int end = range[2] + range[3];
      Increment gap = new Increment(pdf, range[1] + 1, range[2] - range[1] - 2);
      byte[] content = Increment.around(pdf.slice(0, end).bytes(), range[1], range[2]);
      return timeOnly
          ? time(signature, gap, Octets.of(content), end)
          : person(signature, gap, content, end);
    }

    /** The two covered parts must leave out the signature's own digits and nothing else. */
    private Optional<String> findMisplaced(PDSignature signature, int[] range) {
      if (range.length != 4
          || range[0] != 0
          || range[1] <= 0
          || range[3] < 0
          || range[2] - (long) range[1] < 4
          || (long) range[2] + range[3] > pdf.length()) {
        return Optional.of("byte range");
      }
      byte[] whole = pdf.bytes();
      if (whole[range[1]] != '<' || whole[range[2] - 1] != '>') {
        return Optional.of("byte range is not around the signature");
      }
      String digits =
          new String(whole, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.ISO_8859_1);
      if (!digits.equalsIgnoreCase(Octets.of(signature.getContents()).hex())) {
        return Optional.of("byte range is around something else");
      }
      int end = range[2] + range[3];
      int begin = Math.max(0, end - 16);
      String tail = new String(whole, begin, end - begin, StandardCharsets.ISO_8859_1);
      return tail.stripTrailing().endsWith("%%EOF")
          ? Optional.empty()
          : Optional.of("does not end with a revision");
    }

    private Mark person(PDSignature signature, Increment gap, byte[] content, int end)
        throws IOException {
      return switch (CmsSignature.parse(gap)) {
        case Outcome.Refused<CmsSignature>(var refusal) ->
            broken(signature, false, refusal.subject(), end);
        case Outcome.Ok<CmsSignature>(var cms) -> {
          Optional<String> wrong = cms.findWrong(content);
          yield wrong.isPresent()
              ? broken(signature, false, wrong.get(), end)
              : holding(signature, cms, end);
        }
      };
    }

    private Mark holding(PDSignature signature, CmsSignature cms, int end) throws IOException {
      Outcome<TimeToken> time =
          cms.token().isPresent()
              ? TimeToken.checkKept(cms.token().get(), cms.value().digest(), authorities)
              : Outcome.refused(Code.TIME_MALFORMED, "none yet");
      Optional<Instant> claimed = claimed(signature);
      Instant at = time.findValue().map(TimeToken::at).or(() -> claimed).orElse(Instant.MIN);
      boolean known =
          alive(cms.signer(), at) && Trust.reaches(cms.signer(), cms.certificates(), issuers, at);
      return new Mark(
          false,
          commonName(cms.signer()),
          String.valueOf(signature.getReason()),
          claimed,
          known ? Standing.GENUINE : Standing.STRANGER,
          "",
          time.findValue(),
          time.findRefusal(),
          end,
          Revisions.changes(pdf.bytes(), end),
          Optional.of(cms.signer()));
    }

    private Mark time(PDSignature signature, Increment gap, Octets content, int end)
        throws IOException {
      Outcome<TimeToken> checked =
          CmsSignature.structure(gap)
              .then(token -> TimeToken.checkKept(token, content.digest(), authorities));
      return switch (checked) {
        case Outcome.Refused<TimeToken>(var refusal) when refusal.code() != Code.TIME_UNTRUSTED ->
            broken(signature, true, refusal.toString(), end);
        case Outcome.Refused<TimeToken>(var refusal) ->
            dated("", Standing.STRANGER, Optional.empty(), Optional.of(refusal), end);
        case Outcome.Ok<TimeToken>(var token) ->
            dated(token.authority(), Standing.GENUINE, Optional.of(token), Optional.empty(), end);
      };
    }

    private Mark dated(
        String authority,
        Standing standing,
        Optional<TimeToken> token,
        Optional<Refusal> refusal,
        int end)
        throws IOException {
      return new Mark(
          true,
          authority,
          "",
          Optional.empty(),
          standing,
          "",
          token,
          refusal,
          end,
          Revisions.changes(pdf.bytes(), end),
          Optional.empty());
    }

    private static Mark broken(PDSignature signature, boolean timeOnly, String why, int end) {
      return new Mark(
          timeOnly,
          String.valueOf(signature.getName()),
          String.valueOf(signature.getReason()),
          claimed(signature),
          Standing.BROKEN,
          why,
          Optional.empty(),
          Optional.empty(),
          end,
          List.of(),
          Optional.empty());
    }

    private static Optional<Instant> claimed(PDSignature signature) {
      return Optional.ofNullable(signature.getSignDate()).map(Calendar::toInstant);
    }

    private static boolean alive(X509Certificate certificate, Instant at) {
      return !at.isBefore(certificate.getNotBefore().toInstant())
          && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static String commonName(X509Certificate certificate) {
      var names =
          X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
              .getRDNs(BCStyle.CN);
      return names.length == 0
          ? certificate.getSubjectX500Principal().getName()
          : String.valueOf(names[0].getFirst().getValue());
    }
  }
}
