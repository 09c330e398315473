package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.PackVersionId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes versions from checked to shadow to live, and back. What is live in the book is live on the
 * shelf: first the book, in one transaction, then the shelf, at once; a program that dies in
 * between finds the book again when it starts.
 */
public final class PublishDesk {

  private final PackShelf shelf;
  private final PackVersionBook book;
  private final VersionChecks checks;
  private final ShadowDesk shadows;
  private final Map<String, PackProblem> unreadable = new ConcurrentHashMap<>();

  PublishDesk(PackShelf shelf, PackVersionBook book, VersionChecks checks, ShadowDesk shadows) {
    this.shelf = shelf;
    this.book = book;
    this.checks = checks;
    this.shadows = shadows;
  }

  /**
   * Enters the packs that came with the program and puts on the shelf what the book says is live.
   *
   * @param home the folder of those packs
   */
  synchronized void start(Path home, Instant now) {
    for (Pack shipped : shelf.library().list()) {
      if (shipped.matrix().isPresent() || shipped.events().isPresent()) {
        PackFiles.ofFolder(home.resolve(shipped.ref().id()))
            .findValue()
            .ifPresent(files -> start(shipped, files, now));
      }
    }
  }

  private void start(Pack shipped, PackFiles files, Instant now) {
    String id = shipped.ref().id();
    var own = files.digest(List.of());
    var _entered =
        book.ship(id, shipped.ref().version(), own, shipped.ref().digest(), files.texts(), now);
    PackVersion live = book.find(id, State.LIVE).orElseThrow();
    if (live.filesDigest().equals(own)) {
      var _noted = book.noteDigest(live.id(), shipped.ref().digest(), now);
    } else {
      restore(live, now);
    }
    book.find(id, State.SHADOW)
        .ifPresent(
            version ->
                load(version).ready().ifPresent(ready -> shadows.start(version.id(), ready)));
  }

  /** A version this program cannot read any more leaves the pack that came with it in force. */
  private void restore(PackVersion live, Instant now) {
    VersionCheck loaded = load(live);
    loaded
        .pack()
        .ifPresentOrElse(
            pack -> {
              publish(loaded);
              var _noted = book.noteDigest(live.id(), pack.ref().digest(), now);
            },
            () -> unreadable.put(live.pack(), loaded.problems().getFirst()));
  }

  private VersionCheck load(PackVersion version) {
    return VersionCheck.load(
        version.pack(),
        book.files(version.id(), version.revision()),
        shelf.library(),
        PackLoader.Purpose.DECIDE);
  }

  /** Why the live version of a pack does not decide, where this program cannot read it. */
  public Optional<PackProblem> unreadable(String pack) {
    return Optional.ofNullable(unreadable.get(pack));
  }

  /**
   * Lets a version decide beside the live one, after it: matters as they come, events where a
   * history is uploaded ({@link PastDesk}).
   */
  public synchronized Outcome<PackVersion> shadow(
      PackVersionId id, int revision, Member by, Instant now) {
    return sound(id)
        .then(
            ready ->
                book.shadow(id, revision, by.id(), now)
                    .map(
                        version -> {
                          ready.ready().ifPresent(pack -> shadows.start(id, pack));
                          return version;
                        }));
  }

  public synchronized Outcome<PackVersion> withdraw(
      PackVersionId id, Member by, String reason, Instant now) {
    return reason(reason, false)
        .then(why -> book.withdraw(id, by.id(), why, now))
        .map(this::leavesShadow);
  }

  public Outcome<PackVersion> setAside(PackVersionId id, Member by, String reason, Instant now) {
    return reason(reason, false).then(why -> book.setAside(id, by.id(), why, now));
  }

  /** Makes a version live; by somebody who did not write on it. */
  public synchronized Outcome<PackVersion> promote(
      PackVersionId id, int revision, Member by, String reason, Instant now) {
    return reason(reason, false)
        .then(
            why ->
                sound(id)
                    .then(
                        ready ->
                            book.promote(
                                    id,
                                    revision,
                                    ready.pack().orElseThrow().ref().digest(),
                                    why,
                                    by.id(),
                                    now)
                                .map(version -> live(version, ready))));
  }

  /** Goes back to an earlier version; anybody of the team may, and says why. */
  public synchronized Outcome<PackVersion> rollBack(
      PackVersionId id, Member by, String reason, Instant now) {
    return reason(reason, true)
        .then(
            why ->
                readable(id)
                    .then(
                        ready ->
                            book.rollBack(
                                    id,
                                    ready.pack().orElseThrow().ref().digest(),
                                    why,
                                    by.id(),
                                    now)
                                .map(version -> live(version, ready))));
  }

  private void publish(VersionCheck check) {
    check.ready().ifPresent(shelf::publish);
    check.program().ifPresent(shelf::publish);
  }

  private PackVersion live(PackVersion version, VersionCheck check) {
    publish(check);
    unreadable.remove(version.pack());
    return leavesShadow(version);
  }

  private PackVersion leavesShadow(PackVersion version) {
    shadows.stop(version.id());
    return version;
  }

  /** Without errors, and every test passes. */
  private Outcome<VersionCheck> sound(PackVersionId id) {
    return find(id)
        .then(
            version -> {
              VersionCheck check = checks.of(version);
              return check.failing().isEmpty()
                  ? ready(check)
                  : Outcome.refused(Code.PACK_TESTS_FAIL, "" + check.failing().size());
            });
  }

  /** An earlier version was sound when it was published; now it must only be readable. */
  private Outcome<VersionCheck> readable(PackVersionId id) {
    return find(id).then(version -> ready(load(version)));
  }

  private static Outcome<VersionCheck> ready(VersionCheck check) {
    return check.pack().isPresent()
        ? Outcome.of(check)
        : Outcome.refused(Code.PACK_BROKEN, check.problems().getFirst().toString());
  }

  private Outcome<PackVersion> find(PackVersionId id) {
    return book.find(id)
        .<Outcome<PackVersion>>map(Outcome::of)
        .orElseGet(() -> Outcome.refused(Code.VERSION_UNKNOWN, ""));
  }

  /** What somebody wrote to a step, stripped; refused with REASON_NEEDED. */
  static Outcome<String> reason(String text, boolean needed) {
    String reason = text.strip().replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    return reason.length() > Limits.VERSION_NOTE_CHARS_MAX || needed && reason.isEmpty()
        ? Outcome.refused(Code.REASON_NEEDED, "" + Limits.VERSION_NOTE_CHARS_MAX)
        : Outcome.of(reason);
  }
}
