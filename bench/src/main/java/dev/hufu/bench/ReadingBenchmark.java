package dev.hufu.bench;

import dev.hufu.kernel.script.ChatReader;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Reading;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.language.extract.DayReader;
import dev.hufu.language.extract.FoundDay;
import dev.hufu.language.extract.FoundSum;
import dev.hufu.language.extract.SumReader;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What reading one short message costs, step by step, and what reading a whole chat costs. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingBenchmark {

  private static final int MESSAGES = 1024;
  private static final int CHAT_LINES = 200;
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

  private List<String> messages;
  private String chat;
  private CueDetector detector;
  private ChatReader reader;
  private ZoneId zone;
  private int next;

  @Setup
  public void load() {
    Pack pack = Samples.requestPack();
    zone = pack.zone();
    messages = Samples.messages(MESSAGES);
    chat = Samples.chat(CHAT_LINES);
    detector = CueDetector.of(pack.scripts()).orThrow();
    reader = Samples.reader(pack);
  }

  private String message() {
    next = (next + 1) % MESSAGES;
    return messages.get(next);
  }

  @Benchmark
  public FoldedText foldMessage() {
    return Folding.standard().fold(message());
  }

  @Benchmark
  public Detection detectMessage() {
    return detector.detect(message());
  }

  @Benchmark
  public List<FoundSum> sumsOfMessage() {
    return SumReader.read(message());
  }

  @Benchmark
  public List<FoundDay> daysOfMessage() {
    return DayReader.read(message(), AT, zone);
  }

  @Benchmark
  public Reading readChatOf200() {
    return reader.read(chat, AT, zone);
  }
}
