package dev.hufu.app.web;

import dev.hufu.app.identity.Visitor;
import dev.hufu.app.identity.Visitors;
import dev.hufu.app.request.BegunPlans;
import dev.hufu.app.request.PackView;
import dev.hufu.app.request.RequestDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one person keeps here, how they read it, how they erase it, and how it judges. */
@Controller
public class SettingsPages {

  private final RequestDesk desk;
  private final BegunPlans plans;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  SettingsPages(
      RequestDesk desk,
      BegunPlans plans,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.plans = plans;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/matters")
  ResponseEntity<String> matters(HttpServletRequest request) {
    String owner = owners.ownerOf(request);
    MattersView view = new MattersView(desk.list(owner), plans.of(owner, clock.instant()));
    return templates.html("matters", pages.of(request), view);
  }

  @GetMapping("/settings")
  ResponseEntity<String> settings(
      HttpServletRequest request, @RequestParam(defaultValue = "false") boolean erased) {
    SettingsView view = new SettingsView(count(request), erased, signedIn(request), kept(request));
    return templates.html("settings", pages.of(request), view);
  }

  /** Asked once more on a page of its own, so that it works without script. */
  @GetMapping("/settings/erase")
  ResponseEntity<String> ask(HttpServletRequest request) {
    return templates.html(
        "erase", pages.of(request), new SettingsView(count(request), false, false, kept(request)));
  }

  @PostMapping("/settings/erase")
  ResponseEntity<String> erase(HttpServletRequest request) {
    desk.eraseAll(owners.ownerOf(request));
    return Templates.seeOther("/settings?erased=true");
  }

  @GetMapping("/how")
  ResponseEntity<String> how(HttpServletRequest request) {
    PackView pack = desk.pack();
    LocalDate day = clock.instant().atZone(pack.zone()).toLocalDate();
    return templates.html("how", pages.of(request), new HowView(pack, pack.overdue(day)));
  }

  private static boolean signedIn(HttpServletRequest request) {
    return Visitors.find(request).filter(Visitor::signedIn).isPresent();
  }

  private RequestDesk.Kept kept(HttpServletRequest request) {
    return desk.kept(owners.ownerOf(request));
  }

  private int count(HttpServletRequest request) {
    return desk.count(owners.ownerOf(request));
  }
}
