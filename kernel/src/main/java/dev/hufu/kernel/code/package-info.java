/** Expected refusals as data: one register of codes, each with a sentence in two languages. */
@NullMarked
package dev.hufu.kernel.code;

import org.jspecify.annotations.NullMarked;
