package dev.hufu.intake.event;

import dev.hufu.kernel.event.EventValues;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Stand-in until the mapping is there. */
public final class CsvEvents extends EventReader {
  CsvEvents(String file, InputStream in, OnRefusal onRefusal) {
    super(file, in, onRefusal);
  }

  @Override
  @Nullable EventValues event(Lines line) {
    return null;
  }
}
