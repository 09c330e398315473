package dev.hufu.learn.text;

import com.hankcs.hanlp.HanLP;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How people write past a filter, or just carelessly. The same text and the same chance give the
 * same result.
 *
 * <p>Example: {@code Disturbance.INSERTED.of("加微信转账", chance)} may be "加微*信转账".
 */
public enum Disturbance {
  /** One character in 25 left out, doubled or swapped with the next. */
  TYPO("打错字", "typos") {
    @Override
    void disturb(String text, int at, RandomGenerator chance, StringBuilder out) {
      switch (chance.nextInt(TYPO_EVERY * 3)) {
        case 0 -> {}
        case 1 -> out.append(text.charAt(at)).append(text.charAt(at));
        case 2 -> {
          if (!out.isEmpty() && !isSurrogate(text, at)) {
            out.insert(out.length() - 1, text.charAt(at));
          } else {
            out.append(text.charAt(at));
          }
        }
        default -> out.append(text.charAt(at));
      }
    }
  },
  /** One Chinese character in 12 replaced by one that sounds the same; one letter by its look. */
  HOMOPHONE("同音字", "homophones") {
    @Override
    void disturb(String text, int at, RandomGenerator chance, StringBuilder out) {
      boolean other = chance.nextInt(HOMOPHONE_EVERY) == 0;
      out.append(other ? Homophones.of(text.charAt(at), chance) : text.charAt(at));
    }
  },
  /** A mark between two characters, after one in 8. */
  INSERTED("插入符号", "inserted marks") {
    @Override
    void disturb(String text, int at, RandomGenerator chance, StringBuilder out) {
      out.append(text.charAt(at));
      if (isHan(text.charAt(at)) && chance.nextInt(INSERTED_EVERY) == 0) {
        out.append(MARKS.get(chance.nextInt(MARKS.size())));
      }
    }
  },
  /** All in traditional characters. */
  TRADITIONAL("繁体字", "traditional script") {
    @Override
    public String of(String text, RandomGenerator chance) {
      return HanLP.convertToTraditionalChinese(text);
    }

    @Override
    void disturb(String text, int at, RandomGenerator chance, StringBuilder out) {
      out.append(text.charAt(at));
    }
  },
  /** A picture between two characters, after one in 10. */
  EMOJI("表情", "emoji") {
    @Override
    void disturb(String text, int at, RandomGenerator chance, StringBuilder out) {
      out.append(text.charAt(at));
      boolean between = isHan(text.charAt(at)) || text.charAt(at) == ' ';
      if (between && chance.nextInt(EMOJI_EVERY) == 0) {
        out.append(PICTURES.get(chance.nextInt(PICTURES.size())));
      }
    }
  };

  private static final int TYPO_EVERY = 25;
  private static final int HOMOPHONE_EVERY = 12;
  private static final int INSERTED_EVERY = 8;
  private static final int EMOJI_EVERY = 10;
  private static final List<String> MARKS =
      List.of(" ", "*", ".", "-", "_", "~", "|", "·", "\u200B", "/");
  private static final List<String> PICTURES =
      List.of("😂", "🙏", "🌹", "👍", "😭", "🎉", "🔥", "✨", "😊", "💪");

  private final Wording title;

  Disturbance(String zh, String en) {
    this.title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The text as it might have been written. */
  public String of(String text, RandomGenerator chance) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / INSERTED_EVERY);
    for (int at = 0; at < text.length(); at++) {
      disturb(text, at, chance, out);
    }
    return out.toString();
  }

  abstract void disturb(String text, int at, RandomGenerator chance, StringBuilder out);

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  private static boolean isSurrogate(String text, int at) {
    return Character.isSurrogate(text.charAt(at)) || Character.isSurrogate(text.charAt(at - 1));
  }
}
