/**
 * Dated series and working-day calendars: values that know until when they are known. Outside what
 * they know the answer is empty, never a guess.
 */
@NullMarked
package dev.hufu.kernel.time;

import org.jspecify.annotations.NullMarked;
