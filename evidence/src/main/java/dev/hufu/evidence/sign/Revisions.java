package dev.hufu.evidence.sign;

import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What was changed in a file behind a signature. Further signatures and times are no change; all
 * else is one: other text, other pages, remarks, other attachments, another title.
 *
 * <p>Every object of the earlier revision is compared with the one of the same number in the last
 * one, streams by their bytes. Source: ISO 32000-2 section 12.8.2.2 (what may follow a signature).
 */
final class Revisions {

  private static final Set<COSName> GROWS = Set.of(COSName.ACRO_FORM, COSName.getPDFName("DSS"));
  private static final Set<COSName> FORM_GROWS = Set.of(COSName.FIELDS, COSName.SIG_FLAGS);
  private static final int DEPTH_MAX = 100;

  private final COSDocument before;
  private final COSDocument after;
  private final List<String> changes = new ArrayList<>();

  private Revisions(COSDocument before, COSDocument after) {
    this.before = before;
    this.after = after;
  }

  /** The changes in the whole file since the revision that ends at a byte; empty if none. */
  static List<String> changes(byte[] whole, int end) throws IOException {
    if (end == whole.length) {
      return List.of();
    }
    byte[] first = Arrays.copyOf(whole, end);
    try (PDDocument before = Loader.loadPDF(first);
        PDDocument after = Loader.loadPDF(whole)) {
      return new Revisions(before.getDocument(), after.getDocument()).compare();
    }
  }

  private List<String> compare() throws IOException {
    COSObject rootBefore = before.getTrailer().getCOSObject(COSName.ROOT);
    COSObject rootAfter = after.getTrailer().getCOSObject(COSName.ROOT);
    if (rootBefore == null
        || rootAfter == null
        || !rootBefore.getKey().equals(rootAfter.getKey())) {
      return List.of("another root");
    }
    COSObject information = before.getTrailer().getCOSObject(COSName.INFO);
    COSObject informationAfter = after.getTrailer().getCOSObject(COSName.INFO);
    if (information != null
        && (informationAfter == null || !information.getKey().equals(informationAfter.getKey()))) {
      changes.add("another description");
    }
    for (COSObjectKey key : new TreeSet<>(before.getXrefTable().keySet())) {
      COSBase old = before.getObjectFromPool(key).getObject();
      COSBase now = after.getObjectFromPool(key).getObject();
      if (key.equals(rootBefore.getKey())) {
        catalog(old, now);
      } else if (!(old instanceof COSDictionary page && page(key, page, now))
          && !text(old).equals(text(now))) {
        changes.add("object " + key.getNumber() + " " + kind(old) + " changed");
      }
    }
    return List.copyOf(changes);
  }

  private void catalog(COSBase old, COSBase now) throws IOException {
    if (!(old instanceof COSDictionary first) || !(now instanceof COSDictionary last)) {
      changes.add("no catalog");
      return;
    }
    differing(first, last, GROWS).forEach(key -> changes.add("catalog: " + key));
    COSDictionary formBefore = first.getCOSDictionary(COSName.ACRO_FORM);
    COSDictionary formAfter = last.getCOSDictionary(COSName.ACRO_FORM);
    if (formBefore == null) {
      formBefore = new COSDictionary();
    }
    if (formAfter == null) {
      changes.add("the form is gone");
      return;
    }
    differing(formBefore, formAfter, FORM_GROWS).forEach(key -> changes.add("form: " + key));
    grown("fields", formBefore.getCOSArray(COSName.FIELDS), formAfter.getCOSArray(COSName.FIELDS));
  }

  /** True if it is a page, whose remarks may only grow by fields of signatures. */
  private boolean page(COSObjectKey key, COSDictionary old, COSBase now) throws IOException {
    if (!COSName.PAGE.equals(old.getCOSName(COSName.TYPE))) {
      return false;
    }
    if (!(now instanceof COSDictionary last)) {
      changes.add("page " + key.getNumber() + " is gone");
      return true;
    }
    differing(old, last, Set.of(COSName.ANNOTS))
        .forEach(entry -> changes.add("page object " + key.getNumber() + ": " + entry));
    grown("annotations", old.getCOSArray(COSName.ANNOTS), last.getCOSArray(COSName.ANNOTS));
    return true;
  }

  private void grown(String what, COSArray old, COSArray now) throws IOException {
    int length = old == null ? 0 : old.size();
    int lengthNow = now == null ? 0 : now.size();
    for (int i = 0; i < length; i++) {
      if (i >= lengthNow || !text(old.get(i)).equals(text(now.get(i)))) {
        changes.add(what + ": one was changed or taken away");
        return;
      }
    }
    for (int i = length; i < lengthNow; i++) {
      if (!(now.getObject(i) instanceof COSDictionary added)
          || !COSName.SIG.equals(added.getCOSName(COSName.FT))
          || added.getCOSDictionary(COSName.V) == null) {
        changes.add(what + ": one was added that is no signature");
      }
    }
  }

  private Set<String> differing(COSDictionary old, COSDictionary now, Set<COSName> but)
      throws IOException {
    Set<String> names = new TreeSet<>();
    Set<COSName> keys = new HashSet<>(old.keySet());
    keys.addAll(now.keySet());
    keys.removeAll(but);
    for (COSName key : keys) {
      if (!text(old.getItem(key)).equals(text(now.getItem(key)))) {
        names.add(key.getName());
      }
    }
    return names;
  }

  private static String kind(COSBase value) {
    return value instanceof COSDictionary dictionary
            && dictionary.getCOSName(COSName.TYPE) instanceof COSName type
        ? "(" + type.getName() + ")"
        : "";
  }

  private static String text(COSBase value) throws IOException {
    StringBuilder out = new StringBuilder();
    write(out, value, 0);
    return out.toString();
  }

  private static void write(StringBuilder out, COSBase value, int depth) throws IOException {
    if (depth > DEPTH_MAX) {
      throw new IOException("nested too deeply");
    }
    switch (value) {
      case COSObject reference when reference.getKey() != null ->
          out.append(reference.getKey().getNumber()).append(" R ");
      case COSObject loose -> write(out, loose.getObject(), depth + 1);
      case COSDictionary dictionary -> {
        Map<String, COSBase> sorted = new TreeMap<>();
        dictionary.entrySet().forEach(e -> sorted.put(e.getKey().getName(), e.getValue()));
        out.append("<<");
        for (Map.Entry<String, COSBase> entry : sorted.entrySet()) {
          out.append('/').append(entry.getKey()).append(' ');
          write(out, entry.getValue(), depth + 1);
        }
        out.append(">>");
        if (dictionary instanceof COSStream stream) {
          try (var raw = stream.createRawInputStream()) {
            out.append(Digest.of(raw.readAllBytes()).hex());
          }
        }
      }
      case COSArray array -> {
        out.append('[');
        for (COSBase item : array) {
          write(out, item, depth + 1);
        }
        out.append(']');
      }
      case COSString string ->
          out.append('(').append(HexFormat.of().formatHex(string.getBytes())).append(')');
      case null -> out.append("null ");
      default -> out.append(value).append(' ');
    }
  }
}
