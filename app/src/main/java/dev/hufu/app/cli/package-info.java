/**
 * The command line: {@code ask}, {@code screen}, {@code pack}. Commands say the same as the pages
 * do, without a server and without keeping anything; they are an edge, so they may ask what time it
 * is.
 */
@NullMarked
package dev.hufu.app.cli;

import org.jspecify.annotations.NullMarked;
