/**
 * Boosted trees by LightGBM, grown so that the same rows and seed give the same trees on every
 * machine, and taken over into plain arrays; after that nothing native is needed any more.
 */
@NullMarked
package dev.hufu.learn.boost;

import org.jspecify.annotations.NullMarked;
