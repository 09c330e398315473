/**
 * The decision as a pure function of a pack and its inputs.
 *
 * <p>Start at {@link dev.hufu.policy.decide.Decider}. {@code Judge} comes to the bare verdict;
 * {@code Decider} puts it into words; {@code Counterfactuals} decides again to find what would
 * change it; {@link dev.hufu.policy.decide.DecisionJson} is the one canonical form that is stored,
 * hashed and compared.
 */
@NullMarked
package dev.hufu.policy.decide;

import org.jspecify.annotations.NullMarked;
