package dev.hufu.app.casework;

import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Templates;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Press;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.casework.CasePapers;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.paper.Block;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import dev.hufu.policy.paper.PaperXhtml;
import dev.hufu.policy.paper.Span;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Papers of a plan: filled in, edited by whoever sends them, as PDF or as plain text to paste. What
 * was edited is kept with the matter, sealed as its other texts, until the drafted text is wanted
 * again.
 */
@Controller
public class PaperPages {

  private final CaseDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  PaperPages(CaseDesk desk, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  /** A plan and one of its papers. */
  private record Found(CasePlan plan, Paper paper) {}

  private Outcome<Found> find(HttpServletRequest request, String id, String paper, String in) {
    Lang lang = in.equals("en") ? Lang.EN : Lang.ZH;
    return desk.plan(owners.ownerOf(request), id, clock.instant())
        .then(
            plan ->
                new CasePapers(plan)
                    .find(paper, lang)
                    .map(filled -> Outcome.of(new Found(plan, filled)))
                    .orElseGet(() -> Outcome.refused(Code.CASE_PAPER_UNKNOWN, paper)));
  }

  @GetMapping("/m/{id}/paper/{paper}")
  ResponseEntity<String> show(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String paper,
      @RequestParam(name = "in", defaultValue = "zh") String in) {
    return switch (find(request, id, paper, in)) {
      case Outcome.Ok<Found>(var found) ->
          templates.html(
              "papersheet",
              pages.of(request),
              PaperView.of(id, found.plan(), found.paper(), code(in)));
      case Outcome.Refused<Found>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  private static String code(String in) {
    return in.equals("en") ? "en" : "zh";
  }

  /** The paper as it was edited: kept, then printed, given as text, or drafted anew. */
  @PostMapping("/m/{id}/paper/{paper}")
  ResponseEntity<?> take(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String paper,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "in", defaultValue = "zh") String in,
      @RequestParam(name = "do", defaultValue = "pdf") String action) {
    if (text.length() > Limits.CASE_PAPER_CHARS_MAX) {
      return templates.refuse(
          pages.of(request), Refusal.of(Code.CASE_ENTRY_SIZE, "≤ " + Limits.CASE_PAPER_CHARS_MAX));
    }
    String edited = text.replace("\r\n", "\n").strip() + "\n";
    Outcome<Found> found =
        find(request, id, paper, in)
            .then(there -> keep(request, id, there, code(in), action.equals("back") ? "" : edited));
    if (found instanceof Outcome.Refused<Found>(var refusal)) {
      return templates.refuse(pages.of(request), refusal);
    }
    Paper filled = found.orThrow().paper();
    if (action.equals("keep") || action.equals("back")) {
      return Templates.seeOther("/m/" + id + "/paper/" + paper + "?in=" + code(in));
    }
    if (action.equals("text")) {
      return file(
          edited.getBytes(StandardCharsets.UTF_8),
          new MediaType("text", "plain", StandardCharsets.UTF_8),
          paper + ".txt");
    }
    Paper printed = edited.equals(PaperText.write(filled)) ? filled : plain(filled, edited);
    return switch (print(printed, clock.instant())) {
      case Outcome.Ok<Octets>(var pdf) ->
          file(pdf.bytes(), MediaType.APPLICATION_PDF, paper + ".pdf");
      case Outcome.Refused<Octets>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  /** Keeps an edit that differs from what is kept; the drafted text itself is never kept. */
  private Outcome<Found> keep(
      HttpServletRequest request, String id, Found found, String in, String edited) {
    String wanted = edited.equals(PaperText.write(found.paper())) ? "" : edited;
    String paper = found.paper().id();
    String kept = found.plan().file().paper(paper, in).orElse("");
    return wanted.equals(kept)
        ? Outcome.of(found)
        : desk.add(
                owners.ownerOf(request),
                id,
                List.of(new CaseEntry.Edited(paper, in, wanted)),
                clock.instant())
            .map(matter -> found);
  }

  private static Outcome<Octets> print(Paper paper, Instant at) {
    return Press.print(PaperXhtml.write(paper), at, List.of()).map(printed -> printed.pdf());
  }

  /** What was edited, line by line; the first line is the title. */
  private static Paper plain(Paper form, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    Optional<String> title = lines.stream().findFirst();
    return new Paper(
        form.id(),
        title.orElse(form.title()),
        form.lang(),
        lines.stream()
            .skip(1)
            .<Block>map(
                line -> new Block.Paragraph(List.of(new Span(Span.Kind.TEXT, line.strip())), false))
            .toList());
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "inline; filename=\"" + name + "\"")
        .body(bytes);
  }
}
