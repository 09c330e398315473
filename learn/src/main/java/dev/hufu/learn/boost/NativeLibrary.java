package dev.hufu.learn.boost;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads LightGBM's native code from a folder of this process's own. The binding by itself unpacks
 * it under one fixed name in the common folder for temporary files: the next process would write
 * over what this one is running, and end it.
 */
final class NativeLibrary {

  private static final String TEMPORARY = "java.io.tmpdir";

  private static final Outcome<Boolean> LOADED = load();

  private NativeLibrary() {}

  /** Whether trees can be grown on this machine; where not, why. */
  static Outcome<Boolean> loaded() {
    return LOADED;
  }

  private static Outcome<Boolean> load() {
    String common = System.getProperty(TEMPORARY, "");
    try {
      Path own = Files.createTempDirectory("hufu-trees");
      System.setProperty(TEMPORARY, own.toString());
      LGBMBooster.loadNative();
      own.toFile().deleteOnExit();
      try (var files = Files.list(own)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
      return LGBMBooster.isNativeLoaded()
          ? Outcome.of(true)
          : Outcome.refused(Code.TRAINING_FAILED, System.getProperty("os.arch", ""));
    } catch (IOException | UnsatisfiedLinkError unloadable) {
      return Outcome.refused(Code.TRAINING_FAILED, String.valueOf(unloadable.getMessage()));
    } finally {
      System.setProperty(TEMPORARY, common);
    }
  }
}
