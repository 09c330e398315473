package dev.hufu.kernel.feature;

import dev.hufu.kernel.code.Refusal;

/**
 * Why a declared feature cannot be computed. Whoever read the declaration from a file adds where it
 * stands there.
 *
 * @param feature the name of the feature as declared; empty if all of them together are refused
 */
public record FeatureProblem(String feature, Refusal refusal) {}
