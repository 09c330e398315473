package dev.hufu.learn.text;

import dev.hufu.kernel.decision.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Texts put together from our own sentences: the moves of the scripts of the packs, and ordinary
 * talk, much of it about money that harms nobody. The sentences lie beside this class.
 *
 * <p>Example: {@code OwnTexts.standard().make(20_000, 7)}; the same number and seed give the same
 * texts in the same order, and a text comes only once.
 */
public final class OwnTexts {

  /** Of which a text of a family is tried anew when it has come before. */
  private static final int TRIES = 4;

  private static final List<String> FILES =
      List.of(
          "zh-scam-chat",
          "zh-scam-call",
          "zh-scam-sms",
          "zh-ordinary-chat",
          "zh-ordinary-notice",
          "zh-ordinary-call",
          "en-scam",
          "en-ordinary");

  private final List<GrammarFile> files;
  private final Digest digest;

  private OwnTexts(List<GrammarFile> files, Digest digest) {
    this.files = files;
    this.digest = digest;
  }

  /**
   * A text of our own.
   *
   * @param family which templates made it, {@code friend-borrow}
   */
  public record OwnText(String family, boolean scam, String text) {}

  /** The sentences of this room. */
  public static OwnTexts standard() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Map<String, List<GrammarFile.Part>> words =
        GrammarFile.parse("words", read("words", all), Map.of()).slots();
    List<GrammarFile> files =
        FILES.stream().map(name -> GrammarFile.parse(name, read(name, all), words)).toList();
    return new OwnTexts(files, Digest.of(all.toByteArray()));
  }

  /** What the texts are made of, by the content of its files. */
  public Digest digest() {
    return digest;
  }

  /** Texts of every family, by its weight; about {@code count} of them. */
  public List<OwnText> make(int count, long seed) {
    int weights =
        files.stream().flatMap(file -> file.families().stream()).mapToInt(f -> f.weight()).sum();
    List<OwnText> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (GrammarFile file : files) {
      for (GrammarFile.Family family : file.families()) {
        SplittableRandom chance = seeds.split();
        int share = Math.max(1, count * family.weight() / weights);
        for (int made = 0; made < share; made++) {
          GrammarFile.Part template = family.templates().get(made % family.templates().size());
          for (int tries = 0; tries < TRIES; tries++) {
            String text = file.say(template, chance);
            if (seen.add(text)) {
              texts.add(new OwnText(family.name(), family.scam(), text));
              break;
            }
          }
        }
      }
    }
    return texts;
  }

  private static String read(String name, ByteArrayOutputStream all) {
    try (InputStream in = OwnTexts.class.getResourceAsStream(name + ".grammar")) {
      if (in == null) {
        throw new IOException(name + ".grammar is not in the jar");
      }
      byte[] bytes = in.readAllBytes();
      all.writeBytes(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
