package dev.hufu.app.ops;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away, before any work is done for it: a request under a foreign host name (a web page
 * elsewhere that points its name at this machine), a body over {@link Limits#UPLOAD_BYTES_MAX} or
 * of more than {@link Limits#FORM_FIELDS_MAX} fields, and more than {@link
 * Limits#POSTS_PER_MINUTE_MAX} posts or {@link Limits#LINK_OPENS_PER_MINUTE_MAX} opened links a
 * minute from one address.
 */
final class Doorkeeper extends OncePerRequestFilter {

  private final Answers answers;
  private final RateLimiter limiter;
  private final Clock clock;
  private final Set<String> hosts;

  Doorkeeper(Answers answers, RateLimiter limiter, Clock clock, Set<String> hosts) {
    this.answers = answers;
    this.limiter = limiter;
    this.clock = clock;
    this.hosts = Set.copyOf(hosts);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = refusalOf(request);
    if (refusal.isPresent()) {
      answers.refuse(request, response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<Refusal> refusalOf(HttpServletRequest request) {
    if (!hosts.contains(request.getServerName())) {
      return Optional.of(Refusal.of(Code.PAGE_UNKNOWN, ""));
    }
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    Optional<Refusal> tooFast = tooFast(request, reads);
    if (reads || tooFast.isPresent()) {
      return tooFast;
    }
    if (request.getContentLengthLong() > Limits.UPLOAD_BYTES_MAX || tooManyFields(request)) {
      return Optional.of(Refusal.of(Code.BODY_TOO_LARGE, ""));
    }
    return Optional.empty();
  }

  /** Links of friends, family and signers are opened rarely; whoever opens many is guessing. */
  private Optional<Refusal> tooFast(HttpServletRequest request, boolean reads) {
    String path = request.getRequestURI();
    boolean link = path.startsWith("/f/") || path.startsWith("/r/") || path.startsWith("/s/");
    if (reads && !link) {
      return Optional.empty();
    }
    String key = (link ? "link " : "post ") + request.getRemoteAddr();
    int most = link ? Limits.LINK_OPENS_PER_MINUTE_MAX : Limits.POSTS_PER_MINUTE_MAX;
    return limiter.admit(key, most, clock.instant()).map(RateLimiter::refusal);
  }

  /**
   * A body without a length, and the fields of a form, are counted by the container while it reads
   * them, which is done here so that the answer is ours: left to whoever asks for the first field,
   * it would be a page that is not there.
   */
  private static boolean tooManyFields(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null) {
      return false;
    }
    try {
      if (type.startsWith("multipart/form-data")) {
        var _parts = request.getParts();
      } else if (type.startsWith("application/x-www-form-urlencoded")) {
        var _fields = request.getParameterMap();
      }
      return false;
    } catch (IllegalStateException tooLarge) {
      return true;
    } catch (IOException | ServletException broken) {
      return false; // read again, and answered, by whoever wants the parts
    }
  }
}
