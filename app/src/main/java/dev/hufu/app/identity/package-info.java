/**
 * Who is asking: a visitor without a name, or the owner of this installation.
 *
 * <p>There is no password and no registration. Checking a chat needs no sign-in: a visitor gets a
 * random owner id that lives in the session. The link printed in the terminal signs in once and
 * turns the visitor into the owner. Controllers take a {@link dev.hufu.app.identity.Visitor} as an
 * argument and never read the session themselves. Colleagues the owner has invited sign in the same
 * way; pages for the team alone take a {@link dev.hufu.app.identity.Member}.
 */
@NullMarked
package dev.hufu.app.identity;

import org.jspecify.annotations.NullMarked;
