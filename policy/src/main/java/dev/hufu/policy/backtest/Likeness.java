package dev.hufu.policy.backtest;

import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Ruling;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Typology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares rulings of two packs by the names of rules and typologies, wherever they stand. */
final class Likeness {

  /** By kind of event, where the two have not the same rules in the same order. */
  private final Map<String, int[]> rules = new HashMap<>();

  private final int[] typologies;
  private final int typologiesNow;

  /** For each rule and typology of the one its place in the other, or −1. */
  Likeness(EventProgram before, EventProgram now) {
    for (String type : before.deciding()) {
      if (!rules(before, type).equals(rules(now, type))) {
        rules.put(type, places(rules(before, type), rules(now, type)));
      }
    }
    List<String> titles = before.typologies().stream().map(Typology::id).toList();
    List<String> titlesNow = now.typologies().stream().map(Typology::id).toList();
    this.typologies = places(titles, titlesNow);
    this.typologiesNow = titlesNow.size();
  }

  private static List<String> rules(EventProgram program, String type) {
    return program.rules(type).stream().map(EventRule::id).toList();
  }

  private static int[] places(List<String> names, List<String> among) {
    Map<String, Integer> known = new HashMap<>();
    for (String name : among) {
      known.put(name, known.size());
    }
    return names.stream().mapToInt(name -> known.getOrDefault(name, -1)).toArray();
  }

  /** Whether the same rules fired. */
  boolean rules(String type, Ruling before, Ruling now) {
    int[] places = rules.get(type);
    if (places == null) {
      return sameWords(before, now);
    }
    int[] open = {0};
    before.forEachFired(rule -> open[0] += places[rule] >= 0 && now.fired(places[rule]) ? 0 : 1);
    if (open[0] > 0) {
      return false;
    }
    before.forEachFired(rule -> open[0]++);
    now.forEachFired(rule -> open[0]--);
    return open[0] == 0;
  }

  private static boolean sameWords(Ruling before, Ruling now) {
    for (int word = 0; word < before.words(); word++) {
      if (before.firedWord(word) != now.firedWord(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the same typologies have the same scores. */
  boolean scores(Ruling before, Ruling now) {
    int scored = 0;
    for (int place = 0; place < typologies.length; place++) {
      int there = typologies[place];
      if (before.score(place) != (there < 0 ? 0 : now.score(there))) {
        return false;
      }
      scored += before.score(place) > 0 ? 1 : 0;
    }
    for (int place = 0; place < typologiesNow; place++) {
      scored -= now.score(place) > 0 ? 1 : 0;
    }
    return scored == 0;
  }
}
