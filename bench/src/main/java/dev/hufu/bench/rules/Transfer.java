package dev.hufu.bench.rules;

/** One event of the workload, as engines that like beans want it. */
public final class Transfer {

  private final long[] numbers;
  private final boolean[] flags;
  private final String city;
  private final String device;

  Transfer(long[] numbers, boolean[] flags, String city, String device) {
    this.numbers = numbers;
    this.flags = flags;
    this.city = city;
    this.device = device;
  }

  long number(int index) {
    return numbers[index];
  }

  boolean flag(int index) {
    return flags[index];
  }

  public long getAmount() {
    return numbers[0];
  }

  public long getHour() {
    return numbers[1];
  }

  public long getFriendDays() {
    return numbers[2];
  }

  public long getSilentDays() {
    return numbers[3];
  }

  public long getAccountAge() {
    return numbers[4];
  }

  public long getPayeeAge() {
    return numbers[5];
  }

  public long getPrevTransfers() {
    return numbers[6];
  }

  public long getFails() {
    return numbers[7];
  }

  public long getScamScore() {
    return numbers[8];
  }

  public long getCredit() {
    return numbers[9];
  }

  public long getIncomeRatio() {
    return numbers[10];
  }

  public long getSpread() {
    return numbers[11];
  }

  public long getVelocity() {
    return numbers[12];
  }

  public boolean isFirstTime() {
    return flags[0];
  }

  public boolean isGeoMismatch() {
    return flags[1];
  }

  public boolean isDelayed() {
    return flags[2];
  }

  public boolean isNewDevice() {
    return flags[3];
  }

  public String getCity() {
    return city;
  }

  public String getDevice() {
    return device;
  }
}
