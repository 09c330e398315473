package dev.hufu.app.custody;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.AuditBook;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.Database;
import dev.hufu.store.DecisionBook;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.LoanBook;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.store.Sequencer;
import dev.hufu.store.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The desk of bundles without the pages, for a command: opens keys and guard, takes up what waits,
 * and gives the lease back. Where another program is writing the log, its last signed checkpoint is
 * used; where the guard refuses, nothing is signed and items go out without a proof.
 */
public final class BundleRoom {

  private BundleRoom() {}

  public static Outcome<BundleDesk> open(
      Database database, Vault vault, Path folder, Map<String, String> environment, Clock clock) {
    LogBook log = new LogBook(database);
    boolean signedBefore = log.head().flatMap(LogHead::checkpoint).isPresent();
    return LogKeys.open(LogKeys.file(environment, folder), signedBefore)
        .map(
            keys -> {
              LogMarker marker = LogMarker.of(environment, folder);
              Optional<Refusal> refusal = new LogGuard(log, marker).refusal();
              Optional<LogHead> head =
                  refusal.isPresent()
                      ? Optional.empty()
                      : takeUp(database, log, keys, marker, clock);
              DocumentBook documents = new DocumentBook(database, vault);
              return new BundleDesk(
                  documents,
                  new DecisionBook(database, vault),
                  new LoanBook(database, vault, documents),
                  new AuditBook(database),
                  log,
                  new BundleProofs(
                      log,
                      keys,
                      LogPolicy.of(environment).findValue().orElseGet(LogPolicy::none).policy(),
                      () -> head));
            });
  }

  private static Optional<LogHead> takeUp(
      Database database, LogBook log, LogKeys keys, LogMarker marker, Clock clock) {
    if (log.head().isEmpty()) {
      var _ = log.open(0, keys.origin(0), clock.instant());
    }
    Sequencer sequencer = new Sequencer(database, keys.signer(), UUID.randomUUID());
    // Whoever packs a bundle asks nobody outside; what witnesses said before is in the book.
    try (Outside outside =
        Outside.of(LogPolicy.none(), List.of(), log, new CheckpointBook(database), clock)) {
      LogKeeper keeper =
          new LogKeeper(
              sequencer,
              marker,
              Optional.empty(),
              outside,
              () -> keys.signed(log.head().orElseThrow(), clock.instant()),
              clock);
      boolean more = true;
      while (more) {
        more = keeper.stepAndPublish();
      }
      return keeper.published().or(log::head);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } finally {
      sequencer.release();
    }
  }
}
