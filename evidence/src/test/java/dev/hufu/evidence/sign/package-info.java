/** Tests of signatures, with keys as a browser would make them. */
@NullMarked
package dev.hufu.evidence.sign;

import org.jspecify.annotations.NullMarked;
