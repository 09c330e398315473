/** Tests of the witness for the logs of others. */
@NullMarked
package dev.hufu.app.witness;

import org.jspecify.annotations.NullMarked;
