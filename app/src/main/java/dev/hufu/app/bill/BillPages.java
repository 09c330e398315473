package dev.hufu.app.bill;

import dev.hufu.app.bill.BillsView.Said;
import dev.hufu.app.bill.BillsView.Seen;
import dev.hufu.app.bill.HeldBills.Answer;
import dev.hufu.app.bill.HeldBills.Held;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.app.web.words.BillWordings;
import dev.hufu.intake.bill.BillReader;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.flow.FlowFeatures;
import dev.hufu.policy.flow.FlowReport;
import dev.hufu.policy.flow.FlowScope;
import dev.hufu.policy.forensics.BillForensics;
import dev.hufu.policy.pack.FlowPolicy;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Pack;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * Bills in the browser: files in, what they declare against what is in them, what stands out with
 * three answers to each, pictures by plain links, and what a lender would see. Held in memory only;
 * what is said of them in a matter is kept with that matter.
 */
@Controller
public class BillPages {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** Answers that hide rows let others appear; more often than this they do not. */
  private static final int ROUNDS_MAX = 3;

  private final PackShelf shelf;
  private final HeldBills held;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final BillNotes notes;
  private final Clock clock;

  BillPages(
      PackShelf shelf,
      HeldBills held,
      PageSource pages,
      Templates templates,
      Owners owners,
      BillNotes notes,
      Clock clock) {
    this.shelf = shelf;
    this.held = held;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/bills")
  ResponseEntity<String> empty(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String gone,
      @RequestParam(defaultValue = "") String m) {
    Outcome<Map<String, Mark>> said = said(request, m);
    if (said instanceof Outcome.Refused<Map<String, Mark>>(var refusal)) {
      return templates.refuse(pages.of(request), refusal);
    }
    Optional<Wording> told =
        switch (gone) {
          case "now" -> Optional.of(BillWordings.GONE);
          case "old" -> Optional.of(BillWordings.GONE_OLD);
          default -> Optional.empty();
        };
    return templates.html(
        "bills", pages.of(request), new BillsView(List.of(), told, Optional.empty(), m));
  }

  /** What was said before in the matter, if there is one. */
  private Outcome<Map<String, Mark>> said(HttpServletRequest request, String matter) {
    return matter.isEmpty()
        ? Outcome.of(Map.of())
        : notes.said(owners.ownerOf(request), matter, clock.instant());
  }

  @PostMapping("/bills")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @RequestParam Optional<List<MultipartFile>> file,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String m)
      throws IOException {
    Outcome<Map<String, Mark>> said = said(request, m);
    if (said instanceof Outcome.Refused<Map<String, Mark>>(var refusal)) {
      return templates.refuse(pages.of(request), refusal);
    }
    Outcome<Forensics> forensics = BillPacks.find(shelf.library());
    if (forensics instanceof Outcome.Refused<Forensics>(var refusal)) {
      return templates.refuse(pages.of(request), refusal);
    }
    Outcome<Map<String, byte[]>> files = files(file.orElse(List.of()));
    if (files instanceof Outcome.Refused<Map<String, byte[]>>(var refusal)) {
      return again(request, m, List.of(Problem.of("i-bills", refusal)));
    }
    BillReader reader = new BillReader();
    BillAnalysis analysis =
        new BillDesk(password.isBlank() ? reader : reader.password(password), forensics.orThrow())
            .read(files.orThrow());
    if (analysis.timeline().files().isEmpty()) {
      return again(request, m, analysis.refusedFiles().stream().map(BillPages::problem).toList());
    }
    Held fresh =
        held.hold(
            owners.ownerOf(request),
            Optional.of(m).filter(matter -> !matter.isEmpty()),
            analysis,
            flows(analysis.timeline()),
            clock.instant());
    held.replace(remembering(fresh, said.orThrow()));
    return Templates.seeOther("/bills/" + fresh.id());
  }

