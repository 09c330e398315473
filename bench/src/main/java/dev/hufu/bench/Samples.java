package dev.hufu.bench;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.language.chat.LanguageChatReader;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackLoader.Purpose;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.PackTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** What is measured on: the real pack and its stories, and texts and rules made from a seed. */
final class Samples {

  private static final long SEED = 20261121L;

  private static final List<String> PIECES =
      List.of(
          "在吗", "急用钱", "能不能借我", "1000块", "两万", "明天就还你", "我妈住院", "加我微信", "不要告诉别人", "我是公安局的", "验证码",
          "转到安全账户", "晚上吃什么", "周末去爬山吗", "快递到了", "哈哈", "好的", "手机坏了", "保证金", "下午三点开会");

  private static final String CHARACTERS = "的一是在不了有和人这中大为上个我以要他时来用们生到作地于出就分对成会可主发年动同工也能下";

  private Samples() {}

  /** The folder of packs that the launcher names. */
  static Path packs() {
    return Path.of(System.getProperty("hufu.packs", "packs"));
  }

  static Pack requestPack() {
    return PackLibrary.ofFolder(packs()).find("cn/request").orElseThrow();
  }

  static ChatReader reader(Pack pack) {
    Outcome<LanguageChatReader> reader =
        LanguageChatReader.of(pack.scripts(), pack.facts().values());
    return reader.orThrow();
  }

  /** The inputs of the first story of a file of the pack's tests. */
  static Inputs story(Pack pack, String file) {
    return pack.tests().stream()
        .filter(test -> test.position().file().startsWith("tests/" + file))
        .findFirst()
        .map(test -> PackTrial.inputs(test, pack, reader(pack)))
        .orElseThrow();
  }

  /** Short messages, a third of their pieces suspicious or everyday phrases. */
  static List<String> messages(int count) {
    Random random = new Random(SEED);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder message = new StringBuilder();
      for (int piece = 2 + random.nextInt(10); piece > 0; piece--) {
        if (random.nextInt(3) == 0) {
          message.append(PIECES.get(random.nextInt(PIECES.size())));
        } else {
          for (int c = 1 + random.nextInt(5); c > 0; c--) {
            message.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
          }
        }
        message.append(random.nextInt(4) == 0 ? "，" : "");
      }
      messages.add(message.toString());
    }
    return messages;
  }

  /** A chat as an export writes it: who and when, then what was said. */
  static String chat(int lines) {
    StringBuilder chat = new StringBuilder();
    int minute = 0;
    for (String message : messages(lines)) {
      String who = minute % 2 == 0 ? "老王" : "我";
      chat.append("%s 20:%02d\n%s\n".formatted(who, minute++ % 60, message));
    }
    return chat.toString();
  }

  /** The real pack with so many generated rules instead of its own. */
  static Pack withRules(int count) {
    TreeMap<String, String> texts =
        new TreeMap<>(PackFiles.ofFolder(packs().resolve("cn/request")).orThrow().texts());
    texts.put("rules.yaml", rules(count));
    Pack law = PackLibrary.ofFolder(packs()).find("cn/law").orElseThrow();
    PackLoader.Loaded loaded = PackLoader.load(new PackFiles(texts), List.of(law), Purpose.DECIDE);
    return loaded.pack().orElseThrow(() -> new IllegalStateException(loaded.problems().toString()));
  }

  private static String rules(int count) {
    StringBuilder rules = new StringBuilder("rules:\n");
    for (int i = 0; i < count; i++) {
      String when =
          switch (i % 4) {
            case 0 -> "request.amount > yuan(%d) && relation.accountAge < days(%d)";
            case 1 -> "relation.lastContact >= days(%2$d) || request.amount < yuan(%1$d)";
            case 2 -> "relation.kind == classmate && request.amount >= yuan(%d)";
            default -> "known(request.amount) && request.amount == yuan(%d)";
          };
      rules.append(
          """
            - id: rq-made-%d
              stage: assess
              when: %s
              effect: {weight: 0.01}
              rank: 50
              seen: {zh: 测, en: measured}
              why: {zh: 测, en: measured}
              source: {practice: police-bayannur}
          """
              .formatted(i, when.formatted(100 + i, 1 + i)));
    }
    return rules.toString();
  }
}
