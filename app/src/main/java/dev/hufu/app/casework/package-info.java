/**
 * The rooms behind "my money is gone": the first screen, the plan of a matter with its clocks,
 * papers, checks, the calendar file. What is entered goes to the store as entries of a case; what
 * is shown is reckoned anew from them by the pack over lost money.
 */
@NullMarked
package dev.hufu.app.casework;

import org.jspecify.annotations.NullMarked;