  private static Problem problem(BillAnalysis.RefusedFile file) {
    boolean locked = file.why().code() == Code.BILL_PASSWORD_NEEDED;
    Wording named = file.why().wording().map(sentence -> file.path() + "：" + sentence);
    return new Problem(locked ? "i-password" : "i-bills", file.why().code().id(), named);
  }

  /** Answers of earlier looks at the same rows, as often as they let further findings appear. */
  private Held remembering(Held fresh, Map<String, Mark> said) {
    Held now = fresh;
    for (int round = 0; round < ROUNDS_MAX && !said.isEmpty(); round++) {
      Map<String, Optional<Answer>> again = new LinkedHashMap<>();
      for (BillFinding finding : now.findings()) {
        Set<Optional<Mark>> marks = new HashSet<>();
        keys(now, finding).forEach(row -> marks.add(Optional.ofNullable(said.get(row))));
        Optional<Mark> mark = marks.size() == 1 ? marks.iterator().next() : Optional.empty();
        if (mark.isPresent() && !now.answers().containsKey(Held.key(finding))) {
          again.put(Held.key(finding), Optional.of(new Answer(finding, mark.get())));
        }
      }
      if (again.isEmpty()) {
        return now;
      }
      Held answered = now.saying(again);
      now = answered.finding(findings(answered));
    }
    return now;
  }

  private static List<String> keys(Held one, BillFinding finding) {
    List<BillRow> rows = one.read().timeline().rows();
    return finding.rows().stream().map(rows::get).map(RowKey::of).toList();
  }

  private ResponseEntity<String> again(
      HttpServletRequest request, String matter, List<Problem> problems) {
    return templates.html(
        422,
        "bills",
        pages.of(request),
        new BillsView(problems, Optional.empty(), Optional.empty(), matter));
  }

