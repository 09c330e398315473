/**
 * The audit of a lender: what somebody knows of one is turned into facts, and a pack decides upon
 * them as upon any other matter. Here is only what must be reckoned; lines, limits, words and
 * sources are the pack's.
 */
@NullMarked
package dev.hufu.policy.lender;

import org.jspecify.annotations.NullMarked;
