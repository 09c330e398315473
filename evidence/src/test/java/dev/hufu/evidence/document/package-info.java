/** Tests of the printed document, and the IOU that the other tests sign. */
@NullMarked
package dev.hufu.evidence.document;

import org.jspecify.annotations.NullMarked;
