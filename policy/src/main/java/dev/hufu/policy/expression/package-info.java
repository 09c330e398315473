/**
 * Conditions in CEL: compiled against declared names, evaluated to true, false or unknown.
 *
 * <p>Unknown is not false: it names the facts that are missing, so that a decision can say what it
 * waits for. Nothing outside this package and {@code plan} sees a type of CEL.
 */
@NullMarked
package dev.hufu.policy.expression;

import org.jspecify.annotations.NullMarked;
