package dev.hufu.app.lending;

import dev.hufu.app.iou.IouDesk;
import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Press;
import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import dev.hufu.policy.paper.PaperXhtml;
import dev.hufu.store.LoanEntry;
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

/** Demand letter and statement of claim: drafted, changed, printed, entered as sent. */
@Controller
public class LetterPages {

  private static final String PATH = "/m/{id}/loan/paper/{paper:demand|claim}";
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final LoanDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  LetterPages(LoanDesk desk, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request, @PathVariable String id, @PathVariable String paper) {
    return drafted(request, id, paper)
        .map(letter -> show(request, id, letter, letter.text(), 200, List.of()))
        .findValue()
        .orElseGet(() -> refuse(request, drafted(request, id, paper).findRefusal().orElseThrow()));
  }

  private Outcome<Letter> drafted(HttpServletRequest request, String id, String paper) {
    Instant now = clock.instant();
    LoanFields view = LoanFields.read(request.getParameterMap(), List.of("at"));
    return desk.find(owners.ownerOf(request), id, now)
        .then(loan -> desk.review(loan, view.day("at").orElse(IouDesk.day(now))))
        .map(
            loan -> {
              LoanPapers papers = new LoanPapers(loan.review());
              return Letter.of(
                  papers.find(paper, Lang.ZH).orElseThrow(),
                  papers.find(paper, Lang.EN).orElseThrow(),
                  pages.of(request).lang(),
                  loan.loan().edited(paper));
            });
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      String id,
      Letter letter,
      String text,
      int status,
      List<Problem> problems) {
    return templates.html(
        status,
        "letter",
        pages.of(request),
        new LetterView(
            id,
            letter.drafted().id(),
            text,
            letter.edited().isPresent(),
            letter.notes(),
            letter.english(),
            IouDesk.day(clock.instant()),
            problems));
  }

  /** {@code do}: keep, afresh, pdf, text, sent. */
  @PostMapping(PATH)
  ResponseEntity<?> act(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String paper,
      @RequestParam(name = "do", defaultValue = "keep") String action,
      @RequestParam(defaultValue = "") String text) {
    Outcome<Letter> drafted = drafted(request, id, paper);
    if (drafted.findRefusal().isPresent()) {
      return refuse(request, drafted.findRefusal().get());
    }
    Letter letter = drafted.orThrow();
    String typed = text.replace("\r\n", "\n").strip();
    if (typed.length() > Limits.LOAN_PAPER_CHARS_MAX) {
      Refusal refusal = Refusal.of(Code.LOAN_PAPER_TOO_LONG, Integer.toString(typed.length()));
      return show(
          request, id, letter, typed, 413, List.of(Problem.of(LoanTerms.ID + "text", refusal)));
    }
    Paper edited = PaperText.read(letter.drafted(), typed.isEmpty() ? letter.text() : typed);
    String name = (paper.equals("demand") ? "demand-" : "claim-") + id;
    return switch (action) {
      case "text" ->
          download(TEXT, name + ".txt", PaperText.write(edited).getBytes(StandardCharsets.UTF_8));
      case "pdf" ->
          print(edited)
              .<ResponseEntity<?>>map(
                  pdf -> download(MediaType.APPLICATION_PDF, name + ".pdf", pdf.bytes()))
              .findValue()
              .orElseGet(() -> refuse(request, print(edited).findRefusal().orElseThrow()));
      case "sent" -> sent(request, id, letter, typed, edited);
      default -> keep(request, id, paper, action.equals("afresh") ? "" : typed);
    };
  }

  private Outcome<Octets> print(Paper paper) {
    return Press.print(PaperXhtml.write(paper), clock.instant(), List.of())
        .map(printed -> printed.pdf());
  }

  private ResponseEntity<String> keep(
      HttpServletRequest request, String id, String paper, String text) {
    LoanFields fields = LoanFields.NONE.with("paper", paper);
    Outcome<LoanEntry> kept =
        desk.note(
            owners.ownerOf(request),
            id,
            LoanEntry.Kind.PAPER,
            text.isEmpty() ? fields : fields.with("text", text),
            clock.instant());
    return onward(request, "/m/" + id + "/loan/paper/" + paper, kept);
  }

  private ResponseEntity<String> sent(
      HttpServletRequest request, String id, Letter letter, String typed, Paper edited) {
    Instant now = clock.instant();
    EntryForm form = EntryForm.read(LoanEntry.Kind.DEMAND, request.getParameterMap());
    List<Problem> problems = form.problems(IouDesk.day(now));
    if (!problems.isEmpty()) {
      return show(request, id, letter, typed, 422, problems);
    }
    Outcome<LoanEntry> kept =
        print(edited)
            .then(
                pdf ->
                    desk.sent(
                        owners.ownerOf(request),
                        id,
                        form.typed(),
                        NewDocument.printed(DocumentKind.DEMAND, edited.title(), pdf),
                        now));
    return onward(request, "/m/" + id + "/loan#story", kept);
  }

  private ResponseEntity<String> onward(
      HttpServletRequest request, String to, Outcome<LoanEntry> done) {
    Optional<Refusal> refusal = done.findRefusal();
    return refusal.isPresent() ? refuse(request, refusal.get()) : Templates.seeOther(to);
  }

  private static ResponseEntity<byte[]> download(MediaType type, String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  private ResponseEntity<String> refuse(HttpServletRequest request, Refusal refusal) {
    return templates.refuse(pages.of(request), refusal);
  }
}
