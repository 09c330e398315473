package dev.hufu.kernel.bill;

import dev.hufu.kernel.money.Fen;
import java.util.Optional;

/**
 * Sums beside the amount of a row.
 *
 * @param fee what the platform took for it (服务费)
 * @param refunded what came back already, where the row itself says so (已退款￥5.00)
 * @param balance what was in the account afterwards
 * @param currency ISO code; sums of other money than CNY are hundredths of that money
 */
public record BillSums(
    Optional<Fen> fee, Optional<Fen> refunded, Optional<Fen> balance, String currency) {

  public static final BillSums NONE =
      new BillSums(Optional.empty(), Optional.empty(), Optional.empty(), "CNY");
}
