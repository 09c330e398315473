package dev.hufu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One house for several classes, for starting one takes longer than most tests: whoever shares it
 * leaves the clock where it was and looks only at matters of its own.
 */
final class SharedHouse implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestHouse.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(TestHouse.class, _ -> new TestHouse(folder()), TestHouse.class);
  }

  private static Path folder() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      return Files.createTempDirectory(Files.createDirectories(target), "house");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
