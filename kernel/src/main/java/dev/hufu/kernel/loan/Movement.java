package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;

/**
 * Money that moved on a day: given, paid back, or spent on getting it back.
 *
 * @param note how, in a few words; may be empty
 */
public record Movement(LocalDate day, Fen sum, String note) {}
