package dev.hufu.intake.event;

/** What an id or a word of an event may be made of. */
final class Words {

  private Words() {}

  /** Not empty, no control character, no half of a surrogate pair. */
  static boolean usable(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < ' ' || c >= 0x7F && c < 0xA0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        return paired(word, i);
      }
    }
    return !word.isEmpty();
  }

  private static boolean paired(String word, int from) {
    return word.codePoints()
        .skip(word.codePointCount(0, from))
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE || Character.isISOControl(c));
  }
}
