package dev.hufu.app.lender;

import dev.hufu.app.ops.ServeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the shelf of licence lists together. */
@Configuration(proxyBeanMethods = false)
class LenderSetup {

  @Bean
  LicenceShelf licenceShelf(ServeSettings settings) {
    return new LicenceShelf(settings.folder());
  }
}
