/**
 * Expected refusals as data: one register of codes ({@link dev.hufu.kernel.code.Code}), each with a
 * sentence in two languages and an HTTP status.
 *
 * <p>What may be refused returns an {@link dev.hufu.kernel.code.Outcome}; exceptions stay for bugs
 * and for I/O. Codes are appended, never renumbered, for people quote them.
 */
@NullMarked
package dev.hufu.kernel.code;

import org.jspecify.annotations.NullMarked;
