/**
 * The audit of a lender, for the command line and the pages: the pack of the day, the licence lists
 * of this installation, answers as JSON.
 */
@NullMarked
package dev.hufu.app.lender;

import org.jspecify.annotations.NullMarked;
