package dev.hufu.evidence.bundle;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code VERIFY.md}: the commands of public tools that check this very bundle, as they can be
 * pasted, in Chinese and English.
 */
final class VerifyGuide {

  private static final String TEXT =
      """
      # 怎样核对这个证据包 / How to check this bundle

      在解压后的文件夹里（有 `bagit.txt` 的那一层）打开终端。每条命令都可以照抄。
      Unpack the zip and open a terminal in the folder that holds `bagit.txt`. Each command can be
      pasted as it is.

      ## 1. 文件没有少、没有改 / No file is missing or changed

      ```sh
      sha256sum -c --quiet manifest-sha256.txt && echo ok
      sha256sum -c --quiet tagmanifest-sha256.txt && echo ok
      ```

      ## 2. 签出点是这本日志签的 / The log signed the checkpoint (Ed25519)

      ```sh
      {log}
      ```

      公钥是包里带的。请和日志公开页面上的公钥比一比。包里还有 ML-DSA-44 签名，openssl 3.5 以前的版本查不了。
      The key came with the bundle: compare it with the one the log publishes. The checkpoint has an
      ML-DSA-44 signature too, which openssl before 3.5 cannot check.

      ## 3. 每一项就是存进日志的那一份 / Each item is what was logged

      日志只存承诺值：SHA-256（盐 ‖ 内容）。算出来的值要在条目里找得到。
      The log holds commitments only: SHA-256 of salt and payload. The entry must hold the value.

      ```sh
      {commitments}
      ```

      国密 SM3 的值也在条目里 / The entry holds the SM3 value too:

      ```sh
      {sm3}
      ```

      ## 4. 原件就是记录里说的那个文件 / The original is the file the record names

      ```sh
      {originals}
      ```

      ## 5. PDF 里的签名 / Signatures inside PDFs

      看输出的文字，不要看返回码。Read what it prints, not its exit code.

      ```sh
      {pdfs}
      ```

      ## 6. 时间戳 / Timestamps

      {times}

      ## 7. 全部一起查 / Everything at once

      ```sh
      java -jar hufu-tlog.jar {zip}.zip
      ```

      `hufu-tlog.jar` 是开源的，只要 Java 25，不联网。或者双击 `verify.html`，把 zip 拖进去。
      包含证明（`entry.tlog-proof`）的格式是公开的 C2SP tlog-proof，别家的工具也能查。
      `hufu-tlog.jar` is open source and needs Java 25 only, no network. Or open `verify.html` and
      drop the zip on it. Inclusion proofs are in the public C2SP tlog-proof format.
      """;

  private final BundleContents contents;

  VerifyGuide(BundleContents contents) {
    this.contents = contents;
  }

  String text() {
    return TEXT.replace("{log}", orNone(logs()))
        .replace("{commitments}", orNone(commitments("openssl dgst -sha256", "sha256")))
        .replace("{sm3}", orNone(commitments("openssl dgst -sm3", "sm3").limit(3)))
        .replace("{originals}", orNone(originals()))
        .replace("{pdfs}", orNone(pdfs()))
        .replace("{times}", times())
        .replace("{zip}", BundleWriter.name(contents));
  }

  private static String orNone(Stream<String> lines) {
    String all = lines.collect(Collectors.joining("\n"));
    return all.isEmpty() ? "# 这个包里没有 / none in this bundle" : all;
  }

  private Stream<String> logs() {
    return contents.logs().stream()
        .map(
            log -> {
              String path = "data/log/" + log.epoch() + "/checkpoint";
              return "openssl pkeyutl -verify -pubin -inkey "
                  + path
                  + ".pem -rawin -in "
                  + path
                  + ".txt -sigfile "
                  + path
                  + ".sig";
            });
  }

  private Stream<String> commitments(String command, String name) {
    return numbered()
        .filter(item -> item.item().logged().isPresent())
        .map(
            item ->
                "cat "
                    + item.file("salt.bin")
                    + " "
                    + item.file(item.item().payloadName())
                    + " | "
                    + command
                    + " -r | cut -c1-64 | sed 's/.*/\""
                    + name
                    + "\":\"&\"/' | grep -F -q -f - "
                    + item.file("leaf.json")
                    + " && echo ok "
                    + item.number());
  }

  private Stream<String> originals() {
    return numbered()
        .filter(item -> item.item().originalName().isPresent())
        .map(
            item ->
                "sed -n 's|^sha256 \\(.*\\)|\\1  "
                    + item.file(item.item().originalName().orElseThrow())
                    + "|p' "
                    + item.file(item.item().payloadName())
                    + " | sha256sum -c");
  }

  private Stream<String> pdfs() {
    return numbered()
        .filter(item -> item.item().content().ending().equals("pdf"))
        .filter(item -> item.item().originalName().isPresent())
        .map(item -> "pdfsig " + item.file("original.pdf"));
  }

  private String times() {
    if (contents.times().isEmpty()) {
      return "这个包里没有时间戳。There is none in this bundle.";
    }
    StringBuilder lines =
        new StringBuilder(
            "`TSA_CA.pem` 是时间戳机构公布的根证书 / is the authority's published root:\n\n```sh\n");
    for (int number = 1; number <= contents.times().size(); number++) {
      String path = "data/log/time/%04d".formatted(number);
      lines
          .append("openssl ts -verify -token_in -in ")
          .append(path)
          .append(".tst -data ")
          .append(path)
          .append(".note -CAfile TSA_CA.pem\n");
    }
    return lines.append("```").toString();
  }

  private record Numbered(String number, BundleItem item) {
    String file(String name) {
      return "data/items/" + number + "/" + name;
    }
  }

  /** The items that can be looked into. */
  private Stream<Numbered> numbered() {
    return IntStream.range(0, contents.items().size())
        .mapToObj(at -> new Numbered("%04d".formatted(at + 1), contents.items().get(at)))
        .filter(item -> !item.item().redacted());
  }
}
