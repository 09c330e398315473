package dev.hufu.app.custody;

import dev.hufu.app.ops.ServeSettings;
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
import dev.hufu.store.MatterBook;
import dev.hufu.store.RetentionBook;
import dev.hufu.store.Sequencer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the log of this installation: its keys, its first epoch, the guard before the loop, those
 * who vouch for it.
 */
@Configuration(proxyBeanMethods = false)
class CustodySetup {

  @Bean
  LogKeys logKeys(LogBook log, ServeSettings settings) {
    boolean signedBefore = log.head().flatMap(LogHead::checkpoint).isPresent();
    return LogKeys.open(LogKeys.file(System.getenv(), settings.folder()), signedBefore).orThrow();
  }

  @Bean
  Outside outside(LogBook log, CheckpointBook book, Clock clock) {
    LogPolicy policy = LogPolicy.of(System.getenv()).findValue().orElseGet(LogPolicy::none);
    List<TimeAuthority> authorities =
        TimeAuthority.of(System.getenv()).findValue().orElseGet(List::of);
    return Outside.of(policy, authorities, log, book, clock);
  }

  @Bean
  SignatureTimes signatureTimes(Clock clock) {
    return new SignatureTimes(
        TimeAuthority.of(System.getenv()).findValue().orElseGet(List::of),
        new Courier(SignatureTimes.PATIENCE),
        clock);
  }

  @Bean
  LogDesk logDesk(LogKeeper keeper, LogBook log, LogKeys keys, Outside outside) {
    return new LogDesk(keeper, log, keys, outside);
  }

  @Bean
  BundleDesk bundleDesk(
      DocumentBook documents,
      DecisionBook decisions,
      LoanBook loans,
      AuditBook audit,
      LogBook log,
      LogKeys keys,
      Outside outside,
      LogKeeper keeper) {
    BundleProofs proofs = new BundleProofs(log, keys, outside.policy().policy(), keeper::published);
    return new BundleDesk(documents, decisions, loans, audit, log, proofs);
  }

  @Bean
  EvidenceDesk evidenceDesk(
      MatterBook matters, DocumentBook documents, LogBook log, BundleDesk bundles) {
    return new EvidenceDesk(matters, documents, log, bundles);
  }

  @Bean
  RetentionKeeper retentionKeeper(RetentionBook retention, Clock clock) {
    return new RetentionKeeper(retention, clock);
  }

  @Bean
  LogKeeper logKeeper(
      Database database,
      LogBook log,
      LogKeys keys,
      Outside outside,
      ServeSettings settings,
      Clock clock) {
    LogMarker marker = LogMarker.of(System.getenv(), settings.folder());
    Optional<Refusal> refusal = settingsRefusal().or(() -> new LogGuard(log, marker).refusal());
    if (refusal.isEmpty() && log.head().isEmpty()) {
      log.open(0, keys.origin(0), clock.instant());
    }
    Sequencer sequencer = new Sequencer(database, keys.signer(), UUID.randomUUID());
    return new LogKeeper(
        sequencer,
        marker,
        refusal,
        outside,
        () -> keys.signed(log.head().orElseThrow(), clock.instant()),
        clock);
  }

  /** A list of witnesses that nobody can read must not pass for none. */
  private static Optional<Refusal> settingsRefusal() {
    Outcome<LogPolicy> policy = LogPolicy.of(System.getenv());
    Outcome<List<TimeAuthority>> authorities = TimeAuthority.of(System.getenv());
    return policy.findRefusal().or(authorities::findRefusal);
  }
}
