package dev.hufu.app.workbench;

import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A pack in the list.
 *
 * @param decides false for a law pack: it comes with the program and is read only
 * @param since when its version went live; empty for a law pack
 * @param size rules, or entries of a law pack
 * @param asOf the day its rules were last looked over
 * @param drafts versions being written
 */
public record PackRow(
    String id,
    Wording title,
    String version,
    boolean decides,
    Optional<Instant> since,
    int size,
    LocalDate asOf,
    int testsPassed,
    int tests,
    long drafts) {}
