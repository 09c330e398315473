package dev.hufu.app.lender;

import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.intake.lender.AppManifest;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.lender.ComplaintDrafts;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.lender.LenderCase;
import dev.hufu.policy.paper.Paper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The audit of a lender in the browser, and the public page of licence lists. Nothing that is typed
 * here is kept; the answer holds the form, so it can be changed and sent again.
 */
@Controller
public class LenderPages {

  private static final String LAND = "cn";

  private final PackShelf shelf;
  private final LicenceShelf licences;
  private final PageSource pages;
  private final Templates templates;
  private final Clock clock;

  LenderPages(
      PackShelf shelf, LicenceShelf licences, PageSource pages, Templates templates, Clock clock) {
    this.shelf = shelf;
    this.licences = licences;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  /** The empty form, or one that the page of prices hands on in its address. */
  @GetMapping("/lender")
  ResponseEntity<String> form(HttpServletRequest request) {
    Page page = pages.of(request);
    return switch (LenderPacks.find(shelf, LAND, clock.instant())) {
      case Outcome.Ok<ReadyPack>(var ready) ->
          show(page, 200, ready, request.getParameterMap(), List.of(), Optional.empty());
      case Outcome.Refused<ReadyPack>(var refusal) -> templates.refuse(page, refusal);
    };
  }

  @PostMapping("/lender")
  ResponseEntity<String> audit(
      HttpServletRequest request, @RequestParam Optional<MultipartFile> apk) throws IOException {
    Page page = pages.of(request);
    Instant now = clock.instant();
    Outcome<ReadyPack> found = LenderPacks.find(shelf, LAND, now);
    if (found.findRefusal().isPresent()) {
      return templates.refuse(page, found.findRefusal().get());
    }
    ReadyPack ready = found.orThrow();
    LocalDate today = now.atZone(ready.pack().zone()).toLocalDate();
    Map<String, String[]> typed = request.getParameterMap();
    LenderForm.Read read = LenderForm.read(typed, ready.pack(), today);
    List<Problem> problems = new ArrayList<>(read.problems());
    LenderCase told = read.told();
    Optional<Outcome<AppManifest>> app = app(apk);
    if (app.isPresent()) {
      switch (app.get()) {
        case Outcome.Ok<AppManifest>(var manifest) ->
            told = told.withPermissions(manifest.permissions());
        case Outcome.Refused<AppManifest>(var refusal) ->
            problems.add(Problem.of(LenderForm.ID + "apk", refusal));
      }
    }
    if (!problems.isEmpty()) {
      return show(page, 422, ready, typed, problems, Optional.empty());
    }
    return switch (LenderPacks.audit(
        ready, told, licences.best(told.lender().claim(), today), now)) {
      case Outcome.Ok<LenderAudit>(var audit) ->
          show(page, 200, ready, typed, List.of(), Optional.of(audit));
      case Outcome.Refused<LenderAudit>(var refusal) ->
          show(page, 422, ready, typed, List.of(problem(refusal)), Optional.empty());
    };
  }

  private static Problem problem(Refusal refusal) {
    return Problem.of("main", refusal);
  }

  private static Optional<Outcome<AppManifest>> app(Optional<MultipartFile> apk)
      throws IOException {
    if (apk.isEmpty() || apk.get().isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = apk.get().getInputStream()) {
      return Optional.of(AppManifest.ofApk(in));
    }
  }

  private ResponseEntity<String> show(
      Page page,
      int status,
      ReadyPack ready,
      Map<String, String[]> typed,
      List<Problem> problems,
      Optional<LenderAudit> audit) {
    List<Paper> drafts =
        audit
            .map(found -> new ComplaintDrafts(found, ready.decider()).all(page.lang()))
            .orElse(List.of());
    return templates.html(
        status, "lender", page, new LenderView(ready.pack(), typed, problems, audit, drafts));
  }

  @GetMapping("/lender/licences")
  ResponseEntity<String> licences(
      HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
    Page page = pages.of(request);
    LocalDate day = clock.instant().atZone(page.rules().zone()).toLocalDate();
    String query = q.length() <= 100 ? q : q.substring(0, 100);
    return templates.html("licences", page, new LicenceView(query, licences.lists(), day));
  }
}
