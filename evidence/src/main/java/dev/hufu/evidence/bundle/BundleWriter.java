package dev.hufu.evidence.bundle;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.bundle.BundleVerifier;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.NoteSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a bundle. The form is described in {@code docs/reference/evidence-bundle.md}.
 *
 * <p>Example: {@code BundleWriter.write(contents)} gives the zip, or {@link Code#BUNDLE_TOO_LARGE}.
 * The same contents give the same bytes.
 */
public final class BundleWriter {

  private final BundleContents contents;
  private final BagZip bag;

  private BundleWriter(BundleContents contents) {
    this.contents = contents;
    this.bag = new BagZip(name(contents), contents.made());
  }

  /** The folder inside the zip, and the zip's own name without its ending. */
  public static String name(BundleContents contents) {
    return "hufu-" + contents.matter() + "-" + contents.profile().id();
  }

  /** The whole zip. */
  public static Outcome<byte[]> write(BundleContents contents) {
    return new EvidenceList(contents)
        .pdf()
        .map(list -> new BundleWriter(contents).write(list))
        .then(
            zip ->
                zip.length > TlogLimits.BUNDLE_BYTES_MAX
                    ? Outcome.refused(
                        Code.BUNDLE_TOO_LARGE, zip.length + " > " + TlogLimits.BUNDLE_BYTES_MAX)
                    : Outcome.of(zip));
  }

  private byte[] write(byte[] list) {
    bag.payload("list.pdf", list);
    bag.payload("list.csv", new EvidenceList(contents).csv());
    bag.payload("custody.json", contents.custody());
    StringBuilder index =
        new StringBuilder("hufu.bundle/1\nmatter ")
            .append(contents.matter())
            .append("\nprofile ")
            .append(contents.profile().id())
            .append("\nmade ")
            .append(contents.made())
            .append('\n');
    int number = 0;
    for (BundleItem item : contents.items()) {
      index.append(item("%04d".formatted(++number), item));
    }
    bag.payload("items.txt", index.toString());
    contents.logs().forEach(this::log);
    int count = 0;
    for (BundleContents.Time time : contents.times()) {
      String path = "log/time/%04d".formatted(++count);
      bag.payload(path + ".note", time.note());
      bag.payload(path + ".tst", time.token().bytes());
    }
    bag.tag("VERIFY.md", new VerifyGuide(contents).text());
    bag.tag("verify.html", page());
    return bag.bytes(
        "Source-Organization: Hufu\nExternal-Identifier: "
            + contents.matter()
            + "\nBagging-Date: "
            + contents.made().toString().substring(0, 10)
            + "\nHufu-Profile: "
            + contents.profile().id()
            + "\n");
  }

  private String item(String number, BundleItem item) {
    String folder = "items/" + number + "/";
    item.logged()
        .ifPresent(
            logged -> {
              bag.payload(folder + "leaf.json", logged.leaf().bytes());
              bag.payload(folder + "entry.tlog-proof", logged.proof().bytes());
            });
    String hash =
        item.logged()
            .map(logged -> new TreeHasher().leaf(logged.leaf().bytes()).toString())
            .orElse("-");
    String head = "item " + number + " ";
    if (item.redacted()) {
      return head + "redacted " + item.kind() + " " + hash + " - -\n";
    }
    bag.payload(folder + item.payloadName(), item.content().payload().bytes());
    bag.payload(folder + "salt.bin", item.content().salt().bytes());
    item.content()
        .original()
        .ifPresent(file -> bag.payload(folder + item.originalName().orElseThrow(), file.bytes()));
    return head
        + (item.logged().isPresent() ? "open " : "waiting ")
        + item.kind()
        + " "
        + hash
        + " "
        + item.payloadName()
        + " "
        + item.originalName().orElse("-")
        + "\n";
  }

  /** The checkpoint, and once more in the three parts that openssl takes. */
  private void log(BundleContents.Log log) {
    String path = "log/" + log.epoch() + "/checkpoint";
    bag.payload("log/" + log.epoch() + "/policy.txt", log.policy());
    bag.payload(path, log.checkpoint().toString());
    bag.payload(path + ".txt", log.checkpoint().text());
    bag.payload(path + ".pem", BundleVerifier.pem(log.key()));
    List<NoteSignature> lines =
        log.checkpoint().signatures().stream().filter(log.key()::signed).toList();
    bag.payload(path + ".sig", lines.getFirst().bytes());
  }

  private static String page() {
    try (InputStream in = BundleWriter.class.getResourceAsStream("verify.html")) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: verify.html");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
