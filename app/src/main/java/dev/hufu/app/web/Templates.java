package dev.hufu.app.web;

import dev.hufu.kernel.code.Refusal;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Renders the compiled templates. Output is escaped by where it stands (text, attribute), so
 * nothing a person or a pack says can become markup.
 *
 * <p>Example: {@code templates.html("home", page, view)}.
 */
@Component
public class Templates {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** The page as text; {@code name} is the template's path without its ending. */
  public String render(String name, Page page, Object view) {
    StringOutput output = new StringOutput(16_384);
    engine.render(name + ".jte", Map.of("page", page, "view", view), output);
    return output.toString();
  }

  public ResponseEntity<String> html(String name, Page page, Object view) {
    return html(HttpStatus.OK.value(), name, page, view);
  }

  /** Pages are personal, so nothing between us and the person may keep them. */
  public ResponseEntity<String> html(int status, String name, Page page, Object view) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(render(name, page, view));
  }

  /** A whole page that says what was refused. */
  public ResponseEntity<String> refuse(Page page, Refusal refusal) {
    return html(refusal.code().httpStatus(), "error", page, ErrorView.of(refusal));
  }

  /** After a form: the browser reads the next page with GET, so going back posts nothing twice. */
  public static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