  /** By name, those of the same name told apart. */
  private static Outcome<Map<String, byte[]>> files(List<MultipartFile> bills) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (MultipartFile bill : bills) {
      if (!bill.isEmpty()) {
        String name = Optional.ofNullable(bill.getOriginalFilename()).orElse("bill");
        String fresh = files.containsKey(name) ? (files.size() + 1) + "-" + name : name;
        files.put(fresh, bill.getBytes());
      }
    }
    if (files.isEmpty()) {
      return Outcome.refused(Code.BILL_NONE_GIVEN, "");
    }
    return files.size() > Limits.BILL_FILES_MAX
        ? Outcome.refused(Code.BILL_FILES_TOO_MANY, Integer.toString(Limits.BILL_FILES_MAX))
        : Outcome.of(files);
  }

  @GetMapping("/bills/{id}")
  ResponseEntity<String> show(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String at) {
    return find(request, id)
        .map(one -> templates.html("bills", pages.of(request), view(one, at)))
        .orElseGet(BillPages::old);
  }

  private Optional<Held> find(HttpServletRequest request, String id) {
    return held.find(owners.ownerOf(request), id, clock.instant());
  }

  private static ResponseEntity<String> old() {
    return Templates.seeOther("/bills?gone=old");
  }

  private BillsView view(Held one, String at) {
    Map<String, Said> said = new LinkedHashMap<>();
    one.answers()
        .forEach(
            (key, answer) ->
                said.put(
                    key,
                    new Said(
                        answer.finding().title(),
                        answer.finding().sum(),
                        answer.finding().rows().size(),
                        answer.mark())));
    List<BillRow> rows = one.read().timeline().rows();
    return new BillsView(
        one.read().refusedFiles().stream().map(BillPages::problem).toList(),
        Optional.empty(),
        Optional.of(
            new Seen(
                one.id(),
                one.read(),
                one.findings(),
                said,
                BillZoom.of(rows, at),
                one.flows(),
                one.until())),
        one.matter().orElse(""));
  }

  private List<BillFinding> findings(Held one) {
    return BillPacks.find(shelf.library())
        .map(watches -> BillForensics.findings(watches, one.read().timeline(), one.marks()))
        .findValue()
        .orElse(one.findings());
  }

  private Optional<FlowReport> flows(Timeline timeline) {
    List<BillRow> rows = timeline.rows();
    Optional<Pack> pack = BillPacks.flows(shelf.library()).findValue();
    if (rows.isEmpty() || pack.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = pack.get().zone();
    FlowPolicy policy = pack.get().flows().orElseThrow();
    LocalDate last = rows.getLast().time().at().atZone(zone).toLocalDate();
    return Optional.of(
        FlowFeatures.of(policy, timeline, FlowScope.of(last, policy.lines().months(), zone)));
  }

  /** Mine, not mine, not sure; {@code undo} takes one back. */
  @PostMapping("/bills/{id}/answers")
  ResponseEntity<String> answer(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String undo) {
    Optional<Held> found = find(request, id);
    if (found.isEmpty()) {
      return old();
    }
    Map<String, Optional<Answer>> said = new LinkedHashMap<>();
    if (!undo.isEmpty()) {
      said.put(undo, Optional.empty());
    } else {
      for (BillFinding finding : found.get().findings()) {
        String key = Held.key(finding);
        mark(request.getParameter("a-" + key))
            .ifPresent(mark -> said.put(key, Optional.of(new Answer(finding, mark))));
      }
    }
    Optional<Refusal> unkept = keep(found.get(), said);
    if (unkept.isPresent()) {
      return templates.refuse(pages.of(request), unkept.get());
    }
    Held answered = found.get().saying(said);
    held.replace(answered.finding(findings(answered)));
    return Templates.seeOther("/bills/" + id + "#found");
  }

  /** In a matter, keeps what is said anew; why that cannot be. */
  private Optional<Refusal> keep(Held one, Map<String, Optional<Answer>> said) {
    if (one.matter().isEmpty()) {
      return Optional.empty();
    }
    for (var answer : said.entrySet()) {
      Optional<Answer> before = Optional.ofNullable(one.answers().get(answer.getKey()));
      Optional<Mark> mark = answer.getValue().map(Answer::mark);
      Optional<Answer> rows = answer.getValue().or(() -> before);
      if (rows.isEmpty() || before.map(Answer::mark).equals(mark)) {
        continue;
      }
      Outcome<String> kept =
          notes.keep(
              one.owner(),
              one.matter().get(),
              keys(one, rows.get().finding()),
              mark,
              clock.instant());
      if (kept.findRefusal().isPresent()) {
        return kept.findRefusal();
      }
    }
    return Optional.empty();
  }

  private static Optional<Mark> mark(@Nullable String id) {
    return id == null ? Optional.empty() : Mark.find(id);
  }

  @PostMapping("/bills/{id}/forget")
  ResponseEntity<String> forget(HttpServletRequest request, @PathVariable String id) {
    Optional<String> matter = find(request, id).flatMap(Held::matter);
    held.forget(owners.ownerOf(request), id);
    return Templates.seeOther("/bills?gone=now" + matter.map(m -> "&m=" + m).orElse(""));
  }

  @GetMapping("/bills/{id}/rows.csv")
  ResponseEntity<byte[]> csv(HttpServletRequest request, @PathVariable String id)
      throws IOException {
    return download(request, id, CSV, "bills.csv", BillTable::csv);
  }

  @GetMapping("/bills/{id}/rows.xlsx")
  ResponseEntity<byte[]> xlsx(HttpServletRequest request, @PathVariable String id)
      throws IOException {
    return download(request, id, XLSX, "bills.xlsx", BillTable::xlsx);
  }

  /** How a table is written. */
  @FunctionalInterface
  private interface Writing {
    void write(BillTable table, ByteArrayOutputStream out) throws IOException;
  }

  private ResponseEntity<byte[]> download(
      HttpServletRequest request, String id, MediaType type, String name, Writing writing)
      throws IOException {
    Page page = pages.of(request);
    Optional<Held> found = find(request, id);
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Held one = found.get();
    BillAnalysis shown =
        new BillAnalysis(one.read().timeline(), one.findings(), one.read().refusedFiles());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.write(new BillTable(shown, page.lang()), out);
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(out.toByteArray());
  }
}
