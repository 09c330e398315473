/**
 * Many rules on one event: our plan beside other engines, each in its documented fast mode, on the
 * same rules and events, and only after all have given the same answers.
 */
@NullMarked
package dev.hufu.bench.rules;

import org.jspecify.annotations.NullMarked;
