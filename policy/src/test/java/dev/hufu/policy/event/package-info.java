/** Decisions over events against plain readings of their definitions. */
@NullMarked
package dev.hufu.policy.event;

import org.jspecify.annotations.NullMarked;
