package dev.hufu.app.iou;

import dev.hufu.app.ops.Refused;
import dev.hufu.app.web.NoteView;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Templates;
import dev.hufu.app.web.words.IouWords;
import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.Iou;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages behind a signing link. What a messenger fetches for its preview is a page with one
 * button and no name; only pressing it opens the link.
 */
@Controller
public class SignPages {

  private final SigningDesk desk;
  private final IouDesk ious;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  SignPages(
      SigningDesk desk,
      IouDesk ious,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.ious = ious;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/s/{token}")
  ResponseEntity<String> land(HttpServletRequest request, @PathVariable String token) {
    String holder = owners.ownerOf(request);
    return switch (desk.look(token, holder, clock.instant())) {
      case Outcome.Ok<Boolean>(var opened) ->
          opened
              ? show(request, token, holder)
              : templates.html("signopen", pages.of(request), "/s/" + token);
      case Outcome.Refused<Boolean>(var refusal) -> closed(request, refusal);
    };
  }

  @PostMapping("/s/{token}")
  ResponseEntity<String> open(HttpServletRequest request, @PathVariable String token) {
    return switch (desk.open(token, owners.ownerOf(request), clock.instant())) {
      case Outcome.Ok<Iou.Seat>(var _) -> Templates.seeOther("/s/" + token);
      case Outcome.Refused<Iou.Seat>(var refusal) -> closed(request, refusal);
    };
  }

  private ResponseEntity<String> show(HttpServletRequest request, String token, String holder) {
    Outcome<SignView> view =
        desk.sit(token, holder, clock.instant()).then(seat -> view(token, seat));
    return switch (view) {
      case Outcome.Ok<SignView>(var sign) ->
          templates.html(sign.seat().signed() ? "signdone" : "sign", pages.of(request), sign);
      case Outcome.Refused<SignView>(var refusal) -> closed(request, refusal);
    };
  }

  private Outcome<SignView> view(String token, Iou.Seat seat) {
    Sheet sheet = Sheet.parse(seat.iou().shown().orElseThrow());
    IouTerms terms = IouTerms.parse(seat.iou().facts());
    return ious.review(terms, sheet.signedOn(), false)
        .map(
            review ->
                new SignView(
                    token,
                    seat,
                    terms.get("lender"),
                    new IouView.Numbers(review),
                    sheet.article()));
  }

  @GetMapping("/s/{token}/iou.pdf")
  ResponseEntity<?> file(HttpServletRequest request, @PathVariable String token) {
    return switch (desk.file(token, owners.ownerOf(request), clock.instant())) {
      case Outcome.Ok<Octets>(var pdf) -> IouPages.pdf(pdf);
      case Outcome.Refused<Octets>(var refusal) -> closed(request, refusal);
    };
  }

  /** Takes name, drawing and public key; gives the bytes that the browser is to sign. */
  @PostMapping("/s/{token}/prepare")
  ResponseEntity<String> prepare(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String hand,
      @RequestParam(defaultValue = "") String agreed,
      @RequestParam(defaultValue = "") String key) {
    var wish = new SigningDesk.Wish(shown, name, hand, agreed.equals("yes"), key);
    return switch (desk.prepare(token, owners.ownerOf(request), wish, clock.instant())) {
      case Outcome.Ok<SigningDesk.ToSign>(var made) ->
          json(
              Map.of(
                  "toSign",
                  Base64.getEncoder().encodeToString(made.bytes().bytes()),
                  "prepared",
                  made.prepared()));
      case Outcome.Refused<SigningDesk.ToSign>(var refusal) -> throw new Refused(refusal);
    };
  }

  @PostMapping("/s/{token}/finish")
  ResponseEntity<String> finish(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String prepared,
      @RequestParam(defaultValue = "") String signature) {
    String holder = owners.ownerOf(request);
    return switch (desk.finish(token, holder, prepared, signature, clock.instant())) {
      case Outcome.Ok<Iou.Seat>(var seat) ->
          json(Map.of("state", seat.iou().state().name().toLowerCase(Locale.ROOT)));
      case Outcome.Refused<Iou.Seat>(var refusal) -> throw new Refused(refusal);
    };
  }

  @PostMapping("/s/{token}/back")
  ResponseEntity<String> back(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String note) {
    String line = note.strip();
    String kept = line.substring(0, Math.min(line.length(), Limits.FRIEND_NOTE_CHARS_MAX));
    return switch (desk.sendBack(token, owners.ownerOf(request), kept, clock.instant())) {
      case Outcome.Ok<Iou.Seat>(var _) ->
          templates.html(
              "note",
              pages.of(request),
              new NoteView(IouWords.S_SENT_BACK, List.of(IouWords.S_SENT_BACK_D), ""));
      case Outcome.Refused<Iou.Seat>(var refusal) -> closed(request, refusal);
    };
  }

  private static ResponseEntity<String> json(Map<String, String> answer) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(JsonMapper.shared().writeValueAsString(answer));
  }

  private ResponseEntity<String> closed(HttpServletRequest request, Refusal refusal) {
    NoteView view =
        new NoteView(IouWords.S_CLOSED, List.of(refusal.wording()), refusal.code().id());
    return templates.html(refusal.code().httpStatus(), "note", pages.of(request), view);
  }
}
