/**
 * Rules at speed: conditions over a {@link dev.hufu.kernel.feature.Row}, thousands at a time.
 *
 * <p>{@code RowConditions} checks one condition and says what CEL says of it; {@code RulePlan}
 * turns many into one index over their constants and gives the same answers some hundred times
 * faster. What the index cannot hold is reckoned by closures, and the rest by CEL itself.
 */
@NullMarked
package dev.hufu.policy.plan;

import org.jspecify.annotations.NullMarked;
