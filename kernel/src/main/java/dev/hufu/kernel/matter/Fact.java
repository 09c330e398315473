package dev.hufu.kernel.matter;

/**
 * One typed statement about a matter, with where it came from.
 *
 * <p>Example: {@code request.amount = 1000.00 yuan, SHOWN}.
 */
public record Fact(String name, FactValue value, Provenance provenance) {}
