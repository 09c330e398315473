package dev.hufu.app.casework;

import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.casework.CaseNames;
import dev.hufu.policy.pack.Pack;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first screen: whom to call and what to say stands there before anything is asked, with what a
 * matter already knows filled in. One tap on how it left leads to the plan.
 */
@Controller
public class CasePages {

  private final CaseDesk desk;
  private final RequestDesk requests;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  CasePages(
      CaseDesk desk,
      RequestDesk requests,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.requests = requests;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  /** Phone numbers and words first, no question asked. */
  @GetMapping("/loss")
  ResponseEntity<String> loss(
      HttpServletRequest request, @RequestParam(name = "m", defaultValue = "") String matter) {
    String owner = owners.ownerOf(request);
    Instant now = clock.instant();
    return switch (desk.pack(now)) {
      case Outcome.Ok<Pack>(var pack) ->
          templates.html("loss", pages.of(request), first(pack, owner, matter, now));
      case Outcome.Refused<Pack>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  /** A case that has begun shows its own payments; a request what it showed so far. */
  private LossView first(Pack pack, String owner, String matter, Instant now) {
    Optional<CaseFile> begun =
        matter.isEmpty() ? Optional.empty() : desk.file(owner, matter, now).findValue();
    CaseFile file = begun.orElse(CaseFile.EMPTY);
    return new LossView(
        pack,
        file.payments().isEmpty() ? known(pack, owner, matter) : PaymentForm.EMPTY,
        file,
        begun.isPresent() ? matter : "",
        desk.mine(owner, now),
        Optional.empty(),
        now);
  }

  /** What a request for money has already shown of the payment. */
  private PaymentForm known(Pack pack, String owner, String matter) {
    return requests
        .find(owner, matter)
        .map(found -> SlipReader.read(found.chat(), asked(found), pack.zone()))
        .orElse(PaymentForm.EMPTY);
  }

  private Optional<Fen> asked(MatterView matter) {
    FactType type = requests.pack().facts().get("request.amount");
    String answer = matter.answers().getOrDefault("request.amount", "");
    Optional<FactValue> said =
        type == null || answer.isEmpty() ? Optional.empty() : type.parse(answer).findValue();
    return said.or(() -> read(matter))
        .flatMap(
            value ->
                value instanceof FactValue.Amount(var sum) ? Optional.of(sum) : Optional.empty());
  }

  private Optional<FactValue> read(MatterView matter) {
    return matter.chat().isBlank()
        ? Optional.empty()
        : requests
            .read(matter.chat(), matter.openedAt())
            .findValue()
            .flatMap(reading -> reading.facts().findValue("request.amount"));
  }

  /**
   * Begins a plan. What is known comes along: {@code sum}, {@code at}, {@code from}, {@code payee},
   * {@code account}, {@code bank}, {@code me.name}; {@code m} names the matter it belongs to.
   */
  @PostMapping("/loss")
  ResponseEntity<String> begin(
      HttpServletRequest request,
      @RequestParam String plan,
      @RequestParam(name = "m", defaultValue = "") String matter) {
    String owner = owners.ownerOf(request);
    Instant now = clock.instant();
    Map<String, String[]> posted = request.getParameterMap();
    Outcome<String> begun =
        desk.pack(now)
            .then(pack -> entries(pack, plan, posted))
            .then(
                entries ->
                    matter.isEmpty()
                        ? desk.open(owner, entries, now)
                        : desk.add(owner, matter, entries, now));
    return switch (begun) {
      case Outcome.Ok<String>(var id) -> Templates.seeOther("/m/" + id + "/plan");
      case Outcome.Refused<String>(var refusal) -> again(request, posted, matter, refusal, now);
    };
  }

  private ResponseEntity<String> again(
      HttpServletRequest request,
      Map<String, String[]> posted,
      String matter,
      Refusal refusal,
      Instant now) {
    boolean typed = refusal.code().httpStatus() == Code.CASE_TIME_WRONG.httpStatus();
    return desk.pack(now)
        .findValue()
        .filter(pack -> typed)
        .map(
            pack ->
                templates.html(
                    refusal.code().httpStatus(),
                    "loss",
                    pages.of(request),
                    new LossView(
                        pack,
                        PaymentForm.read(posted),
                        CaseFile.EMPTY,
                        matter,
                        List.of(),
                        Optional.of(refusal),
                        now)))
        .orElseGet(() -> templates.refuse(pages.of(request), refusal));
  }

  private static Outcome<List<CaseEntry>> entries(
      Pack pack, String plan, Map<String, String[]> posted) {
    PaymentForm form = PaymentForm.read(posted);
    List<CaseEntry> entries = new ArrayList<>();
    entries.add(new CaseEntry.Opened(plan));
    TreeMap<String, String> told = told(posted, CaseFile.EMPTY);
    if (!told.isEmpty()) {
      entries.add(new CaseEntry.Told(told));
    }
    if (form.blank()) {
      return Outcome.of(entries);
    }
    return form.payment(pack.zone())
        .map(
            payment -> {
              entries.add(new CaseEntry.Paid(payment));
              return entries;
            });
  }

  /** What was typed into the fields of facts and differs from what is known. */
  static TreeMap<String, String> told(Map<String, String[]> posted, CaseFile known) {
    TreeMap<String, String> told = new TreeMap<>();
    for (String fact : CaseNames.FACTS) {
      String typed = PaymentForm.one(posted, fact);
      if (posted.containsKey(fact) && !typed.equals(known.facts().getOrDefault(fact, ""))) {
        told.put(fact, typed);
      }
    }
    return told;
  }
}
