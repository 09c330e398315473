package dev.hufu.app.identity;

import dev.hufu.app.ops.FormKeeper;
import dev.hufu.kernel.limit.Limits;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sessions in PostgreSQL, a token on every form, and the visitor as an argument. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class IdentitySetup implements WebMvcConfigurer {

  /** Name of the session cookie. */
  static final String COOKIE = "hufu";

  private final Team team;

  IdentitySetup(Team team) {
    this.team = team;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new VisitorArgument());
    resolvers.add(new MemberArgument(team));
  }

  /**
   * Spring Security does two things here: it refuses malformed URLs, and it checks the token of
   * every form. Who may see what is asked of the {@link Visitor}; headers are set by ops, so that
   * refusals carry them too.
   */
  @Bean
  SecurityFilterChain formTokens(HttpSecurity http, FormKeeper keeper) {
    return http.headers(headers -> headers.disable())
        .requestCache(cache -> cache.disable())
        .anonymous(anonymous -> anonymous.disable())
        .logout(logout -> logout.disable())
        .exceptionHandling(refused -> refused.accessDeniedHandler(keeper::refuseStale))
        .build();
  }

  /** Gone when the browser closes; an hour at a shared computer must not become two weeks. */
  @Bean
  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionLife() {
    return sessions -> sessions.setDefaultMaxInactiveInterval(Limits.SESSION_IDLE_MAX);
  }
}
