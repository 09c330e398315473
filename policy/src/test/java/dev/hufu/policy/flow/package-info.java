/** Tests of features of bills: a shop whose figures are known, and a slow reckoning beside. */
@NullMarked
package dev.hufu.policy.flow;

import org.jspecify.annotations.NullMarked;
