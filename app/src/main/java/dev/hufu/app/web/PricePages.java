package dev.hufu.app.web;

import dev.hufu.app.price.PriceDesk;
import dev.hufu.app.price.PriceForm;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.price.PriceReview;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a loan really costs. Nothing is kept: the page carries what was typed. */
@Controller
public class PricePages {

  private final PackShelf packs;
  private final PageSource pages;
  private final Templates templates;
  private final Clock clock;

  PricePages(PackShelf packs, PageSource pages, Templates templates, Clock clock) {
    this.packs = packs;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/price")
  ResponseEntity<String> empty(HttpServletRequest request) {
    return templates.html("price", pages.of(request), PriceView.empty());
  }

  @PostMapping("/price")
  ResponseEntity<String> answer(
      HttpServletRequest request, @RequestParam Map<String, String> sent) {
    Page page = pages.of(request);
    Map<String, String> typed = typed(sent);
    PriceDesk desk =
        new PriceDesk(packs.library(), clock.instant().atZone(page.rules().zone()).toLocalDate());
    List<Problem> problems = new ArrayList<>();
    List<PriceReview> offers = new ArrayList<>();
    Optional<PriceReview> review = Optional.empty();
    switch (desk.answer(form(typed))) {
      case Outcome.Ok<PriceReview>(var answered) -> review = Optional.of(answered);
      case Outcome.Refused<PriceReview>(var refusal) ->
          problems.add(Problem.of(field(refusal, typed), refusal));
    }
    for (int number = 2; number <= PriceView.OFFERS; number++) {
      String received = typed.getOrDefault("received" + number, "");
      String payments = typed.getOrDefault("payments" + number, "");
      if (received.isBlank() && payments.isBlank()) {
        continue;
      }
      switch (desk.answer(PriceForm.of(received, payments))) {
        case Outcome.Ok<PriceReview>(var offer) -> offers.add(offer);
        case Outcome.Refused<PriceReview>(var refusal) ->
            problems.add(Problem.of("i-payments" + number, refusal));
      }
    }
    int status =
        problems.isEmpty() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value();
    return templates.html(status, "price", page, new PriceView(typed, problems, review, offers));
  }

  /** What was typed, cut where it is far too long. */
  private static Map<String, String> typed(Map<String, String> sent) {
    Map<String, String> typed = new TreeMap<>();
    for (String name : PriceView.FIELDS) {
      String text = sent.getOrDefault(name, "").replace("\r\n", "\n");
      int most =
          name.startsWith("payments") ? Limits.PRICE_REPAYMENTS_CHARS_MAX : Limits.ORIGIN_CHARS_MAX;
      typed.put(name, text.length() > most ? text.substring(0, most) : text);
    }
    return typed;
  }

  private static PriceForm form(Map<String, String> typed) {
    return new PriceForm(
        typed.getOrDefault("received", ""),
        typed.getOrDefault("payments", ""),
        typed.getOrDefault("every", ""),
        "",
        typed.getOrDefault("drawn", ""),
        typed.getOrDefault("face", ""),
        typed.getOrDefault("rate", ""),
        typed.getOrDefault("reported", ""),
        typed.getOrDefault("claimed", ""),
        typed.getOrDefault("lender", ""),
        typed.getOrDefault("law", ""),
        typed.getOrDefault("at", ""));
  }

  /** The field a refusal is about, by what it refused. */
  private static String field(Refusal refusal, Map<String, String> typed) {
    Code code = refusal.code();
    if (code == Code.PRICE_NOTHING_RECEIVED) {
      return "i-received";
    }
    if (code == Code.TIME_NOT_A_TIME) {
      return typed.getOrDefault("at", "").strip().equals(refusal.subject()) ? "i-at" : "i-drawn";
    }
    return List.of("received", "face", "rate", "reported", "claimed").stream()
        .filter(name -> !refusal.subject().isEmpty())
        .filter(name -> typed.getOrDefault(name, "").strip().equals(refusal.subject()))
        .map(name -> "i-" + name)
        .findFirst()
        .orElse("i-payments");
  }
}
