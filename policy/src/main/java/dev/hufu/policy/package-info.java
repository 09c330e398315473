/**
 * Packs: folders of data that decide one kind of matter in one jurisdiction.
 *
 * <p>A pack is loaded and checked by {@link dev.hufu.policy.load.PackLoader}, decides through
 * {@link dev.hufu.policy.decide.Decider}, proves itself by its own tests ({@link
 * dev.hufu.policy.trial.PackTrial}), and is compared with another by {@link
 * dev.hufu.policy.trial.PackDiff}. The format is documented in {@code
 * docs/reference/pack-format.md}. This is the only room that knows CEL; it does no I/O but to read
 * a folder, and never asks what time it is.
 */
@NullMarked
package dev.hufu.policy;

import org.jspecify.annotations.NullMarked;
