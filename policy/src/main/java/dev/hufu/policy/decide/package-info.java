/** The decision as a pure function of a pack and its inputs. */
@NullMarked
package dev.hufu.policy.decide;

import org.jspecify.annotations.NullMarked;
