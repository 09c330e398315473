package dev.hufu.app.workbench;

import dev.hufu.app.history.BacktestJson;
import dev.hufu.app.history.BacktestPage;
import dev.hufu.app.history.BacktestView;
import dev.hufu.app.identity.Member;
import dev.hufu.app.ops.Refused;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.store.PackVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A version over events tried on an uploaded history: the form, the report, its files. */
@Controller
final class PastPages {

  private final PackBench bench;
  private final PastDesk desk;
  private final PastReports reports;
  private final VersionChecks checks;
  private final PageSource pages;
  private final Templates templates;
  private final Clock clock;

  PastPages(
      PackBench bench,
      PastDesk desk,
      PastReports reports,
      VersionChecks checks,
      PageSource pages,
      Templates templates,
      Clock clock) {
    this.bench = bench;
    this.desk = desk;
    this.reports = reports;
    this.checks = checks;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  /** Where a history is uploaded. */
  @GetMapping("/versions/{id}/past")
  ResponseEntity<String> form(Member _member, HttpServletRequest request, @PathVariable String id) {
    PackVersion version = bench.version(id);
    var _program = program(version);
    return html(200, request, version, Optional.empty(), Optional.empty());
  }

  /** What it would have done with that history, which is not kept. */
  @PostMapping("/versions/{id}/past")
  ResponseEntity<String> tryOn(
      Member _member,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam MultipartFile history,
      @RequestParam Optional<MultipartFile> mapping,
      @RequestParam(defaultValue = "") String flag)
      throws IOException {
    PackVersion version = bench.version(id);
    EventProgram next = program(version);
    EventProgram live = program(bench.live(version.pack()));
    PastDesk.Upload upload = new PastDesk.Upload(history, mapping, flag);
    return switch (desk.tryOn(version, live, next, upload, clock.instant())) {
      case Outcome.Ok<PastEvents>(var past) ->
          Templates.seeOther(
              "/versions/"
                  + id
                  + "/past/"
                  + reports.keep(version.id(), past, clock.instant()).name());
      case Outcome.Refused<PastEvents>(var refusal) ->
          html(
              refusal.code().httpStatus(),
              request,
              version,
              Optional.empty(),
              Optional.of(refusal));
    };
  }

  @GetMapping("/versions/{id}/past/{name}")
  ResponseEntity<String> report(
      Member _member,
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String name) {
    PackVersion version = bench.version(id);
    return html(200, request, version, Optional.of(kept(version, name)), Optional.empty());
  }

  /** The whole report, as {@code hufu backtest --json} writes it. */
  @GetMapping("/versions/{id}/past/{name}/report.json")
  ResponseEntity<byte[]> json(Member _member, @PathVariable String id, @PathVariable String name) {
    PackVersion version = bench.version(id);
    String json = BacktestJson.of(kept(version, name).past().run());
    return file(version, MediaType.APPLICATION_JSON, "json", json);
  }

  /** The page that stands alone, as {@code hufu backtest --html} writes it. */
  @GetMapping("/versions/{id}/past/{name}/report.html")
  ResponseEntity<byte[]> page(
      Member _member,
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String name) {
    PackVersion version = bench.version(id);
    String page = new BacktestPage(pages.of(request).lang()).of(kept(version, name).past().run());
    return file(version, MediaType.TEXT_HTML, "html", page);
  }

  private static ResponseEntity<byte[]> file(
      PackVersion version, MediaType type, String ending, String text) {
    String name = version.pack().replace('/', '-') + "-" + version.version() + "." + ending;
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"backtest-" + name + "\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private PastReports.Kept kept(PackVersion version, String name) {
    return reports.find(version.id(), name).orElseThrow(() -> new Refused(Code.PAGE_UNKNOWN));
  }

  private ResponseEntity<String> html(
      int status,
      HttpServletRequest request,
      PackVersion version,
      Optional<PastReports.Kept> report,
      Optional<Refusal> refusal) {
    Page page = pages.of(request);
    Optional<BacktestView> shown =
        report.map(kept -> BacktestView.of(kept.past().run(), page.lang()));
    PastView view = new PastView(version, report, shown, refusal, reports.list(version.id()));
    return templates.html(status, "workbench/past", page, view);
  }

  private EventProgram program(PackVersion version) {
    if (bench.pack(version.pack()).events().isEmpty()) {
      throw new Refused(Code.PAGE_UNKNOWN);
    }
    return checks
        .of(version)
        .program()
        .orElseThrow(() -> new Refused(Refusal.of(Code.PACK_BROKEN, version.version())));
  }
}
