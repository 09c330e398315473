package dev.hufu.app.request;

import dev.hufu.intake.ImageSniffer;
import dev.hufu.language.screenshot.RapidLineReader;
import dev.hufu.language.screenshot.ScreenshotReader;
import dev.hufu.store.CoolingBook;
import dev.hufu.store.DecisionBook;
import dev.hufu.store.FriendLinkBook;
import dev.hufu.store.HoldBook;
import dev.hufu.store.MatterBook;
import dev.hufu.store.RetentionBook;
import dev.hufu.store.RetentionTerms;
import dev.hufu.store.TeamBook;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the desks together: packs beside the program, books of the opened data folder. */
@Configuration(proxyBeanMethods = false)
class RequestSetup {

  /** The jurisdiction of an installation; another one is another folder of packs. */
  private static final String JURISDICTION = "cn";

  @Bean
  PackShelf packShelf() {
    return PackShelf.toDecide(PackHome.of(System.getenv()), head -> true).orThrow();
  }

  /** In front of everything that draws or decides. */
  @Bean
  FilterRegistrationBean<OneSnapshot> oneSnapshot(PackShelf shelf) {
    FilterRegistrationBean<OneSnapshot> registration =
        new FilterRegistrationBean<>(new OneSnapshot(shelf));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Chosen anew for each call: a server may run past the day on which a pack ends. */
  @Bean
  PackOfTheDay requestPack(PackShelf shelf) {
    return at -> shelf.newest(JURISDICTION, StoredRequestDesk.KIND, at).orThrow();
  }

  @Bean
  StoredRequestDesk requestDesk(
      PackOfTheDay packs,
      MatterBook matters,
      DecisionBook decisions,
      FriendLinkBook friends,
      RetentionBook retention,
      ObjectProvider<DecisionWatch> watch,
      Clock clock) {
    return new StoredRequestDesk(
        packs,
        matters,
        decisions,
        friends,
        retention,
        watch.getIfAvailable(() -> made -> {}),
        clock);
  }

  @Bean
  FriendDesk friendDesk(MatterBook matters, FriendLinkBook links, StoredRequestDesk requests) {
    return new StoredFriendDesk(matters, links, requests);
  }

  @Bean
  HoldDesk holdDesk(MatterBook matters, HoldBook holds, TeamBook team) {
    return new StoredHoldDesk(matters, holds, team);
  }

  /** What the law bids whoever runs this keep; nothing where a person keeps their own. */
  @Bean
  RetentionTerms retentionTerms(PackShelf shelf) {
    return StatutoryTerms.of(System.getenv(), shelf);
  }

  @Bean
  CoolingDesk coolingDesk(MatterBook matters, CoolingBook book) {
    return new StoredCoolingDesk(matters, book);
  }

  /**
   * The models are loaded with the first picture; a server without pictures never pays for them.
   */
  @Bean
  ShotDesk shotDesk() {
    ScreenshotReader reader = new ScreenshotReader(RapidLineReader.shared());
    return images -> ImageSniffer.decodeAll(images).then(reader::read).map(read -> read.chat());
  }
}
