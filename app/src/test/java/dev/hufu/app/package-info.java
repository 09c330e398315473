/** The program from outside: real HTTP, a real PostgreSQL, no stand-ins but the clock. */
@NullMarked
package dev.hufu.app;

import org.jspecify.annotations.NullMarked;
