/**
 * Features: aggregates over what happened before, declared as data and computed exactly.
 *
 * <p>A window is {@code (t − delay − width, t − delay]}, the current event included unless it is
 * declared otherwise; among events of the same millisecond the order is that of arrival; an event
 * that comes late, within the declared lateness, is counted and answered as of its own time. Start
 * at {@link dev.hufu.kernel.feature.FeatureSpec}; {@link dev.hufu.kernel.feature.FeaturePlan}
 * checks, {@link dev.hufu.kernel.feature.Profiles} hold the state. The whole of it stands in {@code
 * docs/concepts/features.md}.
 */
@NullMarked
package dev.hufu.kernel.feature;

import org.jspecify.annotations.NullMarked;
