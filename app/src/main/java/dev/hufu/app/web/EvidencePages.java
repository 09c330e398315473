package dev.hufu.app.web;

import dev.hufu.app.custody.BundleDesk;
import dev.hufu.app.custody.EvidenceDesk;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.keep.Origin;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.KeptDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The evidence of a matter: originals come in with where they are from, bundles go out. */
@Controller
public class EvidencePages {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
  private static final String MEDIA_TYPE = "[a-z]+/[a-z0-9.+-]{1,80}";

  private final EvidenceDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  EvidencePages(
      EvidenceDesk desk, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/m/{id}/evidence")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String id) {
    return show(request, id, Optional.empty(), EvidenceView.Typed.NOTHING);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String id, Optional<Refusal> problem, EvidenceView.Typed typed) {
    return switch (desk.list(owners.ownerOf(request), id, clock.instant())) {
      case Outcome.Ok<List<EvidenceDesk.Kept>>(var kept) ->
          templates.html(
              problem.map(one -> one.code().httpStatus()).orElse(200),
              "evidence",
              pages.of(request),
              new EvidenceView(id, kept, problem, typed));
      case Outcome.Refused<List<EvidenceDesk.Kept>>(var refusal) ->
          templates.refuse(pages.of(request), refusal);
    };
  }

  /**
   * Keeps a file with where it comes from.
   *
   * @param clockMillis what the browser's clock said when the form was sent, if it could tell
   */
  @PostMapping("/m/{id}/evidence")
  ResponseEntity<String> keep(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(name = "clock", defaultValue = "") String clockMillis)
      throws IOException {
    Instant now = clock.instant();
    EvidenceView.Typed typed = typed(request);
    Optional<DocumentKind> kind = DocumentKind.find(typed.kind()).filter(DocumentKind::captured);
    if (file == null || file.isEmpty() || kind.isEmpty() || typed.source().isBlank()) {
      String missing = file == null || file.isEmpty() ? "文件 / file" : "谁给的 / who gave it";
      return show(request, id, Optional.of(Refusal.of(Code.CAPTURE_FORM, missing)), typed);
    }
    Origin origin =
        Origin.of(
            typed.source(), typed.device(), typed.app(), typed.how(), offset(clockMillis, now));
    String title = typed.title().isBlank() ? kind.get().wording().zh() : typed.title();
    NewDocument fresh =
        NewDocument.captured(
            kind.get(), title, mediaType(file), Octets.of(file.getBytes()), origin);
    return switch (desk.keep(owners.ownerOf(request), id, fresh, now)) {
      case Outcome.Ok<KeptDocument> _kept -> Templates.seeOther("/m/" + id + "/evidence");
      case Outcome.Refused<KeptDocument>(var refusal) ->
          refusal.code() == Code.MATTER_UNKNOWN
              ? templates.refuse(pages.of(request), refusal)
              : show(request, id, Optional.of(refusal), typed);
    };
  }

  private static EvidenceView.Typed typed(HttpServletRequest request) {
    return new EvidenceView.Typed(
        field(request, "kind"),
        field(request, "title"),
        field(request, "source"),
        field(request, "device"),
        field(request, "app"),
        field(request, "how"));
  }

  private static String field(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** The browser's clock less ours; nothing where it is no number of a century around now. */
  private static OptionalLong offset(String clockMillis, Instant now) {
    return clockMillis.matches("[0-9]{12,13}")
        ? OptionalLong.of(Long.parseLong(clockMillis) - now.toEpochMilli())
        : OptionalLong.empty();
  }

  private static String mediaType(MultipartFile file) {
    String told = file.getContentType();
    String plain = told == null ? "" : told.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    return plain.matches(MEDIA_TYPE) ? plain : "application/octet-stream";
  }

  /** Always as a file to save: what strangers made is never shown as a page of ours. */
  @GetMapping("/m/{id}/evidence/{document:E-[0-9A-Z]{8}}")
  ResponseEntity<?> file(
      HttpServletRequest request, @PathVariable String id, @PathVariable String document) {
    return switch (desk.read(owners.ownerOf(request), id, document, clock.instant())) {
      case Outcome.Ok<KeptDocument.Content>(var content) ->
          download(
              content.document().statement().title(),
              MediaType.APPLICATION_OCTET_STREAM,
              content.file());
      case Outcome.Refused<KeptDocument.Content>(var refusal) ->
          templates.refuse(pages.of(request), refusal);
    };
  }

  @PostMapping("/m/{id}/evidence/bundle")
  ResponseEntity<?> bundle(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "court") String profile,
      @RequestParam(name = "hide", defaultValue = "") List<String> hide) {
    Optional<Profile> chosen = Profile.find(profile);
    if (chosen.isEmpty()) {
      return show(
          request,
          id,
          Optional.of(Refusal.of(Code.BUNDLE_PROFILE, "")),
          EvidenceView.Typed.NOTHING);
    }
    Outcome<BundleDesk.Export> made =
        desk.export(owners.ownerOf(request), id, chosen.get(), hide, clock.instant());
    return switch (made) {
      case Outcome.Ok<BundleDesk.Export>(var export) -> download(export.name(), ZIP, export.zip());
      case Outcome.Refused<BundleDesk.Export>(var refusal) ->
          refusal.code() == Code.MATTER_UNKNOWN
              ? templates.refuse(pages.of(request), refusal)
              : show(request, id, Optional.of(refusal), EvidenceView.Typed.NOTHING);
    };
  }

  private static ResponseEntity<byte[]> download(String name, MediaType type, Octets bytes) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
        .body(bytes.bytes());
  }
}
