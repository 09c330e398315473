package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What was appended to a file for one signature: everything is in its place but the signature, for
 * which there is a gap of zeros that the digest leaves out.
 *
 * @param gap where the gap begins: the character after {@code <}
 * @param length of the gap, in hexadecimal digits
 */
record Increment(Octets pdf, int gap, int length) {

  /** Draws or says whatever else belongs to the new signature. */
  interface Dressing {
    void dress(PDDocument document, PDSignatureField field) throws IOException;
  }

  /** Appends an empty signature; what was in the file before is not touched. */
  static Outcome<Increment> append(Octets pdf, PDSignature empty, int page, Dressing dressing) {
    if (pdf.length() > Limits.PDF_BYTES_MAX) {
      return Outcome.refused(Code.DOCUMENT_TOO_LARGE, pdf.length() + " B");
    }
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      int signed = document.getSignatureDictionaries().size();
      if (document.isEncrypted()) {
        return Outcome.refused(Code.PDF_BROKEN, "encrypted");
      }
      if (signed >= Limits.PDF_SIGNATURES_MAX) {
        return Outcome.refused(Code.DOCUMENT_TOO_LARGE, signed + " signatures");
      }
      SignatureOptions options = new SignatureOptions();
      options.setPreferredSignatureSize(Limits.SIGNATURE_BYTES_MAX);
      options.setPage(page);
      document.addSignature(empty, options);
      dressing.dress(document, field(document, empty));
      // The number of the new revision is of what it is made of, so that nothing depends on a
      // clock.
      document.setDocumentId(Long.parseUnsignedLong(pdf.digest().hex(), 0, 16, 16));
      var out = new ByteArrayOutputStream();
      document.saveIncrementalForExternalSigning(out).setSignature(new byte[0]);
      return located(Octets.of(out.toByteArray()));
    } catch (IOException | RuntimeException broken) {
      // A file of the wrong shape comes out of the library as casts and missing values too.
      return Outcome.refused(Code.PDF_BROKEN, String.valueOf(broken.getMessage()));
    }
  }

  /** The digest of all but the gap. */
  Digest content() {
    return Digest.of(around(pdf.bytes(), gap - 1, gap + length + 1));
  }

  /** The file with the signature in the gap. */
  Outcome<Octets> fill(Octets signature) {
    byte[] digits = signature.hex().getBytes(StandardCharsets.US_ASCII);
    if (digits.length > length) {
      return Outcome.refused(Code.DOCUMENT_TOO_LARGE, signature.length() + " > " + length / 2);
    }
    byte[] whole = pdf.bytes();
    Arrays.fill(whole, gap, gap + length, (byte) '0');
    System.arraycopy(digits, 0, whole, gap, digits.length);
    return Outcome.of(Octets.of(whole));
  }

  /** Bytes without those from one place up to another. */
  static byte[] around(byte[] whole, int from, int to) {
    byte[] rest = new byte[whole.length - (to - from)];
    System.arraycopy(whole, 0, rest, 0, from);
    System.arraycopy(whole, to, rest, from, whole.length - to);
    return rest;
  }

  /** Finds the gap of the newest signature, which must reach to the end of the file. */
  static Outcome<Increment> located(Octets pdf) {
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      for (PDSignature signature : document.getSignatureDictionaries()) {
        int[] range = signature.getByteRange();
        if (range.length == 4
            && range[0] == 0
            && range[1] > 0
            && range[2] - range[1] > 2
            && range[3] >= 0
            && (long) range[2] + range[3] == pdf.length()) {
          return Outcome.of(new Increment(pdf, range[1] + 1, range[2] - range[1] - 2));
        }
      }
      return Outcome.refused(Code.SIGNED_SINCE, "no signature reaches to the end");
    } catch (IOException | RuntimeException broken) {
      return Outcome.refused(Code.PDF_BROKEN, String.valueOf(broken.getMessage()));
    }
  }

  private static PDSignatureField field(PDDocument document, PDSignature signature)
      throws IOException {
    COSDictionary wanted = signature.getCOSObject();
    for (PDSignatureField field : document.getSignatureFields()) {
      PDSignature held = field.getSignature();
      if (held != null && held.getCOSObject() == wanted) {
        return field;
      }
    }
    throw new IOException("the new signature has no field");
  }
}
