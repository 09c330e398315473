/**
 * From a folder of YAML to a checked pack, or to a list of problems with their positions.
 *
 * <p>Start at {@link dev.hufu.policy.load.PackLibrary}, which loads packs in the order they need
 * each other; {@link dev.hufu.policy.load.PackLoader} loads one, with a reader for each of its
 * files. All problems are told at once, and a pack with one of them does not exist.
 */
@NullMarked
package dev.hufu.policy.load;

import org.jspecify.annotations.NullMarked;
