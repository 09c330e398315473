/**
 * After lending, for the one who lent: the chain of evidence, payments and demands as they happen,
 * what is owed, the letters, and the register of all loans.
 */
@NullMarked
package dev.hufu.app.lending;

import org.jspecify.annotations.NullMarked;
