package dev.hufu.app.casework;

import dev.hufu.app.request.BegunPlans;
import dev.hufu.app.request.PackShelf;
import dev.hufu.store.CaseBook;
import dev.hufu.store.MatterBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk of cases together: the packs, the matters, what was entered. */
@Configuration(proxyBeanMethods = false)
class CaseSetup {

  @Bean
  CaseDesk caseDesk(PackShelf shelf, MatterBook matters, CaseBook cases) {
    return new CaseDesk(shelf, matters, cases);
  }

  @Bean
  BegunPlans begunPlans(CaseDesk desk) {
    return (owner, now) ->
        desk.mine(owner, now).stream()
            .map(mine -> new BegunPlans.Begun(mine.matter(), mine.plan().plan().title()))
            .toList();
  }
}
