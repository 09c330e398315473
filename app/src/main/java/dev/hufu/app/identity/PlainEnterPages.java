package dev.hufu.app.identity;

import dev.hufu.app.ops.Html;
import dev.hufu.kernel.text.Lang;

/** The sign-in page of a house without templates. */
final class PlainEnterPages implements EnterPages {

  @Override
  public String draw(EnterPage page) {
    boolean zh = page.lang() == Lang.ZH;
    String title = zh ? "进入你的虎符" : "Enter your Hufu";
    String button = zh ? "进入" : "Enter";
    return """
    <!doctype html>
    <html lang="%s">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <main>
    <h1>%s</h1>
    <form method="post" action="/enter">
    <input type="hidden" name="k" value="%s">
    <input type="hidden" name="%s" value="%s">
    <button>%s</button>
    </form>
    </main>
    </html>
    """
        .formatted(
            page.lang().tag(),
            title,
            title,
            Html.escape(page.secret()),
            Html.escape(page.csrfName()),
            Html.escape(page.csrfToken()),
            button);
  }
}
