/**
 * What is kept, and for whom it may be opened again. Start at {@link dev.hufu.store.Database}; the
 * books are named after what they keep, and take the time as an argument.
 *
 * <p>Three laws hold here even against a program with a mistake, because the database itself holds
 * them: a decision is never changed, a decision is never without its evidence row, and a one-time
 * link works once. What a person wrote lies sealed under a key of its matter, so that deleting one
 * small row erases the matter and leaves every log whole.
 */
@NullMarked
package dev.hufu.store;

import org.jspecify.annotations.NullMarked;
