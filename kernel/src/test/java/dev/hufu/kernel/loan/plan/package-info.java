/** Plans against printed tables, and laws over random plans. */
@NullMarked
package dev.hufu.kernel.loan.plan;

import org.jspecify.annotations.NullMarked;
