package dev.hufu.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: the job says, byte for byte, what a plain decider says of the same file, also when it fails
 * in its middle. Method: a seeded file with everything that can be wrong with a stream; the job on
 * Flink's mini cluster beside {@link PlainRun}.
 */
final class DecideJobTest {

  private static final Path PACKS = Path.of("..", "packs");
  private static final String PACK = "cn/transfer";
  private static final int LINES = 6_000;

  @TempDir static Path folder;

  private static final PackShipment SHIPMENT = PackShipment.ofFolder(PACKS, PACK).orThrow();
  private static final EventProgram PROGRAM = SHIPMENT.program();

  private static byte[] file = {};
  private static Path events = Path.of("");

  @BeforeAll
  static void write() throws IOException {
    file = SampleEvents.file(PROGRAM.policy().types(), 20261122, LINES);
    events = Files.write(folder.resolve("e.ndjson"), file);
  }

  @Test
  void decidesAsThePlainDeciderDoes() throws Exception {
    PlainRun plain = PlainRun.of(PROGRAM, file, id -> "all", 0);
    assertThat(plain.decisions).hasSizeGreaterThan(LINES / 2);
    assertThat(plain.decisions).anyMatch(line -> line.contains("\"verdict\":\"red\""));
    assertThat(plain.fed).isGreaterThan(LINES / 5);
    assertThat(plain.refused).isGreaterThan(LINES / 20);
    Path out = folder.resolve("plain");

    DecideJob.main(
        new String[] {
          "--packs", PACKS.toString(),
          "--pack", PACK,
          "--events", events.toString(),
          "--decisions", out.toString(),
          "--now", SampleEvents.NOW.toString()
        });

    assertThat(String.join("\n", committed(out, plain.decisions)))
        .isEqualTo(String.join("\n", plain.decisions));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aFailureInTheMiddleChangesNothing(int shards) throws Exception {
    PlainRun plain = PlainRun.of(PROGRAM, file, id -> shard(id, shards), 0);
    PlainRun forgetful = PlainRun.of(PROGRAM, file, id -> shard(id, shards), Failure.GATE);
    assertThat(plain.decisions).as("memory matters").doesNotContainSequence(forgetful.decisions);
    Path out = folder.resolve("failing" + shards);

    JobExecutionResult result = runFailing(out, shards);

    assertThat(Failure.thrown()).isEqualTo(1);
    assertThat(Failure.restored()).isEqualTo(1);
    assertThat(count(result, DecidingStep.RESTORED)).isEqualTo(shards);
    List<String> decisions = committed(out, plain.decisions);
    if (shards > 1) {
      decisions.sort(Comparator.comparing(places(plain.decisions)::get));
    }
    assertThat(String.join("\n", decisions)).isEqualTo(String.join("\n", plain.decisions));
    assertThat(count(result, DecidingStep.READ)).isEqualTo(LINES).isEqualTo(plain.read);
    assertThat(count(result, DecidingStep.DECIDED)).isEqualTo(plain.decisions.size());
    assertThat(count(result, DecidingStep.FED)).isEqualTo(plain.fed);
    assertThat(count(result, DecidingStep.NOT_TAKEN)).isEqualTo(plain.refused);
  }

  private static JobExecutionResult runFailing(Path out, int shards) throws Exception {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("held" + shards).toUri() + "");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
    settings.set(StreamFormat.FETCH_IO_SIZE, new MemorySize(1));
    int wide = Math.min(shards, 2);
    Failure.reset();
    try (StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironment(wide, settings)) {
      var lines =
          flink
              .fromSource(
                  DecideJob.source(events, new Failure.Gated(new EventFormat(SHIPMENT, "e"))),
                  WatermarkStrategy.noWatermarks(),
                  "events")
              .setParallelism(1);
      DecideJob.decide(
              lines, line -> shard(line.id, shards), SHIPMENT, SampleEvents.NOW.toEpochMilli())
          .setParallelism(wide)
          .map(new Failure.Once(decision -> shard(event(decision), shards), shards))
          .setParallelism(1)
          .sinkTo(DecideJob.decisions(out))
          .setParallelism(1);
      return flink.execute();
    }
  }

  private static String shard(String id, int shards) {
    return "shard" + Math.floorMod(id.hashCode(), shards);
  }

  private static long count(JobExecutionResult result, String name) {
    return Objects.requireNonNull(result.<Long>getAccumulatorResult(name));
  }

  /** The event of a decision: {@code {"event":"t1",…}}. */
  private static String event(String decision) {
    return decision.split("\"", 5)[3];
  }

  private static Map<String, Integer> places(List<String> lines) {
    Map<String, Integer> places = new HashMap<>();
    lines.forEach(line -> places.put(line, places.size()));
    return places;
  }

  /** What stands in the committed files; the files in the order of what they begin with. */
  private static List<String> committed(Path out, List<String> expected) throws IOException {
    Map<String, Integer> places = places(expected);
    List<List<String>> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path part :
          files.filter(path -> path.getFileName().toString().startsWith("part-")).toList()) {
        parts.add(Files.readAllLines(part, StandardCharsets.UTF_8));
      }
    }
    parts.sort(Comparator.comparing(part -> places.getOrDefault(part.getFirst(), -1)));
    return new ArrayList<>(parts.stream().flatMap(List::stream).toList());
  }
}
