package dev.hufu.policy.paper;

import dev.hufu.kernel.text.Lang;
import java.util.List;

/**
 * A paper in one language.
 *
 * @param id of its form, such as {@code iou}
 */
public record Paper(String id, String title, Lang lang, List<Block> blocks) {

  public Paper {
    blocks = List.copyOf(blocks);
  }
}
