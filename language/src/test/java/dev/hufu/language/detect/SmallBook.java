package dev.hufu.language.detect;

import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.Script;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A book small enough to reckon by hand. */
public final class SmallBook {

  private static final Wording WORDS = new Wording("话", "words");

  private SmallBook() {}

  public static ScriptBook borrow() {
    return new ScriptBook(
        List.of(
            cue("borrow-money", Map.of(), List.of("借钱", "借我", "lend me"), List.of("借.{0,4}[0-9]+")),
            cue(
                "urgent-need",
                Map.of("chat.urgency", "true"),
                List.of("急用钱", "急事儿", "need it urgently"),
                List.of("(急|马上|立刻).{0,8}(钱|转|打)")),
            cue("keep-secret", Map.of(), List.of("不要告诉别人", "don't tell anyone"), List.of()),
            cue("let-us-meet", Map.of(), List.of("当面给你", "come over"), List.of()),
            cue("odd", Map.of("no.such.fact", "true"), List.of("奇怪的话"), List.of())),
        List.of(
            new Script(
                "impersonated-acquaintance",
                WORDS,
                Map.of("borrow-money", 0.5, "urgent-need", 0.4, "keep-secret", 0.3),
                List.of(List.of("borrow-money")),
                Map.of("let-us-meet", 0.5),
                List.of(),
                WORDS),
            new Script(
                "hush", WORDS, Map.of("keep-secret", 0.6), List.of(), Map.of(), List.of(), WORDS)));
  }

  public static Cue cue(
      String id, Map<String, String> sets, List<String> phrases, List<String> patterns) {
    return new Cue(id, WORDS, phrases, patterns, sets);
  }

  /** As large as a real pack: 150 cues with six phrases and two patterns each, 14 scripts. */
  public static ScriptBook large() {
    String[] verbs = {"借", "转", "打", "汇", "付", "交", "充", "垫", "还", "退", "领", "办", "点", "扫", "下"};
    String[] things = {"钱", "款", "账", "费", "单", "码", "卡", "包", "金", "息"};
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String verb = verbs[i % verbs.length];
      String thing = things[i % things.length];
      String tail = things[(i / things.length) % things.length];
      cues.add(
          cue(
              "cue-" + i,
              Map.of(),
              List.of(
                  verb + thing + "给我" + i % 7,
                  "马上" + verb + thing + tail,
                  "请先" + verb + tail + thing,
                  "千万不要" + verb + thing,
                  "please send word number " + (char) ('a' + i % 26) + i,
                  "confirm your " + (char) ('a' + i % 26) + "ccount " + i),
              List.of(
                  "(" + verb + "|快).{0,6}" + thing + ".{0,4}" + tail,
                  verb + "[一下个点]{0,2}" + thing + "[0-9]{3,}")));
    }
    List<Script> scripts = new ArrayList<>();
    for (int s = 0; s < 14; s++) {
      Map<String, Double> weights = new java.util.HashMap<>();
      for (int c = 0; c < 12; c++) {
        weights.put("cue-" + (s * 11 + c) % 150, 0.1 + 0.05 * (c % 6));
      }
      scripts.add(new Script("script-" + s, WORDS, weights, List.of(), Map.of(), List.of(), WORDS));
    }
    return new ScriptBook(cues, scripts);
  }
}
