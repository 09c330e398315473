package dev.hufu.app;

import dev.hufu.app.identity.Visitor;
import dev.hufu.app.ops.Refused;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A room that exists in tests only: it says who asks, takes a post, refuses, and breaks. */
@RestController
final class ProbeRoom {

  static final String SECRET_OF_A_CHAT = "转我两万";

  @GetMapping("/probe/who")
  String who(Visitor visitor) {
    return visitor.owner() + " " + visitor.signedIn();
  }

  @PostMapping("/probe/post")
  String post(HttpServletRequest request) {
    return "fields " + request.getParameterMap().size();
  }

  @PostMapping("/probe/upload")
  String upload(HttpServletRequest request) throws IOException, ServletException {
    return "parts " + request.getParts().size();
  }

  @GetMapping("/probe/refuse")
  String refuse() {
    throw new Refused(Refusal.of(Code.TEXT_TOO_LONG, "5242880"));
  }

  @GetMapping("/probe/break")
  String fail() {
    throw new IllegalStateException(SECRET_OF_A_CHAT);
  }

  /** As the store throws it when a table cannot grow. */
  @GetMapping("/probe/full")
  String full() {
    throw new IllegalStateException(
        SECRET_OF_A_CHAT, new SQLException("could not extend file", "53100"));
  }
}
