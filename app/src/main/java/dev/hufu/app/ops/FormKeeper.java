package dev.hufu.app.ops;

import dev.hufu.app.ops.ErrorPages.Field;
import dev.hufu.app.ops.ErrorPages.KeptForm;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Refuses a form without a good token. When the browser itself vouches that the form came from one
 * of our own pages, the person gets everything typed back with a fresh token and one button; a form
 * from elsewhere is refused and nothing else, or a press would do the forger's work.
 */
public final class FormKeeper {

  private final Answers answers;

  FormKeeper(Answers answers) {
    this.answers = answers;
  }

  /** Fits Spring Security's access-denied handler; why it was denied makes no difference. */
  public void refuseStale(
      HttpServletRequest request, HttpServletResponse response, RuntimeException _denied)
      throws IOException {
    boolean ownPage = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    if (ownPage && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      answers.refuseStale(request, response, keep(request, token));
    } else {
      answers.refuse(request, response, Refusal.of(Code.FORM_STALE, ""));
    }
  }

  private static KeptForm keep(HttpServletRequest request, CsrfToken token) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(token.getParameterName(), token.getToken()));
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(token.getParameterName())) {
                for (String value : values) {
                  fields.add(new Field(name, value));
                }
              }
            });
    String type = request.getContentType();
    boolean multipart = type != null && type.startsWith("multipart/form-data");
    return new KeptForm(request.getRequestURI(), multipart, List.copyOf(fields));
  }
}
