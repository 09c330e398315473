/**
 * What a pack proves of itself: its own stories, and its differences from another version in words.
 */
@NullMarked
package dev.hufu.policy.trial;

import org.jspecify.annotations.NullMarked;
