/** Tests of the policy room, on a small pack of their own. */
@NullMarked
package dev.hufu.policy;

import org.jspecify.annotations.NullMarked;
