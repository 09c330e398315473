package dev.hufu.app.ops;

import dev.hufu.app.ops.ErrorPages.ErrorPage;
import dev.hufu.app.ops.ErrorPages.KeptForm;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every refusal and every fault, from filters and controllers alike: a page for people, RFC
 * 9457 problem+json for programs, the same code in both.
 *
 * <p>Example body: {@code {"type":"urn:hufu:code:HF-702","title":"PAGE_UNKNOWN","status":404,
 * "detail":"没有这一页。","code":"HF-702"}}. Source: RFC 9457, sections 3 and 3.1.
 */
public final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ErrorPages pages;

  public Answers(ErrorPages pages) {
    this.pages = pages;
  }

  public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    write(request, response, refusal, Optional.empty(), Optional.empty());
  }

  /** Refuses a form that came too late and hands back what was typed into it. */
  void refuseStale(HttpServletRequest request, HttpServletResponse response, KeptForm form)
      throws IOException {
    Refusal stale = Refusal.of(Code.FORM_STALE, "");
    write(request, response, stale, Optional.empty(), Optional.of(form));
  }

  /**
   * Answers a fault of ours: the person gets a reference, the log gets the stack under the same
   * reference and nothing of what was sent.
   */
  void fault(HttpServletRequest request, HttpServletResponse response, Throwable cause)
      throws IOException {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("fault {} at {} {}", reference, request.getMethod(), RequestLog.pathOf(request));
    LOG.error("fault {}: {}", reference, Faults.describe(cause));
    Refusal ours = Refusal.of(Code.NOT_OUR_FAULT_YET_OURS, "");
    write(request, response, ours, Optional.of(reference), Optional.empty());
  }

  /** Whether the caller is a person with a browser rather than a program. */
  static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    boolean html = accept != null && accept.contains("text/html");
    return !request.getRequestURI().startsWith("/api/")
        && (html || request.getHeader("HX-Request") != null);
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Refusal refusal,
      Optional<String> reference,
      Optional<KeptForm> kept)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Lang lang = Tongue.of(request);
    int status = refusal.code().httpStatus();
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader("Content-Language", lang.tag());
    if (refusal.code() == Code.RATE_LIMITED) {
      response.setHeader("Retry-After", refusal.subject());
    }
    byte[] body;
    if (wantsPage(request)) {
      response.setContentType("text/html;charset=UTF-8");
      body = bytes(pages.draw(new ErrorPage(status, refusal, lang, reference, kept)));
    } else {
      response.setContentType("application/problem+json");
      body = bytes(JSON.writeValueAsString(problem(refusal, lang, reference)));
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, Object> problem(
      Refusal refusal, Lang lang, Optional<String> reference) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:hufu:code:" + refusal.code().id());
    problem.put("title", refusal.code().name());
    problem.put("status", refusal.code().httpStatus());
    problem.put("detail", refusal.wording().in(lang));
    problem.put("code", refusal.code().id());
    refusal.position().ifPresent(position -> problem.put("position", position.toString()));
    reference.ifPresent(id -> problem.put("instance", "urn:hufu:fault:" + id));
    return problem;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
