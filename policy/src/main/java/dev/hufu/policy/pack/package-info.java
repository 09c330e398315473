/** What a pack says, as types: read-only, complete, checked. */
@NullMarked
package dev.hufu.policy.pack;

import org.jspecify.annotations.NullMarked;
