package dev.hufu.app.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line a request: method, pattern of the page, status, milliseconds. Neither query strings nor
 * the parts of a path that change are written; they may be somebody's link.
 */
final class RequestLog extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  /** The pattern that matched, such as {@code /f/{token}}; {@code -} where none did. */
  static String pathOf(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "-" : pattern.toString();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long began = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      LOG.debug(
          "{} {} {} {} ms",
          request.getMethod(),
          pathOf(request),
          response.getStatus(),
          (System.nanoTime() - began) / 1_000_000);
    }
  }
}
