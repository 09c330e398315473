package dev.hufu.app.iou;

import dev.hufu.store.Iou;

/**
 * The page on which somebody signs.
 *
 * @param asks who asks, as printed
 * @param article the text as printed
 */
public record SignView(
    String token, Iou.Seat seat, String asks, IouView.Numbers numbers, String article) {

  public String at() {
    return "/s/" + token;
  }

  /** The token opens the link. */
  @Override
  public String toString() {
    return "SignView[" + seat + "]";
  }
}
