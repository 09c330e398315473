/**
 * The decision: verdict, stages, findings, reasons, and what would change it.
 *
 * <p>Start at {@link dev.hufu.kernel.decision.Decision}. These are values only; who comes to them
 * is the policy room. {@link dev.hufu.kernel.decision.Inputs} is all that a decision may depend on.
 */
@NullMarked
package dev.hufu.kernel.decision;

import org.jspecify.annotations.NullMarked;
