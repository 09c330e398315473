/**
 * The product from outside: its own process, its own data folder, a real browser, real signals. No
 * class of the product is called here.
 */
@NullMarked
package dev.hufu.e2e;

import org.jspecify.annotations.NullMarked;
