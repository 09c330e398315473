package dev.hufu.store;

import dev.hufu.kernel.decision.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of one data key in the key store: 128 random bits, 32 hexadecimal digits. It tells
 * nothing of key or matter, so it may stand in an erasure for good.
 */
record KeyId(String text) {

  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  KeyId {
    if (!fits(text)) {
      throw new IllegalArgumentException("not a key id: " + text);
    }
  }

  static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }

  static KeyId next() {
    return new KeyId(HexFormat.of().formatHex(SealKey.randomBytes(BYTES)));
  }

  /** For a key that lay in the database: the same each time, so that moving it can be repeated. */
  static KeyId moved(MatterId matter) {
    byte[] named = ("hufu.key/1\n" + matter).getBytes(StandardCharsets.UTF_8);
    return new KeyId(Digest.of(named).hex().substring(0, 2 * BYTES));
  }

  @Override
  public String toString() {
    return text;
  }
}
