package dev.hufu.app.ops;

import dev.hufu.kernel.limit.Limits;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The clock, the filters in front of everything, and the container's own limits. */
@Configuration(proxyBeanMethods = false)
class OpsSetup {

  /** Every other room is handed the time, or this bean. */
  @Bean
  Clock clock(ServeSettings settings) {
    return settings.clock();
  }

  @Bean
  RateLimiter rateLimiter() {
    return new RateLimiter();
  }

  @Bean
  Answers answers(ObjectProvider<ErrorPages> pages) {
    return new Answers(pages.getIfAvailable(PlainErrorPages::new));
  }

  @Bean
  FormKeeper formKeeper(Answers answers) {
    return new FormKeeper(answers);
  }

  @Bean
  FilterRegistrationBean<Filter> requestLog() {
    return first(new RequestLog(), 1);
  }

  @Bean
  FilterRegistrationBean<Filter> doorkeeper(
      Answers answers, RateLimiter limiter, Clock clock, ServeSettings settings) {
    return first(new Doorkeeper(answers, limiter, clock, settings.hosts()), 2);
  }

  private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }

  @Bean
  MultipartConfigElement uploads() {
    return new MultipartConfigElement(
        "", Limits.UPLOAD_BYTES_MAX, Limits.UPLOAD_BYTES_MAX, Limits.FACT_FILE_BYTES_MAX);
  }

  /**
   * A refused upload is read to its end, up to twice the limit; a connection cut in the middle
   * would show the person a browser error instead of our sentence.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerLimits() {
    return factory -> {
      factory.addEngineValves(new Headers());
      factory.addConnectorCustomizers(
          connector -> {
            connector.setMaxPostSize(Limits.UPLOAD_BYTES_MAX);
            connector.setMaxPartCount(Limits.FORM_FIELDS_MAX);
            connector.setMaxParameterCount(Limits.FORM_FIELDS_MAX);
            connector.setProperty("maxSwallowSize", String.valueOf(2L * Limits.UPLOAD_BYTES_MAX));
          });
    };
  }
}
