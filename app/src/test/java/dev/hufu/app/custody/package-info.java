/** Tests of the evidence log at work: witnesses, times, restores, kills. */
@NullMarked
package dev.hufu.app.custody;

import org.jspecify.annotations.NullMarked;
