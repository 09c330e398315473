/** Dated series and working-day calendars: values that know until when they are known. */
@NullMarked
package dev.hufu.kernel.time;

import org.jspecify.annotations.NullMarked;
