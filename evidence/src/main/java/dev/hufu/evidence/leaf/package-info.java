/** What the log holds of a thing that happened: a commitment, and nothing about anybody. */
@NullMarked
package dev.hufu.evidence.leaf;

import org.jspecify.annotations.NullMarked;
