package dev.hufu.learn.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Characters that sound alike, of those that our own texts use; letters that look alike. */
final class Homophones {

  private static final Map<Character, String> LOOKS =
      Map.of('o', "0", 'l', "1", 'i', "1", 'e', "3", 'a', "@", 's', "5");

  private static final Map<Character, List<Character>> SAME = same();

  private Homophones() {}

  /** Another character that sounds the same, or the same where there is none. */
  static String of(char c, RandomGenerator chance) {
    List<Character> others = SAME.getOrDefault(c, List.of());
    return others.isEmpty()
        ? LOOKS.getOrDefault(c, String.valueOf(c))
        : String.valueOf(others.get(chance.nextInt(others.size())));
  }

  private static Map<Character, List<Character>> same() {
    TreeMap<String, TreeSet<Character>> bySound = new TreeMap<>();
    for (OwnTexts.OwnText text : OwnTexts.standard().make(2_000, 1)) {
      for (char c : text.text().toCharArray()) {
        sound(c, bySound);
      }
    }
    Map<Character, List<Character>> same = new HashMap<>();
    for (TreeSet<Character> alike : bySound.values()) {
      for (char c : alike) {
        same.put(c, alike.stream().filter(other -> other != c).toList());
      }
    }
    return same;
  }

  private static void sound(char c, TreeMap<String, TreeSet<Character>> bySound) {
    Pinyin[] sounds = PinyinDictionary.get(String.valueOf(c));
    if (sounds != null && sounds.length > 0 && c >= 0x4E00) {
      String sound = sounds[0].getPinyinWithoutTone();
      bySound.computeIfAbsent(sound, none -> new TreeSet<>()).add(c);
    }
  }
}
