/**
 * Features: aggregates over what happened before, declared as data and computed exactly.
 *
 * <p>A window is {@code (t − delay − width, t − delay]}, the current event included unless it is
 * declared otherwise; among events of the same millisecond the order is that of arrival. Start at
 * {@link dev.hufu.kernel.feature.FeatureSpec}.
 */
@NullMarked
package dev.hufu.kernel.feature;

import org.jspecify.annotations.NullMarked;
