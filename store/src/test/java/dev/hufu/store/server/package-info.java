/** The launcher against real processes, files and kill -9. */
@NullMarked
package dev.hufu.store.server;

import org.jspecify.annotations.NullMarked;
