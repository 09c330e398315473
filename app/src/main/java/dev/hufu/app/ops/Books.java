package dev.hufu.app.ops;

import dev.hufu.store.AuditBook;
import dev.hufu.store.CaseBook;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.CoolingBook;
import dev.hufu.store.Database;
import dev.hufu.store.DecisionBook;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.FriendLinkBook;
import dev.hufu.store.HoldBook;
import dev.hufu.store.IouBook;
import dev.hufu.store.LoanBook;
import dev.hufu.store.LogBook;
import dev.hufu.store.MatterBook;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.RetentionBook;
import dev.hufu.store.RetentionTerms;
import dev.hufu.store.ShadowBook;
import dev.hufu.store.SignInBook;
import dev.hufu.store.SigningBook;
import dev.hufu.store.TeamBook;
import dev.hufu.store.Vault;
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

  @Bean
  MatterBook matterBook(Database database, Vault vault, RetentionTerms terms) {
    return new MatterBook(database, vault, terms);
  }

  @Bean
  RetentionBook retentionBook(Database database, Vault vault, RetentionTerms terms) {
    return new RetentionBook(database, vault, terms);
  }

  @Bean
  HoldBook holdBook(Database database) {
    return new HoldBook(database);
  }

  @Bean
  DecisionBook decisionBook(Database database, Vault vault) {
    return new DecisionBook(database, vault);
  }

  @Bean
  DocumentBook documentBook(Database database, Vault vault) {
    return new DocumentBook(database, vault);
  }

  @Bean
  IouBook iouBook(Database database, Vault vault, DocumentBook documents) {
    return new IouBook(database, vault, documents);
  }

  @Bean
  LoanBook loanBook(Database database, Vault vault, DocumentBook documents) {
    return new LoanBook(database, vault, documents);
  }

  @Bean
  SigningBook signingBook(Database database, Vault vault, DocumentBook documents) {
    return new SigningBook(database, vault, documents);
  }

  @Bean
  CaseBook caseBook(Database database, Vault vault) {
    return new CaseBook(database, vault);
  }

  @Bean
  LogBook logBook(Database database) {
    return new LogBook(database);
  }

  @Bean
  CheckpointBook checkpointBook(Database database) {
    return new CheckpointBook(database);
  }

  @Bean
  FriendLinkBook friendLinkBook(Database database, Vault vault) {
    return new FriendLinkBook(database, vault);
  }

  @Bean
  TeamBook teamBook(Database database) {
    return new TeamBook(database);
  }

  @Bean
  PackVersionBook packVersionBook(Database database) {
    return new PackVersionBook(database);
  }

  @Bean
  ShadowBook shadowBook(Database database) {
    return new ShadowBook(database);
  }

  @Bean
  CoolingBook coolingBook(Database database) {
    return new CoolingBook(database);
  }
}
