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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away, before any work is done for it: a request under a foreign host name (a web page
 * elsewhere that points its name at this machine), a body over {@link Limits#UPLOAD_BYTES_MAX}, and
 * more than {@link Limits#POSTS_PER_MINUTE_MAX} posts a minute from one address.
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
    if (reads) {
      return Optional.empty();
    }
    Optional<Duration> wait =
        limiter.admit(
            "post " + request.getRemoteAddr(), Limits.POSTS_PER_MINUTE_MAX, clock.instant());
    if (wait.isPresent()) {
      return Optional.of(RateLimiter.refusal(wait.get()));
    }
    if (request.getContentLengthLong() > Limits.UPLOAD_BYTES_MAX || partsTooLarge(request)) {
      return Optional.of(Refusal.of(Code.BODY_TOO_LARGE, ""));
    }
    return Optional.empty();
  }

  /** A body without a length is counted by the container while it reads the parts. */
  private static boolean partsTooLarge(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !type.startsWith("multipart/form-data")) {
      return false;
    }
    try {
      var _parts = request.getParts();
      return false;
    } catch (IllegalStateException tooLarge) {
      return true;
    } catch (IOException | ServletException broken) {
      return false; // read again, and answered, by whoever wants the parts
    }
  }
}
