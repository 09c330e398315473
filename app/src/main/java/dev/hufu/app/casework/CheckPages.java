package dev.hufu.app.casework;

import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.pack.CasePolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Guided checks of an account or a phone: each item is looked at, answered and kept. */
@Controller
public class CheckPages {

  private final CaseDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  CheckPages(CaseDesk desk, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  /** A plan with one of its checks, as the page shows it. */
  private Outcome<CheckView> find(HttpServletRequest request, String id, String list) {
    return desk.plan(owners.ownerOf(request), id, clock.instant())
        .then(
            plan ->
                Optional.ofNullable(plan.policy().checks().get(list))
                    .map(check -> Outcome.of(new CheckView(id, plan, check)))
                    .orElseGet(() -> Outcome.refused(Code.CASE_ANSWER_UNKNOWN, list)));
  }

  @GetMapping("/m/{id}/check/{list}")
  ResponseEntity<String> show(
      HttpServletRequest request, @PathVariable String id, @PathVariable String list) {
    return switch (find(request, id, list)) {
      case Outcome.Ok<CheckView>(var view) -> templates.html("check", pages.of(request), view);
      case Outcome.Refused<CheckView>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  /** Keeps what was answered and differs from before. */
  @PostMapping("/m/{id}/check/{list}")
  ResponseEntity<String> answer(
      HttpServletRequest request, @PathVariable String id, @PathVariable String list) {
    Outcome<String> kept =
        find(request, id, list)
            .then(
                view ->
                    desk.add(owners.ownerOf(request), id, answers(request, view), clock.instant()));
    return switch (kept) {
      case Outcome.Ok<String>(var matter) -> Templates.seeOther("/m/" + matter + "/check/" + list);
      case Outcome.Refused<String>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  private static List<CaseEntry> answers(HttpServletRequest request, CheckView view) {
    List<CaseEntry> answers = new ArrayList<>();
    for (CasePolicy.Item item : view.check().items()) {
      String answer = PaymentForm.one(request.getParameterMap(), item.id());
      if (!answer.isEmpty() && !answer.equals(view.answer(item))) {
        answers.add(new CaseEntry.Answered(view.check().id(), item.id(), answer));
      }
    }
    return answers;
  }

  /** The page of a check. */
  public record CheckView(String matterId, CasePlan plan, CasePolicy.CheckList check) {

    public String answer(CasePolicy.Item item) {
      return plan.file().answer(check.id(), item.id()).orElse("");
    }

    public boolean fix(CasePolicy.Item item) {
      return answer(item).equals("not-normal");
    }

    public long open() {
      return check.items().stream().filter(item -> answer(item).isEmpty()).count();
    }

    public long wrong() {
      return check.items().stream().filter(this::fix).count();
    }
  }
}
