/**
 * Someone asks me for money: the first job of the house. The desks here are what pages, the command
 * line and the API call; each does one thing from check to stored row.
 */
@NullMarked
package dev.hufu.app.request;

import org.jspecify.annotations.NullMarked;
