package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.app.ops.Refused;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.intake.PackArchive;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersionId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One version: read, edited, sent on, taken back, carried away as a ZIP. */
@Controller
final class VersionPages {

  private final PackBench bench;
  private final DraftDesk drafts;
  private final PublishDesk publishing;
  private final VersionChecks checks;
  private final PageSource pages;
  private final Templates templates;
  private final Clock clock;

  VersionPages(
      PackBench bench,
      DraftDesk drafts,
      PublishDesk publishing,
      VersionChecks checks,
      PageSource pages,
      Templates templates,
      Clock clock) {
    this.bench = bench;
    this.drafts = drafts;
    this.publishing = publishing;
    this.checks = checks;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/versions/{id}")
  ResponseEntity<String> version(
      Member member, HttpServletRequest request, @PathVariable String id) {
    VersionView view = bench.versionPage(bench.version(id), member, "", List.of());
    return templates.html("workbench/version", pages.of(request), view);
  }

  @GetMapping("/versions/{id}/zip")
  ResponseEntity<byte[]> zip(Member _member, @PathVariable String id) {
    PackVersion version = bench.version(id);
    String name = version.pack().replace('/', '-') + "-" + version.version() + ".zip";
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(PackArchive.write(bench.files(version)));
  }

  @GetMapping("/versions/{id}/edit")
  ResponseEntity<String> edit(
      Member _member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "rules.yaml") String file,
      @RequestParam(defaultValue = "false") boolean saved) {
    PackVersion version = bench.version(id);
    if (!PackArchive.named(file)) {
      throw new Refused(Refusal.of(Code.PACK_FILE_NAME, "…"));
    }
    String content = bench.files(version).getOrDefault(file, "");
    EditView view = editor(version, file, content, Optional.empty(), List.of(), saved);
    return templates.html("workbench/edit", pages.of(request), view);
  }

  /** Saved, checked, tested; what was refused comes back as it was typed. */
  @PostMapping("/versions/{id}/edit")
  ResponseEntity<String> save(
      Member member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "0") int revision,
      @RequestParam(defaultValue = "") String content) {
    PackVersion before = bench.version(id);
    DraftDesk.Edit edit = new DraftDesk.Edit(revision, file, content);
    return switch (drafts.save(before.id(), edit, member, clock.instant())) {
      case Outcome.Ok<PackVersion> _saved ->
          Templates.seeOther(
              "/versions/"
                  + id
                  + "/edit?saved=true&file="
                  + URLEncoder.encode(file, StandardCharsets.UTF_8));
      case Outcome.Refused<PackVersion>(var refusal) -> {
        PackVersion now = bench.version(id);
        List<LineDiff.Line> theirs =
            refusal.code() == Code.DRAFT_STALE
                ? LineDiff.between(text(now, revision, file), text(now, now.revision(), file))
                : List.of();
        EditView view =
            editor(now, file, DraftDesk.plain(content), Optional.of(refusal), theirs, false);
        yield templates.html(
            refusal.code().httpStatus(), "workbench/edit", pages.of(request), view);
      }
    };
  }

  private String text(PackVersion version, int revision, String file) {
    return bench.files(version, revision).getOrDefault(file, "");
  }

  private EditView editor(
      PackVersion version,
      String file,
      String content,
      Optional<Refusal> refusal,
      List<LineDiff.Line> theirs,
      boolean saved) {
    SortedMap<String, String> files = bench.files(version);
    String live = bench.files(bench.live(version.pack())).getOrDefault(file, "");
    return new EditView(
        version,
        file,
        content,
        List.copyOf(files.keySet()),
        refusal,
        theirs,
        checks.of(version),
        LineDiff.between(live, content),
        saved);
  }

  @PostMapping("/versions/{id}/shadow")
  ResponseEntity<String> shadow(
      Member member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int revision) {
    return step(
        request,
        member,
        id,
        "",
        known -> publishing.shadow(known, revision, member, clock.instant()));
  }

  @PostMapping("/versions/{id}/withdraw")
  ResponseEntity<String> withdraw(
      Member member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    return step(
        request,
        member,
        id,
        reason,
        known -> publishing.withdraw(known, member, reason, clock.instant()));
  }

  @PostMapping("/versions/{id}/set-aside")
  ResponseEntity<String> setAside(
      Member member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    return step(
        request,
        member,
        id,
        reason,
        known -> publishing.setAside(known, member, reason, clock.instant()));
  }

  @PostMapping("/versions/{id}/promote")
  ResponseEntity<String> promote(
      Member member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int revision,
      @RequestParam(defaultValue = "") String reason) {
    return step(
        request,
        member,
        id,
        reason,
        known -> publishing.promote(known, revision, member, reason, clock.instant()));
  }

  @PostMapping("/versions/{id}/roll-back")
  ResponseEntity<String> rollBack(
      Member member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    return step(
        request,
        member,
        id,
        reason,
        known -> publishing.rollBack(known, member, reason, clock.instant()));
  }

  private interface Step {
    Outcome<PackVersion> take(PackVersionId id);
  }

  private ResponseEntity<String> step(
      HttpServletRequest request, Member member, String id, String reason, Step step) {
    PackVersion version = bench.version(id);
    return switch (step.take(version.id())) {
      case Outcome.Ok<PackVersion> _done -> Templates.seeOther("/versions/" + id);
      case Outcome.Refused<PackVersion>(var refusal) ->
          templates.html(
              refusal.code().httpStatus(),
              "workbench/version",
              pages.of(request),
              bench.versionPage(
                  bench.version(id), member, reason, List.of(Problem.of("what-now", refusal))));
    };
  }

  /** The cases it decided otherwise while it ran in the shadow. */
  @GetMapping("/versions/{id}/differences")
  ResponseEntity<String> differences(
      Member member, HttpServletRequest request, @PathVariable String id) {
    ShadowView view = bench.shadowPage(bench.version(id), member);
    return templates.html("workbench/shadow", pages.of(request), view);
  }
}
