package dev.hufu.app.ops;

import dev.hufu.store.AuditBook;
import dev.hufu.store.Database;
import dev.hufu.store.SignInBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books of the store, on the database this server was started with. */
@Configuration(proxyBeanMethods = false)
class Books {

  @Bean
  SignInBook signInBook(Database database) {
    return new SignInBook(database);
  }

  @Bean
  AuditBook auditBook(Database database) {
    return new AuditBook(database);
  }
}
