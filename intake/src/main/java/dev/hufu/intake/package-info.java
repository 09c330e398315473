/**
 * Hostile bytes in, typed values or refusals out. Sizes are checked before anything is decoded, and
 * whatever a decoder throws at bad bytes becomes a refusal with a code.
 */
@NullMarked
package dev.hufu.intake;

import org.jspecify.annotations.NullMarked;
