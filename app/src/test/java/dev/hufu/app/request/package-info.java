/** What the law bids keep, asked of the packs that come along. */
@NullMarked
package dev.hufu.app.request;

import org.jspecify.annotations.NullMarked;
