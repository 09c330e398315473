/** What somebody brings: facts, each typed, with where it came from. */
@NullMarked
package dev.hufu.kernel.matter;

import org.jspecify.annotations.NullMarked;
