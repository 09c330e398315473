/**
 * The verifier of an evidence bundle: a BagIt zip with proofs, checked without asking anybody. The
 * jar of this module runs it alone: {@code java -jar hufu-tlog.jar BUNDLE}.
 */
@NullMarked
package dev.hufu.tlog.bundle;

import org.jspecify.annotations.NullMarked;
