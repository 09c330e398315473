package dev.hufu.language.fold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The disguises of key words, read from {@code variants.tsv}; how to add one stands at the head of
 * that file.
 *
 * @param spellings disguise, as letters fold, to the word it stands for
 * @param pictures code point of a picture to the word it stands for
 */
record Variants(TreeMap<String, String> spellings, Map<Integer, String> pictures) {

  static Variants read(InputStream tsv) throws IOException {
    Variants variants = new Variants(new TreeMap<>(), new HashMap<>());
    try (var lines = new BufferedReader(new InputStreamReader(tsv, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.isBlank() && !line.startsWith("#")) {
          variants.add(List.of(line.strip().split("\\s+")));
        }
      }
    }
    return variants;
  }

  private void add(List<String> fields) throws IOException {
    String word = fields.get(0);
    for (String field : fields.subList(1, fields.size())) {
      if (field.startsWith("+")) {
        mixed(word, List.of(field.substring(1).split("-"))).forEach(mix -> put(mix, word));
      } else if (field.startsWith("U+")) {
        pictures.put(Integer.parseInt(field.substring(2), 16), word);
      } else {
        put(field, word);
      }
    }
    if (fields.size() < 2) {
      throw new IOException("variants.tsv: no variant of " + word);
    }
  }

  private void put(String spelling, String word) {
    if (!spelling.equals(word)) {
      spellings.put(spelling, word);
    }
  }

  /** 转账 with zhuan-zhang: every way of writing some of its characters in letters. */
  private static List<String> mixed(String word, List<String> syllables) throws IOException {
    if (word.length() != syllables.size()) {
      throw new IOException("variants.tsv: one syllable for each character of " + word);
    }
    List<String> ways = List.of("");
    for (int i = 0; i < syllables.size(); i++) {
      List<String> longer = new ArrayList<>();
      for (String way : ways) {
        longer.add(way + word.charAt(i));
        longer.add(way + syllables.get(i));
      }
      ways = longer;
    }
    return ways;
  }
}
