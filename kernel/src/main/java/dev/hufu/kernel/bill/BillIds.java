package dev.hufu.kernel.bill;

/**
 * The numbers of a payment.
 *
 * @param transaction the platform's own (交易单号); empty where there is none
 * @param merchant the shop's order (商户单号); empty where there is none
 */
public record BillIds(String transaction, String merchant) {

  public static final BillIds NONE = new BillIds("", "");

  public boolean isEmpty() {
    return transaction.isEmpty() && merchant.isEmpty();
  }
}
