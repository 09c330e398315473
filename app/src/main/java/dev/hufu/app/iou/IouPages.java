package dev.hufu.app.iou;

import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.web.FriendPages;
import dev.hufu.app.web.OutLink;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.script.Reading;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.store.Iou;
import dev.hufu.store.IouRole;
import jakarta.servlet.http.HttpServletRequest;
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

/** The owner's pages of an IOU: form and preview, then links, states and the file. */
@Controller
public class IouPages {

  private final IouDesk desk;
  private final SigningDesk signing;
  private final RequestDesk requests;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  IouPages(
      IouDesk desk,
      SigningDesk signing,
      RequestDesk requests,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.signing = signing;
    this.requests = requests;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/m/{id}/iou")
  ResponseEntity<String> show(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String change) {
    return show(request, id, !change.isEmpty(), Optional.empty());
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String id, boolean change, Optional<OutLink> made) {
    String owner = owners.ownerOf(request);
    Instant now = clock.instant();
    Optional<MatterView> matter = requests.find(owner, id);
    Outcome<Optional<Iou>> found = desk.find(owner, id, now);
    if (matter.isEmpty() || found.findRefusal().isPresent()) {
      return refuse(request, Refusal.of(Code.MATTER_UNKNOWN, ""));
    }
    Optional<Iou> iou = found.orThrow();
    if (iou.isPresent() && iou.get().shown().isPresent() && !change) {
      return templates.html("ioustate", pages.of(request), state(id, iou.get(), owner, made, now));
    }
    IouTerms terms =
        iou.map(written -> IouTerms.parse(written.facts()))
            .orElseGet(() -> prefilled(matter.get(), now));
    boolean written = iou.filter(draft -> draft.state() == Iou.State.DRAFT).isPresent();
    return form(request, 200, id, iou, terms, List.of(), written);
  }

  private IouTerms prefilled(MatterView matter, Instant now) {
    Facts read =
        matter.chat().isBlank()
            ? Facts.NONE
            : requests.read(matter.chat(), now).map(Reading::facts).findValue().orElse(Facts.NONE);
    return IouTerms.from(matter, requests.pack(), read);
  }

  private IouView state(String id, Iou iou, String owner, Optional<OutLink> made, Instant now) {
    IouTerms terms = IouTerms.parse(iou.facts());
    Sheet sheet = Sheet.parse(iou.shown().orElseThrow());
    boolean complete = iou.state() == Iou.State.COMPLETE;
    Optional<LoanReview> review = desk.review(terms, sheet.signedOn(), complete).findValue();
    Optional<Octets> file = desk.file(owner, id, now).findValue();
    return new IouView(
        id,
        Optional.of(iou),
        new IouView.IouForm(terms::get, List.of()),
        review,
        sheet.article(),
        made,
        file.map(pdf -> pdf.digest().hex()).orElse(""),
        List.of(),
        file.flatMap(signing::dated));
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      int status,
      String id,
      Optional<Iou> iou,
      IouTerms terms,
      List<Problem> problems,
      boolean written) {
    Optional<LoanReview> review =
        written && terms.problems().isEmpty()
            ? desk.review(terms, IouDesk.day(clock.instant()), false).findValue()
            : Optional.empty();
    IouView view =
        new IouView(
            id,
            iou,
            new IouView.IouForm(terms::get, problems),
            review,
            review.map(IouDesk::markup).map(Sheet::article).orElse(""),
            Optional.empty(),
            "",
            desk.files(owners.ownerOf(request), id, clock.instant()),
            Optional.empty());
    return templates.html(status, "iou", pages.of(request), view);
  }

  /** Keeps the draft and shows what it says; {@code do=draw} prints the draft as it stands. */
  @PostMapping("/m/{id}/iou")
  ResponseEntity<String> write(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(name = "do", defaultValue = "check") String action) {
    String owner = owners.ownerOf(request);
    Instant now = clock.instant();
    if (action.equals("draw")) {
      return draw(request, owner, id, now);
    }
    IouTerms terms = IouTerms.read(request.getParameterMap());
    List<Problem> problems = terms.problems();
    if (!problems.isEmpty()) {
      return requests.find(owner, id).isEmpty()
          ? refuse(request, Refusal.of(Code.MATTER_UNKNOWN, ""))
          : form(request, 422, id, Optional.empty(), terms, problems, false);
    }
    String[] attach = request.getParameterValues("attach");
    List<String> files = attach == null ? List.of() : List.of(attach);
    return switch (desk.write(owner, id, terms, files, now)) {
      case Outcome.Ok<Iou>(var _) -> Templates.seeOther("/m/" + id + "/iou");
      case Outcome.Refused<Iou>(var refusal) ->
          refusal.code() == Code.LOAN_PLAN_UNUSABLE
              ? form(
                  request,
                  422,
                  id,
                  Optional.empty(),
                  terms,
                  List.of(Problem.of(IouView.ID + "plan", refusal)),
                  false)
              : refuse(request, refusal);
    };
  }

  private ResponseEntity<String> draw(
      HttpServletRequest request, String owner, String id, Instant now) {
    Optional<Iou> draft = desk.find(owner, id, now).findValue().flatMap(found -> found);
    if (draft.isPresent() && draft.get().state() == Iou.State.DRAFT) {
      IouTerms terms = IouTerms.parse(draft.get().facts());
      List<Problem> missing = terms.missing(IouDesk.day(now));
      if (!missing.isEmpty()) {
        return form(request, 422, id, draft, terms, missing, true);
      }
    }
    return onward(request, id, desk.draw(owner, id, now));
  }

  /** Makes a link and shows it at once: the token is kept nowhere in the clear. */
  @PostMapping("/m/{id}/iou/link")
  ResponseEntity<String> link(
      HttpServletRequest request, @PathVariable String id, @RequestParam String role) {
    return switch (invite(request, id, role)) {
      case Outcome.Ok<Iou.Fresh>(var fresh) ->
          show(
              request,
              id,
              false,
              Optional.of(OutLink.of(FriendPages.base(), "/s/" + fresh.token().plain())));
      case Outcome.Refused<Iou.Fresh>(var refusal) -> refuse(request, refusal);
    };
  }

  /** The owner signs in this very browser: the link is made and opened in one step. */
  @PostMapping("/m/{id}/iou/sign")
  ResponseEntity<String> sign(
      HttpServletRequest request, @PathVariable String id, @RequestParam String role) {
    Outcome<String> opened =
        invite(request, id, role)
            .then(
                fresh ->
                    signing
                        .open(fresh.token().plain(), owners.ownerOf(request), clock.instant())
                        .map(seat -> fresh.token().plain()));
    return switch (opened) {
      case Outcome.Ok<String>(var token) -> Templates.seeOther("/s/" + token);
      case Outcome.Refused<String>(var refusal) -> refuse(request, refusal);
    };
  }

  private Outcome<Iou.Fresh> invite(HttpServletRequest request, String id, String role) {
    return IouRole.find(role)
        .map(known -> desk.invite(owners.ownerOf(request), id, known, clock.instant()))
        .orElseGet(() -> Outcome.refused(Code.IOU_UNKNOWN, ""));
  }

  @PostMapping("/m/{id}/iou/revoke")
  ResponseEntity<String> revoke(
      HttpServletRequest request, @PathVariable String id, @RequestParam String role) {
    Outcome<Iou> revoked =
        IouRole.find(role)
            .map(known -> desk.revoke(owners.ownerOf(request), id, known, clock.instant()))
            .orElseGet(() -> Outcome.refused(Code.IOU_UNKNOWN, ""));
    return onward(request, id, revoked);
  }

  @PostMapping("/m/{id}/iou/withdraw")
  ResponseEntity<String> withdraw(HttpServletRequest request, @PathVariable String id) {
    return onward(request, id, desk.withdraw(owners.ownerOf(request), id, clock.instant()));
  }

  @GetMapping("/m/{id}/iou.pdf")
  ResponseEntity<?> file(HttpServletRequest request, @PathVariable String id) {
    return switch (desk.file(owners.ownerOf(request), id, clock.instant())) {
      case Outcome.Ok<Octets>(var pdf) -> pdf(pdf);
      case Outcome.Refused<Octets>(var refusal) -> refuse(request, refusal);
    };
  }

  /** A personal file: shown or saved, kept by nobody on the way. */
  static ResponseEntity<byte[]> pdf(Octets pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "inline; filename=\"iou-" + pdf.digest().brief() + ".pdf\"")
        .body(pdf.bytes());
  }

  private ResponseEntity<String> onward(
      HttpServletRequest request, String id, Outcome<Iou> outcome) {
    return switch (outcome) {
      case Outcome.Ok<Iou>(var _) -> Templates.seeOther("/m/" + id + "/iou");
      case Outcome.Refused<Iou>(var refusal) -> refuse(request, refusal);
    };
  }

  private ResponseEntity<String> refuse(HttpServletRequest request, Refusal refusal) {
    return templates.refuse(pages.of(request), refusal);
  }
}
