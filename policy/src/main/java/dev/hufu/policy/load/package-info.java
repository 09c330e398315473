/** From a folder of YAML to a checked pack, or to a list of problems with their positions. */
@NullMarked
package dev.hufu.policy.load;

import org.jspecify.annotations.NullMarked;
