/**
 * Files of events in, typed events or refusals with their place out: line-delimited JSON ({@link
 * dev.hufu.intake.event.NdjsonEvents}), tables of others by a mapping ({@link
 * dev.hufu.intake.event.CsvEvents}), and the way back ({@link dev.hufu.intake.event.EventWriter}).
 *
 * <p>One line is one event and costs, when it is broken, itself only; memory stays flat however
 * long the file; every line that is not empty is counted once.
 */
@NullMarked
package dev.hufu.intake.event;

import org.jspecify.annotations.NullMarked;
