/**
 * A loan between people looked at through a pack: what is owed, which checks speak, how the chain
 * of evidence stands, and the papers filled in.
 */
@NullMarked
package dev.hufu.policy.loan;

import org.jspecify.annotations.NullMarked;
