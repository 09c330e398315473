/** Days and clocks as a file that the calendar of a phone or a computer takes in. */
@NullMarked
package dev.hufu.app.calendar;

import org.jspecify.annotations.NullMarked;
