/**
 * Scorecards in PMML 4.4, the part of it that says the same as a card of ours. What would say
 * something else is refused, since a score that differs a little after a conversion is the worst
 * kind of wrong. Read and written with the JDK's own XML, no document type, no entities.
 */
@NullMarked
package dev.hufu.learn.card.pmml;

import org.jspecify.annotations.NullMarked;
