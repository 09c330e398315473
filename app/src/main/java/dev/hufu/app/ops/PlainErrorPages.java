package dev.hufu.app.ops;

import dev.hufu.kernel.text.Lang;

/** The error page of a house without templates: one heading, one sentence, one way back. */
final class PlainErrorPages implements ErrorPages {

  @Override
  public String draw(ErrorPage page) {
    boolean zh = page.lang() == Lang.ZH;
    StringBuilder html = new StringBuilder(1_024);
    html.append("<!doctype html>\n<html lang=\"").append(page.lang().tag()).append("\">\n");
    html.append("<meta charset=\"utf-8\">\n");
    html.append(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.append(zh ? "虎符" : "Hufu").append(" · ").append(page.refusal().code().id());
    html.append("</title>\n<main>\n<h1>");
    html.append(Html.escape(page.refusal().wording().in(page.lang()))).append("</h1>\n<p>");
    html.append(page.refusal().code().id());
    page.reference()
        .ifPresent(
            reference ->
                html.append(zh ? " · 编号 " : " · reference ").append(Html.escape(reference)));
    html.append("</p>\n");
    page.kept().ifPresent(form -> appendForm(html, form, zh));
    html.append("<p><a href=\"/\">").append(zh ? "回到首页" : "Back to the first page");
    return html.append("</a></p>\n</main>\n</html>\n").toString();
  }

  private static void appendForm(StringBuilder html, KeptForm form, boolean zh) {
    html.append("<form method=\"post\" action=\"").append(Html.escape(form.action())).append('"');
    html.append(form.multipart() ? " enctype=\"multipart/form-data\">\n" : ">\n");
    for (Field field : form.fields()) {
      html.append("<input type=\"hidden\" name=\"").append(Html.escape(field.name()));
      html.append("\" value=\"").append(Html.escape(field.value())).append("\">\n");
    }
    html.append("<button>").append(zh ? "再按一次，接着走" : "Press again to go on");
    html.append("</button>\n</form>\n");
  }
}
