/** The decision: verdict, stages, findings, reasons, and what would change it. */
@NullMarked
package dev.hufu.kernel.decision;

import org.jspecify.annotations.NullMarked;
