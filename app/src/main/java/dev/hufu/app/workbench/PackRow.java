package dev.hufu.app.workbench;

import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A pack in the list.
 *
 * @param decides whether it has versions here; others come with the program and are read only
 * @param law whether it is a pack of law
 * @param since when its version went live; empty where it has none
 * @param size rules, or entries of a law pack
 * @param parts what a pack over events has besides; empty for others
 * @param asOf the day its rules were last looked over
 * @param drafts versions being written
 */
public record PackRow(
    String id,
    Wording title,
    String version,
    boolean decides,
    boolean law,
    Optional<Instant> since,
    int size,
    Optional<EventParts> parts,
    LocalDate asOf,
    int testsPassed,
    int tests,
    long drafts) {

  /** What a pack over events has besides its rules. */
  public record EventParts(int typologies, int features) {}
}
