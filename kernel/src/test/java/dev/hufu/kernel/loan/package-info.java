@NullMarked
package dev.hufu.kernel.loan;

import org.jspecify.annotations.NullMarked;
