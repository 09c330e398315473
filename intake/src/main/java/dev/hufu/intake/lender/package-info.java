/**
 * What shows how a lender works, as strangers hand it in: app packages (their manifest only),
 * pasted permission lists, licence lists. Bytes are counted while they are unpacked, so what an
 * archive claims of itself does not matter.
 */
@NullMarked
package dev.hufu.intake.lender;

import org.jspecify.annotations.NullMarked;
