package dev.hufu.app.lending;

import dev.hufu.app.iou.IouDesk;
import dev.hufu.app.request.PackShelf;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.LoanBook;
import dev.hufu.store.MatterBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk of loans together. */
@Configuration(proxyBeanMethods = false)
class LendingSetup {

  @Bean
  LoanDesk loanDesk(
      PackShelf shelf, MatterBook matters, IouDesk ious, LoanBook loans, DocumentBook documents) {
    return new LoanDesk(shelf, matters, ious, loans, documents);
  }
}
