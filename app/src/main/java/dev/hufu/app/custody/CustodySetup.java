package dev.hufu.app.custody;

import dev.hufu.app.ops.ServeSettings;
import dev.hufu.store.Database;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.store.RetentionBook;
import dev.hufu.store.Sequencer;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the log of this installation: its keys, its first epoch, the guard before the loop. */
@Configuration(proxyBeanMethods = false)
class CustodySetup {

  @Bean
  LogKeys logKeys(LogBook log, ServeSettings settings) {
    boolean signedBefore = log.head().flatMap(LogHead::checkpoint).isPresent();
    return LogKeys.open(LogKeys.file(System.getenv(), settings.folder()), signedBefore).orThrow();
  }

  @Bean
  LogDesk logDesk(LogKeeper keeper, LogBook log, LogKeys keys) {
    return new LogDesk(keeper, log, keys);
  }

  @Bean
  RetentionKeeper retentionKeeper(RetentionBook retention, Clock clock) {
    return new RetentionKeeper(retention, clock);
  }

  @Bean
  LogKeeper logKeeper(
      Database database, LogBook log, LogKeys keys, ServeSettings settings, Clock clock) {
    LogMarker marker = LogMarker.of(System.getenv(), settings.folder());
    var refusal = new LogGuard(log, marker).refusal();
    if (refusal.isEmpty() && log.head().isEmpty()) {
      log.open(0, keys.origin(0), clock.instant());
    }
    Sequencer sequencer = new Sequencer(database, keys.signer(), UUID.randomUUID());
    return new LogKeeper(sequencer, marker, refusal, clock);
  }
}
