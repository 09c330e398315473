/** Tests of bills on the page: how long they are held, and how one looks closer. */
@NullMarked
package dev.hufu.app.bill;

import org.jspecify.annotations.NullMarked;
