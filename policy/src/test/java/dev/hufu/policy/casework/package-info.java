/** Tests of cases after money is gone: exact dates, sums and refusals. */
@NullMarked
package dev.hufu.policy.casework;

import org.jspecify.annotations.NullMarked;
