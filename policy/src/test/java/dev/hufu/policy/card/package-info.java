/** Scorecards held to a worked case, to their own slow reading, and to the law of refusal. */
@NullMarked
package dev.hufu.policy.card;

import org.jspecify.annotations.NullMarked;
