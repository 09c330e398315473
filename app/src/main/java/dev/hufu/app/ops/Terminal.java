package dev.hufu.app.ops;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.io.PrintStream;

/**
 * Where the server and the commands write sentences for a person.
 *
 * @param out the answer itself
 * @param err what went wrong
 * @param lang the language of both
 */
public record Terminal(PrintStream out, PrintStream err, Lang lang) {

  public void say(String zh, String en) {
    out.println(new Wording(zh, en).in(lang));
  }

  /** One sentence, which says what to do too, with its code to search for. */
  public void refuse(Refusal refusal) {
    err.println(refusal.wording().in(lang) + " [" + refusal.code().id() + "]");
    refusal.position().ifPresent(position -> err.println("  " + position));
  }
}
