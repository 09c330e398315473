package dev.hufu.app.ops;

import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Version, JDK, system, memory and the data folder with its disk. */
final class MachineSection implements DoctorSection {

  private static final long MIB = 1024L * 1024;

  @Override
  public List<Line> look(Path folder) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.good("hufu", Edition.read().toString()));
    lines.add(
        Line.good(
            "jdk", System.getProperty("java.vendor") + " " + System.getProperty("java.version")));
    lines.add(
        Line.good(
            "system",
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch")));
    lines.add(Line.good("processors", String.valueOf(Runtime.getRuntime().availableProcessors())));
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      lines.add(
          Line.good(
              "memory",
              String.format(
                  Locale.ROOT,
                  "%d MiB, %d MiB free",
                  system.getTotalMemorySize() / MIB,
                  system.getFreeMemorySize() / MIB)));
    }
    lines.add(folderLine(folder));
    lines.add(diskLine(folder));
    lines.add(
        RunNote.find(folder)
            .map(
                note ->
                    Line.good(
                        "last start",
                        String.format(
                            Locale.ROOT,
                            "%.1f s, port %d, %s",
                            note.startMillis() / 1000.0,
                            note.port(),
                            note.alive() ? "running" : "not running")))
            .orElse(Line.good("last start", "none yet")));
    return lines;
  }

  private static Line folderLine(Path folder) {
    String shown = HomeFolder.shown(folder);
    if (!Files.exists(folder)) {
      return Line.good("data folder", shown + " (not made yet)");
    }
    boolean usable =
        Files.isDirectory(folder) && Files.isReadable(folder) && Files.isWritable(folder);
    return new Line("data folder", shown + (usable ? "" : " (cannot be used)"), usable);
  }

  private static Line diskLine(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore disk = Files.getFileStore(there);
      long free = disk.getUsableSpace();
      return new Line("disk free", free / MIB + " MiB", free >= Limits.DISK_FREE_BYTES_MIN);
    } catch (IOException unreadable) {
      return Line.bad("disk free", "unknown");
    }
  }
}
