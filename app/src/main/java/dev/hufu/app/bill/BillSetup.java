package dev.hufu.app.bill;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the place together where bills are held while somebody looks at them. */
@Configuration(proxyBeanMethods = false)
class BillSetup {

  @Bean
  HeldBills heldBills() {
    return new HeldBills(new SecureRandom());
  }
}
