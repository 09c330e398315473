/**
 * Our own PostgreSQL: the binaries come as a Maven artifact, the data lies in the data folder, and
 * whatever a killed process left behind is adopted or stopped before anything else happens.
 *
 * <p>The test library around the same binaries turns fsync off and leaves orphans; this launcher
 * exists because neither is bearable for the data of a person. Linux only: it reads {@code /proc}.
 */
@NullMarked
package dev.hufu.store.server;

import org.jspecify.annotations.NullMarked;
