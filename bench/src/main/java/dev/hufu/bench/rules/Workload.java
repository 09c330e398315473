package dev.hufu.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rules and events from a seed: two to five parts over 13 numbers and 4 flags, a tenth of them
 * lists of places and beginnings of device names. The profile says how often a rule holds.
 */
final class Workload {

  /** About 9 % or about 0.5 % of all pairs of a rule and an event. */
  enum Profile {
    DENSE(0.09),
    SPARSE(0.005);

    private final double share;

    Profile(double share) {
      this.share = share;
    }
  }

  /** One part of a rule. */
  sealed interface Part {
    boolean holds(Transfer transfer);
  }

  record Below(int number, long bound) implements Part {
    @Override
    public boolean holds(Transfer transfer) {
      return transfer.number(number) < bound;
    }
  }

  record AtLeast(int number, long bound) implements Part {
    @Override
    public boolean holds(Transfer transfer) {
      return transfer.number(number) >= bound;
    }
  }

  record Flag(int flag, boolean wanted) implements Part {
    @Override
    public boolean holds(Transfer transfer) {
      return transfer.flag(flag) == wanted;
    }
  }

  record City(List<String> cities) implements Part {
    @Override
    public boolean holds(Transfer transfer) {
      return cities.contains(transfer.getCity());
    }
  }

  record Device(String prefix) implements Part {
    @Override
    public boolean holds(Transfer transfer) {
      return transfer.getDevice().startsWith(prefix);
    }
  }

  static final List<String> NUMBERS =
      List.of(
          "amount",
          "hour",
          "friendDays",
          "silentDays",
          "accountAge",
          "payeeAge",
          "prevTransfers",
          "fails",
          "scamScore",
          "credit",
          "incomeRatio",
          "spread",
          "velocity");
  static final List<String> FLAGS = List.of("firstTime", "geoMismatch", "delayed", "newDevice");

  private static final long SEED = 20261122L;
  private static final int EVENTS = 512;
  private static final int NUMBER_MAX = 100_000;
  private static final int CITIES = 10;
  private static final int DEVICES = 4_000;

  private final List<List<Part>> rules = new ArrayList<>();
  private final List<Transfer> events = new ArrayList<>();

  Workload(int size, Profile profile) {
    Random random = new Random(SEED);
    for (int i = 0; i < size; i++) {
      rules.add(rule(random, profile.share));
    }
    for (int i = 0; i < EVENTS; i++) {
      events.add(event(random));
    }
  }

  List<List<Part>> rules() {
    return rules;
  }

  List<Transfer> events() {
    return events;
  }

  /** Flags and words hold by chance as they do; the numbers make up for the rest. */
  private static List<Part> rule(Random random, double share) {
    int size = 2 + random.nextInt(4);
    List<Part> parts = new ArrayList<>();
    int numbers = 0;
    double left = share;
    for (int i = 0; i < size; i++) {
      int kind = random.nextInt(20);
      if (kind >= 18 && i > 0) {
        boolean city = kind == 18;
        left /= city ? 0.4 : 0.3;
        parts.add(city ? cities(random) : new Device("d" + (1 + random.nextInt(3))));
      } else if (kind >= 14 && i > 0) {
        left /= 0.5;
        parts.add(new Flag(random.nextInt(FLAGS.size()), random.nextBoolean()));
      } else {
        numbers++;
      }
    }
    double each = Math.min(0.95, Math.pow(left, 1.0 / numbers));
    for (int i = 0; i < numbers; i++) {
      double one = Math.clamp(each + (random.nextDouble() - 0.5) * 0.1, 0.001, 0.999);
      int number = random.nextInt(NUMBERS.size());
      parts.add(
          random.nextBoolean()
              ? new Below(number, (long) (one * NUMBER_MAX))
              : new AtLeast(number, (long) ((1 - one) * NUMBER_MAX)));
    }
    return parts;
  }

  private static City cities(Random random) {
    List<String> cities = new ArrayList<>();
    for (int i = 0; i < CITIES / 2; i++) {
      cities.add("c" + random.nextInt(CITIES));
    }
    return new City(cities.stream().distinct().toList());
  }

  private static Transfer event(Random random) {
    long[] numbers = new long[NUMBERS.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextInt(NUMBER_MAX);
    }
    boolean[] flags = new boolean[FLAGS.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = random.nextBoolean();
    }
    return new Transfer(
        numbers, flags, "c" + random.nextInt(CITIES), "d" + random.nextInt(DEVICES));
  }
}
