/** Tests of times, against an authority that can lie. */
@NullMarked
package dev.hufu.evidence.time;

import org.jspecify.annotations.NullMarked;
