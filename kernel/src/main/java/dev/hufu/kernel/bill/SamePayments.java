package dev.hufu.kernel.bill;

import dev.hufu.kernel.bill.Pairing.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Payments that stand in the bill of a wallet and again in that of the bank whose card paid: one
 * payment, not two.
 */
final class SamePayments {

  /** How banks name the wallets. */
  private static final Map<Platform, List<String>> NAMES =
      Map.of(
          Platform.WECHAT, List.of("财付通", "微信", "Tenpay"),
          Platform.ALIPAY, List.of("支付宝", "蚂蚁", "Alipay"),
          Platform.JD, List.of("京东", "网银在线"),
          Platform.MEITUAN, List.of("美团", "三快"));

  private final List<BillRow> rows;
  private final Duration apartMax;

  SamePayments(List<BillRow> rows, Duration apartMax) {
    this.rows = rows;
    this.apartMax = apartMax;
  }

  /** Each wallet row with its bank row, at most one for either. */
  List<Pairing> find() {
    if (rows.stream().allMatch(row -> row.platform().wallet())) {
      return List.of();
    }
    Map<Long, List<Integer>> wallets = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      BillRow row = rows.get(i);
      if (row.platform().wallet() && overCard(row)) {
        wallets.computeIfAbsent(row.amount().fen(), none -> new ArrayList<>(1)).add(i);
      }
    }
    List<Pairing> pairs = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      BillRow row = rows.get(i);
      if (!row.platform().wallet()) {
        int bank = i;
        wallet(row, wallets.getOrDefault(row.amount().fen(), List.of()), taken)
            .ifPresent(
                wallet -> {
                  taken.add(wallet);
                  pairs.add(new Pairing(wallet, bank, How.SAME_PAYMENT, row.amount()));
                });
      }
    }
    return pairs;
  }

  private static boolean overCard(BillRow row) {
    return row.amount().fen() > 0
        && (row.method().contains("银行")
            || row.method().contains("信用卡")
            || row.kind() == RowKind.WITHDRAWAL
            || row.kind() == RowKind.TOP_UP);
  }

  private Optional<Integer> wallet(BillRow bank, List<Integer> candidates, Set<Integer> taken) {
    String words =
        bank.counterparty() + bank.words().where() + bank.item() + bank.note() + bank.type();
    int best = -1;
    long nearest = Long.MAX_VALUE;
    for (int candidate : candidates) {
      BillRow row = rows.get(candidate);
      List<String> names = NAMES.getOrDefault(row.platform(), List.of());
      if (taken.contains(candidate) || names.stream().noneMatch(words::contains)) {
        continue;
      }
      long apart = Math.abs(row.time().at().getEpochSecond() - bank.time().at().getEpochSecond());
      boolean fits =
          bank.time().ofDay()
              ? apart <= apartMax.toSeconds()
              : row.time().local().toLocalDate().equals(bank.time().local().toLocalDate());
      boolean sameWay = row.direction() == bank.direction() || row.direction() == Direction.NEUTRAL;
      if (fits && sameWay && apart < nearest) {
        nearest = apart;
        best = candidate;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }
}
