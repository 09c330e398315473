/**
 * Someone asks me for money: the first job of the house. The desks here are what pages and command
 * line call; each does one thing from check to stored row.
 *
 * <p>Start at {@link dev.hufu.app.request.RequestCheck}, which decides without keeping anything,
 * then {@link dev.hufu.app.request.StoredRequestDesk}, which keeps matter and decision together.
 * This room joins packs, language and store; it knows no page.
 */
@NullMarked
package dev.hufu.app.request;

import org.jspecify.annotations.NullMarked;
