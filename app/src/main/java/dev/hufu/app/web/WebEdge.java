package dev.hufu.app.web;

import dev.hufu.app.identity.EnterPages;
import dev.hufu.app.identity.Visitors;
import dev.hufu.app.ops.ErrorPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages meet the rooms of identity and operations. */
@Configuration(proxyBeanMethods = false)
class WebEdge {

  @Bean
  Owners owners() {
    return request -> Visitors.of(request).owner();
  }

  @Bean
  EnterPages enterPages(Templates templates, PageSource pages) {
    return page ->
        templates.render(
            "enter",
            pages.in(page.lang(), new Page.Csrf(page.csrfName(), page.csrfToken())),
            new EnterView(page.secret()));
  }

  /** The form's fields carry their own fresh token, so the page itself needs none. */
  @Bean
  ErrorPages errorPages(Templates templates, PageSource pages) {
    return page ->
        templates.render(
            "error",
            pages.in(page.lang(), new Page.Csrf("_csrf", "")),
            new ErrorView(
                page.refusal().code().id(),
                page.refusal().wording(),
                page.reference().orElse(""),
                page.kept().map(ErrorView.Again::of)));
  }
}
