/**
 * From a decision to a signed IOU: the form, the links, and the signing in the signers' browsers.
 */
@NullMarked
package dev.hufu.app.iou;

import org.jspecify.annotations.NullMarked;
