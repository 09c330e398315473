package dev.hufu.language.screenshot;

import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.HardwareConfig;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines with RapidOCR (PP-OCRv4 on ONNX Runtime), whose models come in its jars. They are
 * loaded with the first picture, once a process; after that one picture is read at a time.
 *
 * <p>The engine wants a file: each slice of a picture is written to a private temporary file and
 * deleted at once. Its logging call is avoided, because it logs the words it read.
 */
public final class RapidLineReader implements LineReader {

  /** Slices keep tall screenshots from being scaled down until nothing can be read. */
  private static final double SLICE_HEIGHT_TO_WIDTH = 2.4;

  private static final int SIDE_PIXELS_MAX = 1280;
  private static final int PADDING_PIXELS = 20;
  private static final float BOX_SCORE_MIN = 0.5f;
  private static final float BOX_THRESHOLD = 0.3f;
  private static final float UNCLIP_RATIO = 1.6f;
  private static final int THREADS_MAX = 4;

  private static final RapidLineReader SHARED = new RapidLineReader();

  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable InferenceEngine engine;

  private RapidLineReader() {}

  /** The one reader of this process; getting it loads nothing. */
  public static RapidLineReader shared() {
    return SHARED;
  }

  /**
   * Reads one picture.
   *
   * @throws UncheckedIOException if the temporary file cannot be written
   */
  @Override
  public List<ReadLine> read(BufferedImage image) {
    List<ReadLine> lines = new ArrayList<>();
    turn.lock();
    try {
      int top = 0;
      while (top < image.getHeight()) {
        int bottom = sliceEnd(image, top);
        for (ReadLine line : readSlice(image, top, bottom)) {
          lines.add(line.down(top));
        }
        top = bottom;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a screenshot could not be handed to the OCR engine", e);
    } finally {
      turn.unlock();
    }
    return lines;
  }

  /** Cuts where a whole row of pixels has one colour, so that no line of writing is cut. */
  private static int sliceEnd(BufferedImage image, int top) {
    int most = top + (int) (SLICE_HEIGHT_TO_WIDTH * Math.max(400, image.getWidth()));
    if (most >= image.getHeight()) {
      return image.getHeight();
    }
    for (int y = most; y > top + (most - top) / 2; y--) {
      if (isPlainRow(image, y)) {
        return y;
      }
    }
    return most;
  }

  private static boolean isPlainRow(BufferedImage image, int y) {
    int first = image.getRGB(0, y);
    for (int x = 1; x < image.getWidth(); x++) {
      if (image.getRGB(x, y) != first) {
        return false;
      }
    }
    return true;
  }

  private List<ReadLine> readSlice(BufferedImage image, int top, int bottom) throws IOException {
    BufferedImage slice =
        new BufferedImage(image.getWidth(), bottom - top, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = slice.createGraphics();
    graphics.drawImage(image, 0, -top, null);
    graphics.dispose();
    // Created readable by the owner only. BMP, because compressing takes longer than reading.
    Path file = Files.createTempFile("hufu-screenshot", ".bmp");
    try {
      ImageIO.write(slice, "bmp", file.toFile());
      return detect(file);
    } finally {
      Files.delete(file);
    }
  }

  private List<ReadLine> detect(Path file) throws IOException {
    InferenceEngine loaded = engine;
    if (loaded == null) {
      loaded = load();
      engine = loaded;
    }
    List<ReadLine> lines = new ArrayList<>();
    for (TextBlock block :
        loaded
            .detect(
                file.toString(),
                PADDING_PIXELS,
                SIDE_PIXELS_MAX,
                BOX_SCORE_MIN,
                BOX_THRESHOLD,
                UNCLIP_RATIO,
                false,
                false)
            .getTextBlocks()) {
      lines.add(line(block));
    }
    return lines;
  }

  /** The engine loads its models with the first picture it logs; that one is blank. */
  private static InferenceEngine load() throws IOException {
    NativePrintout.silence();
    int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
    InferenceEngine engine =
        InferenceEngine.getInstance(Model.ONNX_PPOCR_V4, new HardwareConfig(threads, -1));
    Path blank = Files.createTempFile("hufu-blank", ".bmp");
    try {
      ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), "bmp", blank.toFile());
      engine.runOcr(blank.toString());
    } finally {
      Files.delete(blank);
    }
    return engine;
  }

  private static ReadLine line(TextBlock block) {
    List<Point> corners = block.getBoxPoint();
    int left = corners.stream().mapToInt(Point::getX).min().orElse(0);
    int right = corners.stream().mapToInt(Point::getX).max().orElse(0);
    int top = corners.stream().mapToInt(Point::getY).min().orElse(0);
    int bottom = corners.stream().mapToInt(Point::getY).max().orElse(0);
    double sum = 0;
    for (float score : block.getCharScores()) {
      sum += score;
    }
    int chars = Math.max(1, block.getCharScores().length);
    return new ReadLine(block.getText(), Math.min(1, sum / chars), left, top, right, bottom);
  }
}
