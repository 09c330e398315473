package dev.hufu.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every page there is, with matters of all four verdicts made on the way. */
final class Pages {

  private Pages() {}

  /** Name to path, for this visitor. */
  static Map<String, String> of(Visitor visitor) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String name :
        new String[] {"request", "loss", "bills", "lender", "credit", "matters", "settings"}) {
      pages.put(name, "/" + name);
    }
    pages.put("home", "/");
    pages.put("how", "/how");
    pages.put("helper", "/request/helper");
    pages.put("blank", "/blank");
    pages.put("missing", "/nowhere");
    pages.put("erase", "/settings/erase");
    pages.putAll(verdicts(visitor));
    String red = pages.get("red");
    for (String name : new String[] {"edit", "print", "friends", "challenge", "cooling", "card"}) {
      pages.put(name, red + "/" + name);
    }
    visitor.go(red + "/friends");
    visitor.type("#asker", "小张").type("#claimed", "小王");
    visitor.onward(() -> visitor.at("form[action$='/friends'] button").click());
    String link = visitor.text(".say__text .mono").strip();
    pages.put("friend", java.net.URI.create(link).getPath());
    return pages;
  }

  /** Verdict to the path of a matter that has it. */
  private static Map<String, String> verdicts(Visitor visitor) {
    Map<String, String> matters = new LinkedHashMap<>();
    matters.put("red", make(visitor, Stories.S1_CHAT, Stories.typed(Stories.S1)));
    matters.put("amber", make(visitor, Stories.S1_CHAT, Map.of()));
    matters.put(
        "green",
        make(
            visitor, "", Stories.typed(Stories.with(Stories.S4, "request.repayBy", "2035-03-31"))));
    matters.put("unknown", make(visitor, "天气不错", Map.of()));
    return matters;
  }

  private static String make(Visitor visitor, String chat, Map<String, String> facts) {
    return visitor.bring(chat, facts).path();
  }
}
