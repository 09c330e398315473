package dev.hufu.app.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Reads and changes who a session belongs to. The session itself lies in PostgreSQL. */
public final class Visitors {

  private static final String OWNER = "hufu.owner";

  private Visitors() {}

  /** The visitor of this request; a new one gets a session and a random owner. */
  public static Visitor of(HttpServletRequest request) {
    return find(request)
        .orElseGet(
            () -> {
              UUID owner = UUID.randomUUID();
              request.getSession(true).setAttribute(OWNER, owner);
              return Visitor.anonymous(owner);
            });
  }

  /** The visitor, if this browser has been here before; never begins a session. */
  public static Optional<Visitor> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(OWNER) instanceof UUID owner)) {
      return Optional.empty();
    }
    return Optional.of(
        owner.equals(Visitor.INSTALLATION)
            ? Visitor.installationOwner()
            : Visitor.anonymous(owner));
  }

  /** Makes the session the owner's, under a new id so that an id known before is worth nothing. */
  static void signIn(HttpServletRequest request) {
    request.getSession(true).setAttribute(OWNER, Visitor.INSTALLATION);
    var _id = request.changeSessionId();
  }

  static void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
