/**
 * Bills at work: files become one timeline with findings, and that becomes JSON, a page of the
 * terminal, a workbook or one HTML file.
 */
@NullMarked
package dev.hufu.app.bill;

import org.jspecify.annotations.NullMarked;
