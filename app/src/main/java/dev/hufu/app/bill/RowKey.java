package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a row is known by in whichever file it stands: sixteen characters that say nothing of it.
 *
 * <p>Example: the same payment in a bill of June and in one of the whole year has one key.
 */
final class RowKey {

  private static final int BYTES = 8;

  private RowKey() {}

  static String of(BillRow row) {
    String said =
        String.join(
            "\n",
            row.platform().id(),
            row.ids().transaction(),
            row.ids().merchant(),
            row.time().toString(),
            Long.toString(row.amount().fen()),
            row.direction().id(),
            row.counterparty(),
            row.item());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java has SHA-256", every);
    }
  }
}
