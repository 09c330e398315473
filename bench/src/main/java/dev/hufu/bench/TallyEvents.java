package dev.hufu.bench;

import static dev.hufu.kernel.matter.Sensitivity.OPEN;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Wallet transfers made from a seed: the stream that every engine of a comparison is given. Time
 * never runs backwards, and ties happen.
 *
 * <p>Example: {@code new TallyEvents(Spread.ZIPF, 1, 1_000_000, 650).next()}.
 */
public final class TallyEvents {

  /** How the events spread over the accounts. */
  public enum Spread {
    UNIFORM,
    /** The busiest payer and the busiest payee have some 5 % of all events each. */
    ZIPF
  }

  /** With a million accounts the first has 5.0 % of the events. */
  private static final double ZIPF_EXPONENT = 0.955;

  private static final long BEGIN = 1_790_000_000_000L;
  private static final int CITIES = 300;
  private static final int DEVICES_EACH = 2;

  /** A transfer with what a wallet knows beside it: 22 fields with id and time. */
  public static final EventType TRANSFER =
      EventTypes.TRANSFER.with(
          List.of(
              number("hour", FieldKind.COUNT),
              number("friendDays", FieldKind.COUNT),
              number("silentDays", FieldKind.COUNT),
              number("accountAge", FieldKind.COUNT),
              number("payeeAge", FieldKind.COUNT),
              number("prevTransfers", FieldKind.COUNT),
              number("fails", FieldKind.COUNT),
              number("scamScore", FieldKind.RATE),
              number("credit", FieldKind.COUNT),
              number("incomeRatio", FieldKind.RATE),
              number("firstTime", FieldKind.FLAG),
              number("geoMismatch", FieldKind.FLAG),
              number("delayed", FieldKind.FLAG),
              number("newDevice", FieldKind.FLAG)));

  public static final EventTypes TYPES = EventTypes.BUILT_IN.with(TRANSFER);

  private static final String[] CHANNELS = {"balance", "card", "qr", "family", "chat"};
  private static final int AMOUNT = TRANSFER.place("amount");
  private static final int PAYER = TRANSFER.place("payer");
  private static final int PAYEE = TRANSFER.place("payee");
  private static final int DEVICE = TRANSFER.place("device");
  private static final int PLACE = TRANSFER.place("place");
  private static final int CHANNEL = TRANSFER.place("channel");
  private static final int HOUR = TRANSFER.place("hour");

  /** For each further field, how many different values it has. */
  private static final int[] RANGES = {
    24, 2_000, 400, 3_000, 3_000, 50, 4, 1_000_001, 900, 1_000_001, 2, 2, 2, 2
  };

  private final SplittableRandom random;
  private final int accounts;
  private final double gapMillis;
  private final double[] zipf;
  private double clock = BEGIN;
  private long serial;

  /**
   * @param accounts how many there are
   * @param gapMillis between two events in the mean
   */
  public TallyEvents(Spread spread, long seed, int accounts, double gapMillis) {
    this.random = new SplittableRandom(seed);
    this.accounts = accounts;
    this.gapMillis = gapMillis;
    this.zipf = spread == Spread.ZIPF ? cumulated(accounts) : new double[0];
  }

  private static EventField number(String name, FieldKind kind) {
    return new EventField(name, kind, "", OPEN, false);
  }

  private static double[] cumulated(int accounts) {
    double[] cumulated = new double[accounts];
    double sum = 0;
    for (int rank = 0; rank < accounts; rank++) {
      sum += Math.pow(rank + 1, -ZIPF_EXPONENT);
      cumulated[rank] = sum;
    }
    return cumulated;
  }

  /** The next event; every word in it is a new string, as from a parser. */
  public EventValues next() {
    // The mean of the product is the gap; one in ten events falls on the moment of the last.
    clock += random.nextInt(10) == 0 ? 0 : random.nextDouble() * gapMillis * 20 / 9;
    int payer = account();
    int payee = (int) ((account() * 7_919L + 12_345) % accounts);
    EventValues.Builder event = EventValues.of(TRANSFER, "t" + serial++, (long) clock);
    event.put(AMOUNT, 1 + (long) Math.exp(random.nextDouble() * 15));
    event.put(PAYER, "a" + payer);
    event.put(PAYEE, "a" + payee);
    event.put(DEVICE, "d" + (payer + (long) accounts * random.nextInt(DEVICES_EACH)));
    event.put(PLACE, "c" + random.nextInt(CITIES));
    event.put(CHANNEL, CHANNELS[random.nextInt(CHANNELS.length)]);
    for (int further = 0; further < RANGES.length; further++) {
      event.put(HOUR + further, random.nextInt(RANGES[further]));
    }
    return event.build();
  }

  private int account() {
    if (zipf.length == 0) {
      return random.nextInt(accounts);
    }
    int found = Arrays.binarySearch(zipf, random.nextDouble() * zipf[accounts - 1]);
    return found >= 0 ? found : -found - 1;
  }
}
