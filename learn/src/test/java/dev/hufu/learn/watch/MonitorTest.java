package dev.hufu.learn.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.measure.Stability;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.watch.Watch.Mark;
import dev.hufu.learn.watch.Watch.Shift;
import dev.hufu.learn.watch.WatchPlan.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a stream like the training is steady, one that moved is told with how far, by chance or
 * not, and nothing is dropped in silence. Method: made-up rows with a known shift.
 */
class MonitorTest {

  private static final int TRAINED = 4_000;

  @TempDir private Path folder = Path.of("");

  /** Rows of a stream: amounts by a shift, a word, a score with its outcome. */
  private String rows(int count, double shift, String word, double drift, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("day,amount,shop,score,bad\n");
    for (int i = 0; i < count; i++) {
      double score = Math.clamp(0.5 + 0.2 * random.nextGaussian(), 0.01, 0.99);
      boolean bad = random.nextDouble() < score * drift;
      LocalDate day = LocalDate.of(2026, 11, 2).plusDays(i * 14L / count);
      text.append(day).append(',').append(i % 10 == 0 ? "" : random.nextGaussian() + shift);
      text.append(',').append(i % 4 == 0 ? word : "b").append(',').append(score).append(',');
      text.append(i % 2 == 0 ? bad ? "1" : "0" : "").append('\n');
    }
    return text.toString();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "s", ".csv"), text);
  }

  private static Profile trained() {
    Random random = new Random(1);
    double[] amounts =
        IntStream.range(0, TRAINED)
            .mapToDouble(i -> i % 10 == 0 ? Double.NaN : random.nextGaussian())
            .toArray();
    List<String> shops = IntStream.range(0, TRAINED).mapToObj(i -> i % 4 == 0 ? "a" : "b").toList();
    double[] scores =
        IntStream.range(0, TRAINED)
            .mapToDouble(i -> Math.clamp(0.5 + 0.2 * random.nextGaussian(), 0.01, 0.99))
            .toArray();
    return Profile.of(
        new Frame(
            List.of(new Column.Numbers("amount", amounts), Column.Words.of("shop", shops, ""))),
        scores);
  }

  private Watch watch(String text) throws IOException {
    return Monitor.watch(
            trained(),
            file(text),
            WatchPlan.PLAIN.label("bad").by(Period.WEEK, "day"),
            Steps.SILENT)
        .orThrow();
  }

  private static Shift column(Watch watch, String name) {
    return watch.columns().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theIndexIsThatOfTheTextbook() {
    assertThat(Stability.psi(new double[] {20, 20, 20, 20, 20}, new double[] {25, 20, 20, 20, 15}))
        .isCloseTo(0.025541281, within(5e-10));
    assertThat(Stability.psi(new double[] {10, 20, 30, 25, 15}, new double[] {5, 15, 30, 30, 20}))
        .isCloseTo(0.072541644, within(5e-10));
  }

  @Test
  void aStreamLikeTheTrainingIsSteady() throws IOException {
    Watch watch = watch(rows(3_000, 0, "a", 1, 2));
    assertThat(watch.crossed()).isFalse();
    assertThat(watch.score().mark()).isEqualTo(Mark.STEADY);
    assertThat(column(watch, "amount").missingNow()).isCloseTo(0.1, within(1e-9));
    assertThat(watch.alerts().share()).isCloseTo(0.01, within(0.008));
    assertThat(watch.alerts().before()).isCloseTo(0.01, within(0.001));
    Outcomes outcomes = watch.outcomes().orElseThrow();
    assertThat(outcomes.labelled()).isEqualTo(1_500);
    assertThat(outcomes.ratio().orElseThrow().low()).isLessThan(1);
    assertThat(outcomes.ratio().orElseThrow().high()).isGreaterThan(1);
    assertThat(outcomes.slope().orElseThrow().low()).isLessThan(1);
    assertThat(outcomes.slope().orElseThrow().high()).isGreaterThan(1);
    assertThat(watch.periods())
        .extracting(Watch.Period::name)
        .containsExactly("2026-11-02", "2026-11-09");
  }

  @Test
  void whatMovedIsTold() throws IOException {
    Watch watch = watch(rows(3_000, 1.5, "neu", 0.5, 3));
    assertThat(watch.crossed()).isTrue();
    assertThat(column(watch, "amount").mark()).isEqualTo(Mark.SHIFTED);
    Shift shop = column(watch, "shop");
    assertThat(shop.mark()).isEqualTo(Mark.SHIFTED);
    assertThat(shop.unseen()).isCloseTo(0.25, within(1e-9));
    assertThat(shop.unseenWords()).containsEntry("neu", 750L);
    assertThat(watch.outcomes().orElseThrow().ratio().orElseThrow().value())
        .isCloseTo(0.5, within(0.08));
    assertThat(watch.outcomes().orElseThrow().drifted(WatchPlan.ODDS_APART)).isTrue();
    assertThat(watch.columns().getFirst().index())
        .isGreaterThanOrEqualTo(watch.columns().getLast().index());
  }

  @Test
  void fewRowsAreLeftToChance() throws IOException {
    Watch watch = watch(rows(12, 0.4, "a", 1, 5));
    assertThat(watch.columns()).noneMatch(one -> one.mark() == Mark.SHIFTED);
    assertThat(watch.score().chance()).isGreaterThan(Stability.SHIFT_FROM);
  }

  @Test
  void badLinesAreCountedAndToldWithTheirPlace() throws IOException {
    String good = rows(200, 0, "a", 1, 7);
    Watch watch =
        watch(
            good
                + "2026-11-03,1,a,high,0\n"
                + "2026-11-03,1,a,Infinity,0\n"
                + "2026-11-03,1,a\n"
                + "2026-11-03,1,a,0.5,maybe\n"
                + "some day,1,a,0.5,1\n");
    assertThat(watch.rows()).isEqualTo(202);
    assertThat(watch.refused()).isEqualTo(4);
    assertThat(watch.first())
        .extracting(Refusal::code)
        .containsExactly(
            Code.LEARN_NUMBER, Code.LEARN_NUMBER, Code.LEARN_ROW_CELLS, Code.WATCH_OUTCOME);
    assertThat(watch.outside()).isEqualTo(1);
  }

  @Test
  void columnsThatAreGoneAreTold() throws IOException {
    Path stream = file("score\n0.5\n0.4\n");
    Watch watch = Monitor.watch(trained(), stream, WatchPlan.PLAIN, Steps.SILENT).orThrow();
    assertThat(watch.absent()).containsExactly("amount", "shop");
    assertThat(watch.crossed()).isTrue();
    assertThat(
            Monitor.watch(trained(), stream, WatchPlan.PLAIN.label("bad"), Steps.SILENT)
                .findRefusal()
                .map(Refusal::code))
        .contains(Code.LEARN_COLUMN);
    assertThat(
            Monitor.watch(trained(), file("score\n"), WatchPlan.PLAIN, Steps.SILENT)
                .findRefusal()
                .map(Refusal::code))
        .contains(Code.LEARN_TOO_FEW);
  }

  @Test
  void periodsHaveALimit() throws IOException {
    WatchPlan plan = WatchPlan.PLAIN.by(Period.DAY, "day");
    assertThat(
            Monitor.watch(trained(), file(days(Limits.WATCH_PERIODS_MAX)), plan, Steps.SILENT)
                .orThrow()
                .periods())
        .hasSize(Limits.WATCH_PERIODS_MAX);
    assertThat(
            Monitor.watch(trained(), file(days(Limits.WATCH_PERIODS_MAX + 1)), plan, Steps.SILENT)
                .findRefusal()
                .map(Refusal::code))
        .contains(Code.WATCH_PERIODS);
  }

  private static String days(int count) {
    StringBuilder text = new StringBuilder("day,score\n");
    for (int i = 0; i < count; i++) {
      text.append(LocalDate.EPOCH.plusDays(i)).append(",0.5\n");
    }
    return text.toString();
  }

  @Test
  void aProfileComesBackFromItsBytesAndDamageIsTold() {
    Profile profile = trained();
    byte[] bytes = profile.toBytes();
    assertThat(Profile.read(bytes).orThrow()).isEqualTo(profile);
    assertThat(bytes).isEqualTo(trained().toBytes());
    ModelFile model = ModelFile.of("trees").with(Profile.PART, bytes);
    assertThat(Profile.of(model).orElseThrow().orThrow()).isEqualTo(profile);
    assertThat(Profile.of(ModelFile.of("trees"))).isEmpty();
    for (int cut = 0; cut < bytes.length; cut += 7) {
      assertThat(Profile.read(Arrays.copyOf(bytes, cut)).findRefusal()).isPresent();
    }
    assertThat(Profile.read(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aColumnRemembersSoManyWords() {
    int words = Limits.WATCH_WORDS_MAX + 31;
    List<String> all = IntStream.range(0, words).mapToObj(i -> "w" + i).toList();
    Profile profile =
        Profile.of(new Frame(List.of(Column.Words.of("w", all, ""))), new double[words]);
    assertThat(((WordProfile) profile.columns().getFirst()).known())
        .hasSize(Limits.WATCH_WORDS_MAX);
    assertThat(profile.columns().getFirst().rows()).isEqualTo(words);
  }

  @Test
  void reportAndMetricsSayTheSame() throws IOException {
    Watch watch = watch(rows(500, 1.5, "neu", 1, 11));
    Report report = WatchReport.of(watch, "demo");
    assertThat(report.sections())
        .filteredOn(section -> section instanceof Report.Table)
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(report.toString()).contains("neu", "convention, no law", "不是法律");
    assertThat(Metrics.of(watch, "a\"b"))
        .contains("hufu_model_rows{model=\"a\\\"b\"} 500\n")
        .contains("hufu_model_unseen_share{model=\"a\\\"b\",column=\"shop\"} 0.25")
        .contains("hufu_model_crossed{model=\"a\\\"b\"} 1\n");
  }

  @Test
  void scoresThatSayNothingHaveNoSlope() {
    OutcomeCounts counts = new OutcomeCounts();
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      counts.add(random.nextDouble(), random.nextInt(3) == 0);
    }
    Outcomes outcomes = counts.outcomes();
    assertThat(outcomes.slope().orElseThrow().value()).isCloseTo(0, within(0.03));
    assertThat(outcomes.brier().orElseThrow().value()).isCloseTo(1 / 3.0, within(0.01));
  }

  @Test
  void chanceIsThatOfChiSquare() {
    assertThat(Chance.chiSquare(9)).isCloseTo(16.919, within(0.03));
    assertThat(Chance.chiSquare(1)).isCloseTo(3.841, within(0.1));
  }
}
