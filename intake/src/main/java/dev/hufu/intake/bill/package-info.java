/**
 * Bills of strangers in: CSV in any encoding, sheets, archives with a password. Every form is a
 * small description of its columns ({@link dev.hufu.intake.bill.BillForm}); every row comes out as
 * a row or as a refusal with its place, and nothing of it touches the disk.
 */
@NullMarked
package dev.hufu.intake.bill;

import org.jspecify.annotations.NullMarked;
