package dev.hufu.app.identity;

import dev.hufu.app.identity.EnterPages.EnterPage;
import dev.hufu.app.ops.RateLimiter;
import dev.hufu.app.ops.Refused;
import dev.hufu.app.ops.Tongue;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one-time link: a page with one button, and what the button does. */
@Controller
final class EnterController {

  private static final URI FIRST_PAGE = URI.create("/");

  private final SignInLinks links;
  private final EnterPages pages;
  private final RateLimiter limiter;
  private final Clock clock;

  EnterController(
      SignInLinks links, ObjectProvider<EnterPages> pages, RateLimiter limiter, Clock clock) {
    this.links = links;
    this.pages = pages.getIfAvailable(PlainEnterPages::new);
    this.limiter = limiter;
    this.clock = clock;
  }

  /** Uses nothing up: a messenger that previews the link leaves it good. */
  @GetMapping(path = "/enter", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  ResponseEntity<String> ask(
      @RequestParam(name = "k", defaultValue = "") String secret,
      CsrfToken csrf,
      HttpServletRequest request) {
    slowDown(request);
    EnterPage page =
        new EnterPage(secret, csrf.getParameterName(), csrf.getToken(), Tongue.of(request));
    return ResponseEntity.ok(pages.draw(page));
  }

  @PostMapping("/enter")
  ResponseEntity<Void> enter(
      @RequestParam(name = "k", defaultValue = "") String secret, HttpServletRequest request) {
    slowDown(request);
    return switch (links.use(secret, clock.instant())) {
      case Outcome.Refused<String>(var refusal) -> throw new Refused(refusal);
      case Outcome.Ok<String>(var owner) -> {
        Visitors.find(request).ifPresent(before -> links.adopt(before, owner, clock.instant()));
        Visitors.signIn(request, owner);
        yield ResponseEntity.status(303).location(FIRST_PAGE).build();
      }
    };
  }

  @PostMapping("/leave")
  ResponseEntity<Void> leave(HttpServletRequest request) {
    Visitors.signOut(request);
    return ResponseEntity.status(303).location(FIRST_PAGE).build();
  }

  private void slowDown(HttpServletRequest request) {
    Optional<Duration> wait =
        limiter.admit(
            "enter " + request.getRemoteAddr(), Limits.LINK_OPENS_PER_MINUTE_MAX, clock.instant());
    wait.ifPresent(
        left -> {
          throw new Refused(RateLimiter.refusal(left));
        });
  }
}
