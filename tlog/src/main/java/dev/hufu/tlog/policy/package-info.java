/** Trust policies: which logs are believed, and how many of which witnesses must have cosigned. */
@NullMarked
package dev.hufu.tlog.policy;

import org.jspecify.annotations.NullMarked;
