/**
 * Looks through a timeline of bills for what stands out against the person's own habits: pure
 * functions whose thresholds and sentences a pack gives. A finding is never a verdict; it names its
 * rows and the ordinary explanation to rule out first.
 */
@NullMarked
package dev.hufu.policy.forensics;

import org.jspecify.annotations.NullMarked;
