package dev.hufu.app.web;

import dev.hufu.app.web.words.PlaceWords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page and the pages behind its doors that ask nothing. */
@Controller
public class DoorPages {

  private final PageSource pages;
  private final Templates templates;

  public DoorPages(PageSource pages, Templates templates) {
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping("/")
  ResponseEntity<String> home(HttpServletRequest request) {
    return templates.html("home", pages.of(request), "");
  }

  @GetMapping("/credit")
  ResponseEntity<String> credit(HttpServletRequest request) {
    DoorView view =
        new DoorView(
            PlaceWords.CREDIT_TITLE,
            PlaceWords.CREDIT_NOT,
            List.of(PlaceWords.CREDIT_1, PlaceWords.CREDIT_2, PlaceWords.CREDIT_3));
    return templates.html("door", pages.of(request), view);
  }

  /** Where "leave" leads: a local page with nothing on it. */
  @GetMapping("/blank")
  ResponseEntity<String> blank(HttpServletRequest request) {
    return templates.html("blank", pages.of(request), "");
  }
}
