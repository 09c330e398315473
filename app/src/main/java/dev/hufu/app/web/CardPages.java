package dev.hufu.app.web;

import dev.hufu.app.request.RequestDesk;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The card to show a relative, and its QR code, which holds the card's words themselves. */
@Controller
public class CardPages {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final RequestDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;

  CardPages(RequestDesk desk, PageSource pages, Templates templates, Owners owners) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
  }

  @GetMapping("/m/{id}/card")
  ResponseEntity<String> card(HttpServletRequest request, @PathVariable String id) {
    Page page = pages.of(request);
    return find(request, id)
        .map(card -> new CardPageView(card, QrPath.of(card.words(page.lang()))))
        .map(view -> templates.html("card", page, view))
        .orElseGet(() -> templates.refuse(page, Refusal.of(Code.MATTER_UNKNOWN, "")));
  }

  @GetMapping("/m/{id}/card.svg")
  ResponseEntity<String> picture(HttpServletRequest request, @PathVariable String id) {
    Page page = pages.of(request);
    return find(request, id)
        .map(card -> QrPath.of(card.words(page.lang())).svg())
        .map(
            svg ->
                ResponseEntity.ok().contentType(SVG).cacheControl(CacheControl.noStore()).body(svg))
        .orElseGet(() -> templates.refuse(page, Refusal.of(Code.MATTER_UNKNOWN, "")));
  }

  private Optional<CardView> find(HttpServletRequest request, String id) {
    return desk.find(owners.ownerOf(request), id).map(matter -> CardView.of(matter, desk.pack()));
  }
}
