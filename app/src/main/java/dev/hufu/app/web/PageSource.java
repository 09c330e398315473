package dev.hufu.app.web;

import dev.hufu.app.request.PackView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.kernel.text.Lang;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes the {@link Page} of a request from its cookies, its form token and today's pack. */
@Component
public class PageSource {

  private final RequestDesk desk;

  public PageSource(RequestDesk desk) {
    this.desk = desk;
  }

  public Page of(HttpServletRequest request) {
    Preferences wanted = Preferences.of(request);
    PackView pack = desk.pack();
    return new Page(
        wanted.lang(),
        wanted.elder().orElse(false),
        wanted.theme(),
        csrf(request),
        new Page.Rules(pack.id() + " " + pack.version(), pack.asOf(), pack.zone()));
  }

  /** A page made outside a controller, such as one that says what broke; letters stay as chosen. */
  public Page in(Lang lang, Page.Csrf csrf) {
    PackView pack = desk.pack();
    Page.Rules rules = new Page.Rules(pack.id() + " " + pack.version(), pack.asOf(), pack.zone());
    Optional<Preferences> wanted =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes bound
            ? Optional.of(Preferences.of(bound.getRequest()))
            : Optional.empty();
    boolean elder = wanted.flatMap(Preferences::elder).orElse(false);
    return new Page(lang, elder, wanted.flatMap(Preferences::theme), csrf, rules);
  }

  private static Page.Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Page.Csrf(token.getParameterName(), token.getToken())
        : new Page.Csrf("_csrf", "");
  }
}
