package dev.hufu.app.lending;

import dev.hufu.app.iou.IouView;

/**
 * The form on which a lender writes down a loan that has no IOU here.
 *
 * @param action where it is posted
 * @param back where the way back leads
 */
public record TermsView(String action, String back, IouView.IouForm form) {}
