package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.app.ops.Refused;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.PackVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The list of packs, one pack, its rules and what they stand on. */
@Controller
final class PackPages {

  private final PackBench bench;
  private final DraftDesk drafts;
  private final RuleDesk rules;
  private final VersionChecks checks;
  private final PageSource pages;
  private final Templates templates;
  private final Clock clock;

  PackPages(
      PackBench bench,
      DraftDesk drafts,
      RuleDesk rules,
      VersionChecks checks,
      PageSource pages,
      Templates templates,
      Clock clock) {
    this.bench = bench;
    this.drafts = drafts;
    this.rules = rules;
    this.checks = checks;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/packs")
  ResponseEntity<String> list(Member _member, HttpServletRequest request) {
    return templates.html("workbench/packs", pages.of(request), bench.packs());
  }

  @GetMapping("/packs/{land}/{matter}")
  ResponseEntity<String> pack(
      Member _member,
      HttpServletRequest request,
      @PathVariable String land,
      @PathVariable String matter) {
    PackPageView view = bench.packPage(land + "/" + matter, "", List.of());
    return templates.html("workbench/pack", pages.of(request), view);
  }

  /** A new version begins as a copy of the live one. */
  @PostMapping("/packs/{land}/{matter}/versions")
  ResponseEntity<String> begin(
      Member member,
      HttpServletRequest request,
      @PathVariable String land,
      @PathVariable String matter,
      @RequestParam(defaultValue = "") String note) {
    Pack pack = bench.pack(land + "/" + matter);
    return opened(
        request,
        pack,
        note,
        "note",
        drafts.begin(pack.ref().id(), note, member, pack.zone(), clock.instant()));
  }

  @PostMapping("/packs/{land}/{matter}/upload")
  ResponseEntity<String> upload(
      Member member,
      HttpServletRequest request,
      @PathVariable String land,
      @PathVariable String matter,
      @RequestParam(defaultValue = "") String note,
      @RequestParam Optional<MultipartFile> zip)
      throws IOException {
    Pack pack = bench.pack(land + "/" + matter);
    byte[] bytes = zip.isPresent() ? zip.get().getBytes() : new byte[0];
    return opened(
        request,
        pack,
        note,
        "zip",
        drafts.upload(pack.ref().id(), bytes, note, member, pack.zone(), clock.instant()));
  }

  private ResponseEntity<String> opened(
      HttpServletRequest request,
      Pack pack,
      String note,
      String field,
      Outcome<PackVersion> opened) {
    return switch (opened) {
      case Outcome.Ok<PackVersion>(var version) -> Templates.seeOther("/versions/" + version.id());
      case Outcome.Refused<PackVersion>(var refusal) -> {
        String at = refusal.code() == Code.REASON_NEEDED && field.equals("zip") ? "why" : field;
        List<Problem> problems = List.of(Problem.of(at, refusal));
        yield templates.html(
            refusal.code().httpStatus(),
            "workbench/pack",
            pages.of(request),
            bench.packPage(pack.ref().id(), note, problems));
      }
    };
  }

  @GetMapping("/packs/{land}/{matter}/rules")
  ResponseEntity<String> rules(
      Member _member,
      HttpServletRequest request,
      @PathVariable String land,
      @PathVariable String matter,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(name = "v", defaultValue = "") String id) {
    PackVersion version = bench.version(land + "/" + matter, id);
    Optional<Stage> narrowed =
        Arrays.stream(Stage.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(stage))
            .findFirst();
    RuleDesk.Query query = new RuleDesk.Query(q, narrowed, RuleDesk.Status.of(status));
    int all = checks.of(version).pack().map(RuleDesk::rules).map(List::size).orElse(0);
    RulesView view = new RulesView(version, query, rules.list(version, query), all);
    return templates.html("workbench/rules", pages.of(request), view);
  }

  @GetMapping("/packs/{land}/{matter}/rules/{rule}")
  ResponseEntity<String> rule(
      Member _member,
      HttpServletRequest request,
      @PathVariable String land,
      @PathVariable String matter,
      @PathVariable String rule,
      @RequestParam(name = "v", defaultValue = "") String id) {
    PackVersion version = bench.version(land + "/" + matter, id);
    Page page = pages.of(request);
    return rules
        .find(version, rule)
        .map(found -> templates.html("workbench/rule", page, new RuleView(version, found)))
        .orElseThrow(() -> new Refused(Code.PAGE_UNKNOWN));
  }

  /** An entry of law, and what stands on it. */
  @GetMapping("/packs/{land}/{matter}/law/{entry}")
  ResponseEntity<String> law(
      Member _member,
      HttpServletRequest request,
      @PathVariable String land,
      @PathVariable String matter,
      @PathVariable String entry,
      @RequestParam(name = "v", defaultValue = "") String id) {
    PackVersion version = bench.version(land + "/" + matter, id);
    List<ShownRule> standing =
        rules.list(version, new RuleDesk.Query("", Optional.empty(), RuleDesk.Status.ALL)).stream()
            .map(RuleDesk.Row::rule)
            .filter(rule -> rule.source().id().equals(entry))
            .toList();
    return rules
        .entry(version, entry)
        .map(
            found ->
                templates.html(
                    "workbench/law", pages.of(request), new SourceView(version, found, standing)))
        .orElseThrow(() -> new Refused(Refusal.of(Code.PAGE_UNKNOWN, "")));
  }
}
