/** Cosignatures: a key's word, with its time, that a checkpoint continues all it saw before. */
@NullMarked
package dev.hufu.tlog.cosign;

import org.jspecify.annotations.NullMarked;
