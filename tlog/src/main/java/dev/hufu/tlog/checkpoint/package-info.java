/** Checkpoints: what a log says about itself at a size, as the text of a signed note. */
@NullMarked
package dev.hufu.tlog.checkpoint;

import org.jspecify.annotations.NullMarked;
