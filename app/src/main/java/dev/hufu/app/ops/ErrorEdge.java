package dev.hufu.app.ops;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns what controllers throw, and what falls through to the container, into coded answers. */
@ControllerAdvice
@Controller
final class ErrorEdge implements ErrorController {

  private final Answers answers;

  private static final Logger LOG = LoggerFactory.getLogger(ErrorEdge.class);

  /** The class of SQL states "insufficient resources". */
  private static final String OUT_OF_ROOM = "53";

  ErrorEdge(Answers answers) {
    this.answers = answers;
  }

  @ExceptionHandler
  void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answers.refuse(request, response, refused.refusal());
  }

  @ExceptionHandler
  void tooLarge(
      MaxUploadSizeExceededException _tooLarge,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answers.refuse(request, response, Refusal.of(Code.BODY_TOO_LARGE, ""));
  }

  @ExceptionHandler
  void wrongMethod(
      HttpRequestMethodNotSupportedException wrong,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String[] allowed = wrong.getSupportedMethods();
    if (allowed != null) {
      response.setHeader("Allow", String.join(", ", allowed));
    }
    answers.refuse(request, response, Refusal.of(Code.METHOD_UNKNOWN, ""));
  }

  /** The rest: Spring's own 4xx are the caller's, all others are ours. */
  @ExceptionHandler
  void anything(Exception thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (outOfRoom(thrown)) {
      LOG.error("the database has no room: {}", Faults.describe(thrown));
      answers.refuse(request, response, Refusal.of(Code.DATABASE_FULL, ""));
    } else if (thrown instanceof ErrorResponse spring) {
      byStatus(spring.getStatusCode().value(), thrown, request, response);
    } else {
      answers.fault(request, response, thrown);
    }
  }

  /**
   * Whether PostgreSQL refused for want of disk, memory or connections. The transaction was rolled
   * back, so nothing is half kept and the same can be tried again.
   */
  private static boolean outOfRoom(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused
          && String.valueOf(refused.getSQLState()).startsWith(OUT_OF_ROOM)) {
        return true;
      }
    }
    return false;
  }

  /** Where the container sends what no controller saw: a refused URL, an error in a filter. */
  @RequestMapping("/error")
  void fallenThrough(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Throwable cause = thrown instanceof Throwable t ? t : new IllegalStateException("no cause");
    byStatus(status instanceof Integer known ? known : 404, cause, request, response);
  }

  private void byStatus(
      int status, Throwable cause, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (status >= 500) {
      answers.fault(request, response, cause);
      return;
    }
    Code code =
        switch (status) {
          case 413 -> Code.BODY_TOO_LARGE;
          case 405, 406, 415 -> Code.METHOD_UNKNOWN;
          case 401 -> Code.SIGN_IN_NEEDED;
          case 403 -> Code.FORM_STALE;
          default -> Code.PAGE_UNKNOWN;
        };
    answers.refuse(request, response, Refusal.of(code, ""));
  }
}
