/**
 * Hostile bytes in, typed values or refusals out: pictures ({@link dev.hufu.intake.ImageSniffer}),
 * texts ({@link dev.hufu.intake.TextSniffer}), facts files ({@link dev.hufu.intake.FactsFile}) and
 * line-delimited JSON ({@link dev.hufu.intake.NdjsonTexts}).
 *
 * <p>Sizes are checked before anything is decoded, and whatever a decoder throws at bad bytes
 * becomes a refusal with a code and, where it can, a place in the file. This room sees the kernel
 * only, and it alone may decode pictures. {@code IntakeFuzzTest} feeds it rubbish in every build.
 */
@NullMarked
package dev.hufu.intake;

import org.jspecify.annotations.NullMarked;
