package dev.hufu.e2e;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two processes run the test classes side by side; a test that holds a clock to something waits
 * until the other process stands between two tests, and that one then waits for it. Found by JUnit
 * itself, so that no class can forget it.
 */
public final class Turn implements BeforeEachCallback, AfterEachCallback {

  /** The tests of this class measure time. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Alone {}

  private static final long DOOR = 0;
  private static final long ROOM = 1;

  private @Nullable FileChannel file;
  private @Nullable FileLock room;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    boolean alone = context.getRequiredTestClass().isAnnotationPresent(Alone.class);
    FileChannel open = file;
    if (open == null) {
      Files.createDirectories(Program.TARGET);
      open =
          FileChannel.open(
              Program.TARGET.resolve("turn.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      file = open;
    }
    // whoever waits for the room stands in the door, so that the other cannot slip in once more
    try (FileLock _ = open.lock(DOOR, 1, false)) {
      room = open.lock(ROOM, 1, !alone);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Objects.requireNonNull(room).release();
  }
}
