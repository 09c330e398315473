/** What only the room of decisions can see of itself: the quick way held to the slow one. */
@NullMarked
package dev.hufu.policy.decide;

import org.jspecify.annotations.NullMarked;
