/** Tests of cases after money is gone: exact dates, sums and refusals. */
@NullMarked
package dev.hufu.kernel.casework;

import org.jspecify.annotations.NullMarked;
