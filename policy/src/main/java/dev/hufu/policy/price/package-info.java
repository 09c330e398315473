/**
 * A price held against what was promised and against the lines of law: each line is a type of its
 * own and speaks only where it applies. It says what it saw, and leaves the judgement to others.
 */
@NullMarked
package dev.hufu.policy.price;

import org.jspecify.annotations.NullMarked;
