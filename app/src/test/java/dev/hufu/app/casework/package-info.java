/** Tests of what is read from and written for a case: slips, times, calendar files. */
@NullMarked
package dev.hufu.app.casework;

import org.jspecify.annotations.NullMarked;
