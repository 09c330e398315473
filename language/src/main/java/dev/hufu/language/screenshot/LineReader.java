package dev.hufu.language.screenshot;

import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the lines of writing in a picture, in no order. Implementations are thread-safe. */
@FunctionalInterface
public interface LineReader {

  List<ReadLine> read(BufferedImage image);
}
