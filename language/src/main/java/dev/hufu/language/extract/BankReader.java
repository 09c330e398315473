package dev.hufu.language.extract;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Finds names of banks by their full and short names; the list is {@code banks.tsv}. */
public final class BankReader {

  private static final AhoCorasickDoubleArrayTrie<String> NAMES = load();

  private BankReader() {}

  /** All banks named in a text, in its order; of names within names the longest. */
  public static List<FoundBank> read(String text) {
    FoldedText folded = Folding.standard().fold(text);
    List<FoundBank> all = new ArrayList<>();
    NAMES.parseText(
        folded.text(),
        (begin, end, name) -> {
          if (isWhole(folded.text(), begin, end)) {
            all.add(new FoundBank(name, folded.span(begin, end)));
          }
        });
    all.sort(
        Comparator.comparing((FoundBank bank) -> bank.span().start())
            .thenComparing(bank -> -bank.span().end()));
    List<FoundBank> kept = new ArrayList<>();
    int covered = 0;
    for (FoundBank bank : all) {
      if (bank.span().start() >= covered) {
        kept.add(bank);
        covered = bank.span().end();
      }
    }
    return kept;
  }

  private static boolean isWhole(String text, int begin, int end) {
    return !(begin > 0 && isLetter(text.charAt(begin)) && isLetter(text.charAt(begin - 1)))
        && !(end < text.length() && isLetter(text.charAt(end - 1)) && isLetter(text.charAt(end)));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static AhoCorasickDoubleArrayTrie<String> load() {
    TreeMap<String, String> names = new TreeMap<>();
    try (var tsv = Objects.requireNonNull(BankReader.class.getResourceAsStream("banks.tsv"));
        var lines = new BufferedReader(new InputStreamReader(tsv, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> fields = List.of(line.strip().split("\t"));
          fields.forEach(name -> names.put(Folding.standard().fold(name).text(), fields.get(0)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("banks.tsv cannot be read", e);
    }
    AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
    trie.build(names);
    return trie;
  }
}
