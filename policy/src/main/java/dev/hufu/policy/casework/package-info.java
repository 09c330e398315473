/**
 * Plans after money is gone, as a pure function of pack, case and moment: tasks in order, clocks
 * with every run and reminder, thresholds, papers. The same case at the same moment gives the same
 * plan, on the page, in the calendar file and on paper.
 */
@NullMarked
package dev.hufu.policy.casework;

import org.jspecify.annotations.NullMarked;
