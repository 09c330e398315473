/**
 * Measurements that end in a report: every figure in it comes out of a run, none is written by
 * hand.
 */
@NullMarked
package dev.hufu.bench;

import org.jspecify.annotations.NullMarked;
