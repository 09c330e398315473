/**
 * Documents as they are printed, before anybody signs.
 *
 * <p>{@code Press.print(xhtml, at, List.of())} gives a {@code Paper}: PDF/A-3b with the typeface
 * inside and the places of the seals. The body has the class {@code doc}; {@code <strong>} is what
 * must be seen (sums, dates), {@code <u>} what was filled in, {@code .four} the three things to
 * look at, {@code .doc__sig} the row of seals, each an empty {@code <div class="seal"
 * id="seal-borrower"></div>}.
 */
@NullMarked
package dev.hufu.evidence.document;

import org.jspecify.annotations.NullMarked;
