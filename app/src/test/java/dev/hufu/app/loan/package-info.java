/** Tests of what a loan is made of, without pages. */
@NullMarked
package dev.hufu.app.loan;

import org.jspecify.annotations.NullMarked;
