/**
 * Text as people write it: folded, cut into turns, searched for sums, days and known scripts. What
 * is found always points back into the text as it was given.
 *
 * <p>Start at {@link dev.hufu.language.chat.LanguageChatReader}, which does all of it for one chat;
 * {@code package.md} of this room draws the paths. It sees the kernel and libraries only, keeps
 * nothing, logs nothing, and takes the time as an argument. It knows no script by itself: those
 * come from packs.
 */
@NullMarked
package dev.hufu.language;

import org.jspecify.annotations.NullMarked;
