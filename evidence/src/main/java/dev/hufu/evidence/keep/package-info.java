/** What is kept of a matter besides its decisions: signed documents, and originals as captured. */
@NullMarked
package dev.hufu.evidence.keep;

import org.jspecify.annotations.NullMarked;
