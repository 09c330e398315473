/**
 * YAML with positions: each value knows its file, line and column, so that every mistake can be
 * told with its place. Aliases, names given twice and endless nesting are refused.
 */
@NullMarked
package dev.hufu.policy.yaml;

import org.jspecify.annotations.NullMarked;
