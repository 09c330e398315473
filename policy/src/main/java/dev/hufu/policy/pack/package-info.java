/**
 * What a pack says, as types: read-only, complete, checked. Start at {@link
 * dev.hufu.policy.pack.Pack}; the format on disk is in {@code docs/reference/pack-format.md}.
 */
@NullMarked
package dev.hufu.policy.pack;

import org.jspecify.annotations.NullMarked;
