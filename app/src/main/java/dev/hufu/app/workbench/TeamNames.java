package dev.hufu.app.workbench;

import dev.hufu.app.web.words.TeamWords;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.TeamBook;
import java.util.HashMap;
import java.util.Map;

/** Who is behind an id, for pages of the team: also people who have left it. */
public final class TeamNames {

  private final Map<String, Wording> names = new HashMap<>();

  TeamNames(TeamBook book) {
    names.put(PackVersionBook.PROGRAM, TeamWords.PROGRAM);
    for (TeamBook.Person person : book.list()) {
      names.put(
          person.id().text(),
          person.name().map(name -> new Wording(name, name)).orElse(TeamWords.OWNER));
    }
  }

  public Wording of(String actor) {
    return names.getOrDefault(actor, new Wording(actor, actor));
  }
}
