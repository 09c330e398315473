package dev.hufu.kernel.lender;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The unified social credit code of an organisation in China: 17 characters and a check character
 * (GB 32100-2015).
 *
 * <p>Example: {@code CreditCode.valid("91110000100003962Y")}.
 */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

  private CreditCode() {}

  /** As it is compared: upper case, without white space. */
  public static String plain(String code) {
    return code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** Whether the shape and the check character fit; it may still belong to nobody. */
  public static boolean valid(String code) {
    String plain = plain(code);
    if (!SHAPE.matcher(plain).matches()) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(plain.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.indexOf(plain.charAt(17)) == (31 - sum % 31) % 31;
  }
}
