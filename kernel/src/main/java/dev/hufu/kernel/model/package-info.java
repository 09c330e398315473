/**
 * Trained models as files: one container, the same for trees, text heads and whatever comes next,
 * so that a model can be named by a digest, kept beside a decision and refused when it is not
 * whole.
 */
@NullMarked
package dev.hufu.kernel.model;

import org.jspecify.annotations.NullMarked;
