package dev.hufu.evidence.bundle;

import dev.hufu.tlog.bundle.BundleVerifier;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Goal: a bundle of 100 items is built in 5 s and verified in 5 s. Method: first run in a fresh
 * process, as a person has it. Run by hand: {@code BundleBench [FILE.zip]}; the file is written for
 * other verifiers and for the page.
 */
final class BundleBench {

  private static final int ITEMS = 100;

  private BundleBench() {}

  public static void main(String[] arguments) throws Exception {
    BundleContents contents = Bundles.of(ITEMS, Set.of(7));
    var cpu = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startCpu = cpu.getCurrentThreadCpuTime();
    byte[] zip = BundleWriter.write(contents).orThrow();
    long built = System.nanoTime();
    long builtCpu = cpu.getCurrentThreadCpuTime();
    int exit = BundleVerifier.verify(zip, Optional.empty()).exitCode();
    long verified = System.nanoTime();
    long verifiedCpu = cpu.getCurrentThreadCpuTime();
    System.out.printf(
        "%d items, %d bytes: built in %.3f s (%.3f s CPU), verified in %.3f s (%.3f s CPU), exit"
            + " %d%n",
        ITEMS,
        zip.length,
        (built - start) / 1e9,
        (builtCpu - startCpu) / 1e9,
        (verified - built) / 1e9,
        (verifiedCpu - builtCpu) / 1e9,
        exit);
    if (arguments.length > 0) {
      Files.write(Path.of(arguments[0]), zip);
    }
  }
}
