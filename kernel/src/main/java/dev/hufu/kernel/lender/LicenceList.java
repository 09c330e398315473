package dev.hufu.kernel.lender;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dated list of those who may lend. Immutable.
 *
 * <p>Example: {@code list.match(claim, day).state()}.
 *
 * @param title what the list is: 全国小额贷款公司名单
 * @param source who published it, and where
 * @param asOf the day it was published; it says nothing about later changes
 */
public record LicenceList(String title, String source, LocalDate asOf, List<Licence> entries) {

  public LicenceList {
    entries = List.copyOf(entries);
  }

  /** What a list says of a claim. None of them proves fraud. */
  public enum State {
    /** Name and number fit an entry that holds. */
    LISTED,
    /** They fit an entry that has ended or not begun. */
    EXPIRED,
    /** The number is in the list, but under another name. */
    OTHER_NAME,
    /** The name is in the list, but with another number. */
    OTHER_NUMBER,
    /** Neither is in this list. */
    NOT_LISTED;

    /** As packs and files write it: {@code not_listed}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The outcome, with the entry it rests on.
   *
   * @param entry empty where nothing was found
   */
  public record Match(State state, Optional<Licence> entry) {}

  /** Compares a claim with the list; a number that is not claimed does not count against it. */
  public Match match(LicenceClaim claim, LocalDate day) {
    Optional<Licence> byNumber =
        entries.stream().filter(entry -> numberFits(entry, claim)).findFirst();
    Optional<Licence> byName = entries.stream().filter(entry -> nameFits(entry, claim)).findFirst();
    if (byNumber.isPresent()) {
      boolean other = claim.name().isPresent() && !nameFits(byNumber.get(), claim);
      return other
          ? new Match(State.OTHER_NAME, byNumber)
          : new Match(inTime(byNumber.get(), day), byNumber);
    }
    if (byName.isPresent()) {
      boolean other = numberDiffers(byName.get(), claim);
      return other
          ? new Match(State.OTHER_NUMBER, byName)
          : new Match(inTime(byName.get(), day), byName);
    }
    return new Match(State.NOT_LISTED, Optional.empty());
  }

  /** Entries whose name, codes, kind or region hold the words, in the list's order. */
  public List<Licence> search(String words, int most) {
    String wanted = plain(words);
    return entries.stream()
        .filter(
            entry ->
                wanted.isEmpty()
                    || plain(
                            String.join(
                                "\n",
                                entry.name(),
                                entry.creditCode().orElse(""),
                                entry.number().orElse(""),
                                entry.kind(),
                                entry.region()))
                        .contains(wanted))
        .limit(most)
        .toList();
  }

  private static State inTime(Licence entry, LocalDate day) {
    return entry.holds(day) ? State.LISTED : State.EXPIRED;
  }

  private static boolean nameFits(Licence entry, LicenceClaim claim) {
    return claim.name().map(name -> plain(name).equals(plain(entry.name()))).orElse(false);
  }

  private static boolean numberFits(Licence entry, LicenceClaim claim) {
    return same(entry.creditCode(), claim.creditCode()) || same(entry.number(), claim.number());
  }

  /** A claimed number that the entry has, but otherwise. */
  private static boolean numberDiffers(Licence entry, LicenceClaim claim) {
    return differs(entry.creditCode(), claim.creditCode())
        || differs(entry.number(), claim.number());
  }

  private static boolean same(Optional<String> listed, Optional<String> claimed) {
    return listed.isPresent()
        && claimed.isPresent()
        && plain(listed.get()).equals(plain(claimed.get()));
  }

  private static boolean differs(Optional<String> listed, Optional<String> claimed) {
    return listed.isPresent() && claimed.isPresent() && !same(listed, claimed);
  }

  /** Full and half width, brackets, spaces and case do not tell two names apart. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s()\\[\\]【】《》「」]", "")
        .toLowerCase(Locale.ROOT);
  }
}
