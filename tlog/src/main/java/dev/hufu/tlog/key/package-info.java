/** Ed25519 and ML-DSA-44 as the JDK has them, from and to the bytes that the specifications use. */
@NullMarked
package dev.hufu.tlog.key;

import org.jspecify.annotations.NullMarked;
