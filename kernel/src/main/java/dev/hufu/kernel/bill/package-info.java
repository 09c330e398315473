/**
 * What a bill says, whoever issued it: one row type for every platform and bank, what each file
 * declared about itself, and the rows that could not be read, with their place and the reason. A
 * row that is refused is kept: rows read and rows refused add up to the rows of the file.
 */
@NullMarked
package dev.hufu.kernel.bill;

import org.jspecify.annotations.NullMarked;
