/** Signed notes: text that one or more keys have signed, and the keys' own text form. */
@NullMarked
package dev.hufu.tlog.note;

import org.jspecify.annotations.NullMarked;
