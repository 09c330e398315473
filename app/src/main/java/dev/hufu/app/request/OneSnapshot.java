package dev.hufu.app.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a request one {@link PackSnapshot} from start to end, whatever is published meanwhile. */
final class OneSnapshot extends OncePerRequestFilter {

  private final PackShelf shelf;

  OneSnapshot(PackShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ServletException> failed =
        shelf.<Optional<ServletException>, IOException>during(
            () -> {
              try {
                chain.doFilter(request, response);
                return Optional.empty();
              } catch (ServletException broken) {
                return Optional.of(broken);
              }
            });
    if (failed.isPresent()) {
      throw failed.get();
    }
  }
}
