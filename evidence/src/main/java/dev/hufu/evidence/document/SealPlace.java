package dev.hufu.evidence.document;

/**
 * Where on a page a seal stands, in points (1/72 inch) from the lower left corner.
 *
 * <p>Example: {@code new SealPlace(0, 72, 90, 180, 64)}.
 *
 * @param page from 0
 */
public record SealPlace(int page, float x, float y, float width, float height) {

  public SealPlace {
    if (page < 0 || !(x >= 0) || !(y >= 0) || !(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(
          "no place on a page: %d %.1f %.1f %.1f %.1f".formatted(page, x, y, width, height));
    }
  }

  /** True if the two share some paper. */
  public boolean overlaps(SealPlace other) {
    return page == other.page
        && x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }
}
