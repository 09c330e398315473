package dev.hufu.app.web;

import dev.hufu.app.custody.LogDesk;
import dev.hufu.kernel.code.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The public log: how far it is, and whether it has this document. Asks nobody who they are. */
@Controller
public class LogPages {

  private static final MediaType PROOF = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final LogDesk desk;
  private final PageSource pages;
  private final Templates templates;

  LogPages(LogDesk desk, PageSource pages, Templates templates) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/log")
  ResponseEntity<String> log(
      HttpServletRequest request, @RequestParam(defaultValue = "") String digest) {
    return show(request, digest);
  }

  /**
   * Without script the file itself is sent; its digest is taken as it is read, and nothing kept.
   */
  @PostMapping("/log")
  ResponseEntity<String> check(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String digest)
      throws IOException {
    return show(request, file == null || file.isEmpty() ? digest : digestOf(file));
  }

  private ResponseEntity<String> show(HttpServletRequest request, String digest) {
    Page page = pages.of(request);
    Optional<Outcome<LogDesk.Found>> asked =
        digest.isBlank() ? Optional.empty() : Optional.of(desk.find(digest));
    LogView view =
        new LogView(
            desk.state(),
            asked.flatMap(outcome -> outcome.findValue()),
            asked.flatMap(Outcome::findRefusal),
            digest);
    return templates.html("log", page, view);
  }

  private static String digestOf(MultipartFile file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (DigestInputStream read = new DigestInputStream(in, sha256)) {
        var _bytes = read.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** The proof as a file, for any verifier of C2SP tlog-proof. */
  @GetMapping("/log/proof/{digest:[0-9a-f]{64}}.tlog-proof")
  ResponseEntity<String> proof(HttpServletRequest request, @PathVariable String digest) {
    return switch (desk.find(digest)) {
      case Outcome.Ok<LogDesk.Found>(var found) ->
          ResponseEntity.ok()
              .contentType(PROOF)
              .header(
                  "Content-Disposition",
                  "attachment; filename=\"entry-" + found.entry().index() + ".tlog-proof\"")
              .body(found.proof().toString());
      case Outcome.Refused<LogDesk.Found>(var refusal) ->
          templates.refuse(pages.of(request), refusal);
    };
  }
}
