package dev.hufu.app.iou;

import dev.hufu.app.custody.SignatureTimes;
import dev.hufu.app.ops.ServeSettings;
import dev.hufu.app.request.PackShelf;
import dev.hufu.evidence.sign.Issuer;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.IouBook;
import dev.hufu.store.MatterBook;
import dev.hufu.store.SigningBook;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desks of IOUs together: the pack over loans, the books, the issuing authority. */
@Configuration(proxyBeanMethods = false)
class IouSetup {

  @Bean
  Issuer issuer(SigningBook signings, ServeSettings settings, Clock clock) {
    return IssuerFile.open(
            IssuerFile.file(System.getenv(), settings.folder()),
            signings.anySigned(),
            clock.instant())
        .orThrow();
  }

  @Bean
  IouDesk iouDesk(PackShelf shelf, MatterBook matters, IouBook ious, DocumentBook documents) {
    return new IouDesk(shelf, matters, ious, documents);
  }

  @Bean
  SigningDesk signingDesk(
      SigningBook signings, DocumentBook documents, Issuer issuer, SignatureTimes times) {
    return new SigningDesk(signings, documents, issuer, times);
  }
}
