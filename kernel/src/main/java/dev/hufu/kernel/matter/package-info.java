/**
 * What somebody brings: facts, each typed, with its unit and with where it came from.
 *
 * <p>Start at {@link dev.hufu.kernel.matter.FactType}: packs declare what may be known with it, and
 * its {@code parse} is the only way from something written to a value.
 */
@NullMarked
package dev.hufu.kernel.matter;

import org.jspecify.annotations.NullMarked;
