/**
 * The program: one {@code main} for the server and for every command, and the wiring of the rooms.
 *
 * <p>Rooms are packages below this one. A room may use the public types of another, never its
 * package-private ones; what the whole house shares (language of a reply, errors, clock) lies in
 * {@code ops}, and who is asking lies in {@code identity}. Start at {@link dev.hufu.app.Main}.
 */
@NullMarked
package dev.hufu.app;

import org.jspecify.annotations.NullMarked;
