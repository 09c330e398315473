package dev.hufu.intake.lender;

/**
 * Looks over the counts that chunks of a binary manifest claim: strings, styles, resource ids and
 * attributes must fit into the chunk that holds them.
 */
final class ChunkCheck {

  private static final int STRING_POOL = 0x0001;
  private static final int START_ELEMENT = 0x0102;
  private static final int POOL_HEAD = 28;
  private static final int ELEMENT_HEAD = 36;
  private static final int ATTRIBUTE = 20;

  private ChunkCheck() {}

  static boolean countsFit(byte[] binary, int at, int type, int size) {
    return switch (type) {
      case STRING_POOL -> {
        if (size < POOL_HEAD) {
          yield false;
        }
        long strings = number(binary, at + 8) & 0xffffffffL;
        long styles = number(binary, at + 12) & 0xffffffffL;
        yield (strings + styles) * 4 <= size - POOL_HEAD;
      }
      case START_ELEMENT -> {
        if (size < ELEMENT_HEAD) {
          yield false;
        }
        int attributes = number(binary, at + 28) & 0xffff;
        yield (long) attributes * ATTRIBUTE <= size - ELEMENT_HEAD;
      }
      default -> true;
    };
  }

  /** Four bytes, the least first. */
  static int number(byte[] binary, int at) {
    return (binary[at] & 0xff)
        | (binary[at + 1] & 0xff) << 8
        | (binary[at + 2] & 0xff) << 16
        | (binary[at + 3] & 0xff) << 24;
  }
}
