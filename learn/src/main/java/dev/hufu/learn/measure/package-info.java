/** How good a score is: ranking, calibration, stability, and how sure one may be of a figure. */
@NullMarked
package dev.hufu.learn.measure;

import org.jspecify.annotations.NullMarked;
