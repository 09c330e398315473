/**
 * Screenshots of chats, read into text that a person can correct before it counts: lines by OCR,
 * lines into bubbles by their colour, bubbles into sides by where they stand.
 */
@NullMarked
package dev.hufu.language.screenshot;

import org.jspecify.annotations.NullMarked;
