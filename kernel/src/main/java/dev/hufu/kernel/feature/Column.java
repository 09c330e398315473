package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.FieldKind;

/**
 * One named value that a condition may read: a field of the event, a feature, or what is derived
 * from the event's time.
 *
 * @param name as expressions write it: {@code transfer.amount}, {@code payer.out.sum_24h}
 */
public record Column(String name, FieldKind kind) {}
