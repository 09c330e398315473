/** Wording in the two languages of the product, Chinese first. */
@NullMarked
package dev.hufu.kernel.text;

import org.jspecify.annotations.NullMarked;
