/** The small forms that all the texts of the specifications share, read strictly. */
@NullMarked
package dev.hufu.tlog.text;

import org.jspecify.annotations.NullMarked;
