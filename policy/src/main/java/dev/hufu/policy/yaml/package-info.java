/** YAML with positions: each value knows its file, line and column. */
@NullMarked
package dev.hufu.policy.yaml;

import org.jspecify.annotations.NullMarked;
