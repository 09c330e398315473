/**
 * Trains, validates, explains and watches models. A recipe says what is learned from which data; a
 * {@link dev.hufu.learn.task.Task} turns it into a model file with its card and report.
 *
 * <p>Nothing here runs when a decision is made: what scores lives in {@code policy.model}, {@code
 * policy.card} and {@code language.learned}, and reads the file alone. Same recipe, same data, same
 * seed: same file.
 */
@NullMarked
package dev.hufu.learn;

import org.jspecify.annotations.NullMarked;
