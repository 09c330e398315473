/** Prices held against the packs that ship. */
@NullMarked
package dev.hufu.policy.price;

import org.jspecify.annotations.NullMarked;
