package dev.hufu.app.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Reads and changes who a session belongs to. The session itself lies in PostgreSQL. */
public final class Visitors {

  private static final String OWNER = "hufu.owner";
  private static final String SIGNED_IN = "hufu.signedIn";

  private Visitors() {}

  /** The visitor of this request; a new one gets a session and a random owner id. */
  public static Visitor of(HttpServletRequest request) {
    return find(request).orElseGet(() -> keep(request.getSession(true), Visitor.anonymous()));
  }

  /** The visitor, if this browser has been here before; never begins a session. */
  public static Optional<Visitor> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(OWNER) instanceof String owner)) {
      return Optional.empty();
    }
    return Optional.of(new Visitor(owner, Boolean.TRUE.equals(session.getAttribute(SIGNED_IN))));
  }

  /** Makes the session the owner's, under a new id so that an id known before is worth nothing. */
  static void signIn(HttpServletRequest request, String owner) {
    var _visitor = keep(request.getSession(true), new Visitor(owner, true));
    var _id = request.changeSessionId();
  }

  static void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static Visitor keep(HttpSession session, Visitor visitor) {
    session.setAttribute(OWNER, visitor.owner());
    session.setAttribute(SIGNED_IN, visitor.signedIn());
    return visitor;
  }
}
