/** What a loan really costs: from the words of a form or a command line to answers in words. */
@NullMarked
package dev.hufu.app.price;

import org.jspecify.annotations.NullMarked;
