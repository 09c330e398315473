/**
 * Models that score a row of numbers: boosted trees, a logistic regression, and weighted sums of
 * both. They are read from checked bytes, score without allocation or native code, and take every
 * score apart into what each input added. How they are trained is not known here.
 */
@NullMarked
package dev.hufu.policy.model;

import org.jspecify.annotations.NullMarked;
