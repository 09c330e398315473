/** Bundles written here and checked by the verifier that knows nothing of this room. */
@NullMarked
package dev.hufu.evidence.bundle;

import org.jspecify.annotations.NullMarked;
