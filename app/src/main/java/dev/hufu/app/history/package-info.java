/**
 * Runs of a pack over files of events: reading on one thread and deciding on another, totals that
 * add up, and the report of a backtest as text, JSON and one page. The commands are thin around it.
 */
@NullMarked
package dev.hufu.app.history;

import org.jspecify.annotations.NullMarked;
