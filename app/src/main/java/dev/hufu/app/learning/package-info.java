/**
 * The command line's hands for the room {@code learn}: which tasks there are, how far one has come,
 * and its reports as pages, tables and JSON.
 */
@NullMarked
package dev.hufu.app.learning;

import org.jspecify.annotations.NullMarked;
