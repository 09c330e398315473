package dev.hufu.bench.flink;

import dev.hufu.bench.TallyEvents;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventValues;

/**
 * A transfer as a Flink POJO: what the eight features read, and the checksum so far. Public fields
 * that can be set are what Flink's fast serializer asks for.
 */
public final class Transfer {

  private static final EventType TYPE = TallyEvents.TRANSFER;
  private static final int AMOUNT = TYPE.place("amount");
  private static final int PAYER = TYPE.place("payer");
  private static final int PAYEE = TYPE.place("payee");
  private static final int DEVICE = TYPE.place("device");

  /** In milliseconds since 1970. */
  public long at;

  /** In fen. */
  public long amount;

  public String payer = "";
  public String payee = "";
  public String device = "";

  /** Each feature times its number, added up. */
  public long sum;

  static Transfer of(EventValues event) {
    Transfer transfer = new Transfer();
    transfer.at = event.at();
    transfer.amount = event.number(AMOUNT);
    transfer.payer = event.word(PAYER);
    transfer.payee = event.word(PAYEE);
    transfer.device = event.word(DEVICE);
    return transfer;
  }
}
