/**
 * Who may lend, as a supervisor published it on a day: the licence list that {@code intake} reads
 * and the audit of a lender compares with. That a name is not in a list says nothing but that.
 */
@NullMarked
package dev.hufu.kernel.lender;

import org.jspecify.annotations.NullMarked;
