/**
 * A paper as data before it is a page: title, paragraphs, lists, tables, places for signatures;
 * written as XHTML for a renderer of PDF, or as plain text.
 */
@NullMarked
package dev.hufu.policy.paper;

import org.jspecify.annotations.NullMarked;
