package dev.hufu.app.workbench;

import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.ShadowBook;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desks together; what is live in the book is on the shelf before the first request. */
@Configuration(proxyBeanMethods = false)
class WorkbenchSetup {

  @Bean
  VersionChecks versionChecks(PackShelf shelf, PackVersionBook book) {
    return new VersionChecks(shelf, book);
  }

  @Bean
  ShadowLedger shadowLedger(ShadowBook book) {
    return ShadowLedger.in(book);
  }

  @Bean
  ShadowDesk shadowDesk(ShadowLedger ledger, Clock clock) {
    return new ShadowDesk(ledger, clock);
  }

  @Bean
  PastDesk pastDesk(PackVersionBook book, VersionChecks checks, ShadowLedger ledger) {
    return new PastDesk(book, checks, ledger);
  }

  @Bean
  PastReports pastReports() {
    return new PastReports();
  }

  @Bean
  PublishDesk publishDesk(
      PackShelf shelf,
      PackVersionBook book,
      VersionChecks checks,
      ShadowDesk shadows,
      Clock clock) {
    PublishDesk desk = new PublishDesk(shelf, book, checks, shadows);
    desk.start(PackHome.of(System.getenv()), clock.instant());
    return desk;
  }

  @Bean
  DraftDesk draftDesk(PackVersionBook book, VersionChecks checks) {
    return new DraftDesk(book, checks);
  }

  @Bean
  RuleDesk ruleDesk(PackVersionBook book, VersionChecks checks) {
    return new RuleDesk(book, checks);
  }
}
