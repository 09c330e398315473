package dev.hufu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bill of a hundred thousand rows from file to JSON by the command as it is shipped, start and
 * end of the JVM included; prints rows of a table. The bill is made up from a seed.
 */
public final class BillLane {

  private static final int ROWS = 100_000;
  private static final Pattern PART =
      Pattern.compile("(\\w+) +(\\d+) ms, processor +(\\d+) ms", Pattern.MULTILINE);

  private BillLane() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = List.of(args).contains("quick");
    Path launcher = Samples.packs().toAbsolutePath().resolveSibling("hufu");
    Path folder = Files.createTempDirectory("hufu-bill");
    try {
      for (String form : List.of("csv", "xlsx")) {
        String bill = folder.resolve("bill." + form).toString();
        String made = run(launcher, "bill", "sample", bill, "--rows", Integer.toString(ROWS));
        if (!made.isEmpty()) {
          throw new IllegalStateException(made);
        }
        measure(launcher, form, bill, quick ? 2 : 7);
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  /** The whole from outside, and the parts as the command tells them: the median of the runs. */
  private static void measure(Path launcher, String form, String bill, int times)
      throws IOException, InterruptedException {
    Map<String, List<long[]>> parts = new LinkedHashMap<>();
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      String told = run(launcher, "bill", bill, "--json", "--times");
      long whole = (System.nanoTime() - began) / 1_000_000;
      Matcher part = PART.matcher(told);
      while (part.find()) {
        long[] took = {Long.parseLong(part.group(2)), Long.parseLong(part.group(3))};
        parts.computeIfAbsent(part.group(1), none -> new ArrayList<>()).add(took);
      }
      parts.computeIfAbsent("whole", none -> new ArrayList<>()).add(new long[] {whole, -1});
    }
    parts.forEach(
        (part, took) -> {
          took.sort(Comparator.comparingLong(one -> one[0]));
          long[] middle = took.get(took.size() / 2);
          System.out.printf(
              Locale.ROOT,
              "| %s | %s | %d ms | %s |%n",
              form,
              part,
              middle[0],
              middle[1] < 0 ? "" : middle[1] + " ms");
        });
  }

  /** What the command writes to its error stream; the answer itself goes nowhere. */
  private static String run(Path launcher, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status > 1) {
      throw new IllegalStateException(String.join(" ", words) + ": " + status + "\n" + told);
    }
    return told;
  }
}
