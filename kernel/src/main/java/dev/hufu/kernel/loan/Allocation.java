package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;

/**
 * Where one payment went: costs, interest, principal, in this order; what nothing was owed for is
 * left over. The four always add up to the payment.
 */
public record Allocation(Movement payment, Fen costs, Fen interest, Fen principal, Fen left) {}
