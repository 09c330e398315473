/** What a pack proves of itself: its tests, its differences from another version, its claims. */
@NullMarked
package dev.hufu.policy.trial;

import org.jspecify.annotations.NullMarked;
