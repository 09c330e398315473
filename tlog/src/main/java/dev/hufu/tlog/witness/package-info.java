/** The witness protocol: requests, rulings over a state that the caller keeps, and answers. */
@NullMarked
package dev.hufu.tlog.witness;

import org.jspecify.annotations.NullMarked;
