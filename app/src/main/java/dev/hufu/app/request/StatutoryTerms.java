package dev.hufu.app.request;

import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.Matter;
import dev.hufu.store.RetentionTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Terms for keeping matters, from the entries of law of kind {@code retention}: {@code value:
 * {kind: retention, years: 10, keeper: institution, matters: any}}.
 *
 * <p>Which of them bind depends on who runs this Hufu, as {@code HUFU_KEEPER} says ({@code
 * institution}; several with commas). Without it nothing binds: a person may erase what is theirs.
 * A term runs from the last change of the matter and ends with its last day in the pack's zone.
 */
final class StatutoryTerms implements RetentionTerms {

  private static final String VARIABLE = "HUFU_KEEPER";
  private static final String LAW_PACK = "cn/law";
  private static final String KIND = "retention";

  private final Set<String> keepers;
  private final Supplier<Optional<Pack>> law;

  StatutoryTerms(Set<String> keepers, Supplier<Optional<Pack>> law) {
    this.keepers = Set.copyOf(keepers);
    this.law = law;
  }

  static StatutoryTerms of(Map<String, String> environment, PackShelf shelf) {
    String told = environment.getOrDefault(VARIABLE, "");
    Set<String> keepers =
        Set.copyOf(Stream.of(told.split(",", -1)).map(String::strip).distinct().toList());
    return new StatutoryTerms(keepers, () -> shelf.library().find(LAW_PACK));
  }

  @Override
  public Optional<Until> until(Matter matter) {
    return law.get()
        .flatMap(
            pack ->
                pack.law().entries().values().stream()
                    .flatMap(entry -> term(entry, matter, pack.zone()).stream())
                    .max(Comparator.comparing(Until::at)));
  }

  private Optional<Until> term(Law.Entry entry, Matter matter, ZoneId zone) {
    Map<String, String> value = entry.value();
    LocalDate day = matter.updatedAt().atZone(zone).toLocalDate();
    String matters = value.getOrDefault("matters", "");
    if (!value.getOrDefault("kind", "").equals(KIND)
        || !keepers.contains(value.getOrDefault("keeper", "?"))
        || (!matters.equals("any") && !matters.equals(matter.kind()))
        || !entry.decides(day)
        || entry.number("years").isEmpty()) {
      return Optional.empty();
    }
    Instant end =
        day.plusYears(entry.number("years").getAsInt()).plusDays(1).atStartOfDay(zone).toInstant();
    return Optional.of(new Until(end, entry.id()));
  }
}
