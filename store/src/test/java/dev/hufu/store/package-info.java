/** The books against a real PostgreSQL: one server a run, a fresh database a class. */
@NullMarked
package dev.hufu.store;

import org.jspecify.annotations.NullMarked;
