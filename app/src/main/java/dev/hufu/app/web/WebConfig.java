package dev.hufu.app.web;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the pages' own parts together; the desks come from their rooms. */
@Configuration(proxyBeanMethods = false)
class WebConfig {

  /** Before sign-in is asked for: large letters must be one tap away on that page, too. */
  @Bean
  FilterRegistrationBean<PreferenceLinks> preferenceLinks() {
    FilterRegistrationBean<PreferenceLinks> registration =
        new FilterRegistrationBean<>(new PreferenceLinks());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
    return registration;
  }

  /** Challenges must not be guessable by the other side. */
  @Bean
  RandomGenerator challengeRandom() {
    return new SecureRandom();
  }
}
