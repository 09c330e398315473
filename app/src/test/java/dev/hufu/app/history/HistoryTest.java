package dev.hufu.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackHome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.backtest.BacktestReport.DayLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal: the parts of a run count right at their edges. Method: small cases counted by hand. */
class HistoryTest {

  @Test
  void daysBecomeColumnsWithoutLosingAny() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    List<DayLine> days =
        List.of(
            new DayLine(first, 10, 1, 2, 3, 1),
            new DayLine(first.plusDays(1), 20, 0, 1, 0, 0),
            new DayLine(first.plusDays(200), 30, 4, 0, 1, 1));
    List<Period> periods = Period.of(days);
    assertThat(periods).hasSizeBetween(2, 92);
    assertThat(Period.days(periods)).isEqualTo(3);
    assertThat(periods.getFirst()).isEqualTo(new Period(first, 30, 1, 3, 3, 1));
    assertThat(periods).extracting(Period::decided).contains(0L);
    assertThat(periods.stream().mapToLong(Period::decided).sum()).isEqualTo(60);
    assertThat(Period.of(days.subList(0, 2))).hasSize(2);
    assertThat(Period.of(List.of())).isEmpty();
  }

  @Test
  void theScaleReachesTheHighestColumnInRoundSteps() {
    for (long highest : new long[] {1, 4, 5, 8, 9, 85, 100, 101, 12_345}) {
      long step = DayChart.step(highest);
      assertThat(4 * step).isGreaterThanOrEqualTo(highest);
      assertThat(4 * step).isLessThanOrEqualTo(Math.max(4, highest * 5 / 2));
    }
    assertThat(DayChart.step(85)).isEqualTo(25);
  }

  @Test
  void chineseLettersTakeTwoColumns() {
    assertThat(TextTable.width("红 a，")).isEqualTo(6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextTable(1)
        .row("红", 1)
        .row("ab", 22)
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("  红   1\n  ab  22\n");
  }

  @Test
  void aLineOfADecisionIsCutAtTheLimit(@TempDir Path folder) throws IOException {
    String whole = "x".repeat(Limits.DECISION_LINE_BYTES_MAX);
    Path file = Files.writeString(folder.resolve("d"), whole + "\n\n" + whole + "y");
    try (DecisionLines lines = DecisionLines.of(List.of(file, file)).orThrow()) {
      DecisionLines.Line first = lines.next().orElseThrow();
      assertThat(first.cut()).isFalse();
      assertThat(first.text()).hasSize(Limits.DECISION_LINE_BYTES_MAX);
      DecisionLines.Line second = lines.next().orElseThrow();
      assertThat(second.cut()).isTrue();
      assertThat(second.number()).isEqualTo(3);
      assertThat(lines.next().orElseThrow().number()).isEqualTo(1);
      assertThat(lines.next()).isPresent();
      assertThat(lines.next()).isEmpty();
    }
  }

  @Test
  void theFeaturesOfTheHandbookAreThoseOfThePlainCount(@TempDir Path folder) throws IOException {
    Random random = new Random(11);
    StringBuilder rows =
        new StringBuilder(
            "TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD,"
                + "TX_FRAUD_SCENARIO\n");
    java.time.LocalDateTime at = java.time.LocalDateTime.of(2018, 4, 1, 0, 0);
    for (int i = 0; i < 1_500; i++) {
      at = at.plusMinutes(random.nextInt(120));
      rows.append(
          "%d,%s:00,%d,%d,%d.%02d,%d,0%n"
              .formatted(
                  i,
                  at.toString().replace('T', ' '),
                  random.nextInt(4),
                  random.nextInt(3),
                  random.nextInt(500),
                  random.nextInt(100),
                  random.nextInt(5) == 0 ? 1 : 0));
    }
    Files.writeString(folder.resolve("transactions-2018-04.csv"), rows);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    Path mapping = PackHome.of(Map.of()).resolve("../docs/examples/mappings/handbook.yaml");
    HistoryEvaluation evaluation =
        new HistoryEvaluation(new Terminal(to, to, Lang.EN), folder, Optional.of(mapping));
    var program = EventPacks.open(PackHome.of(Map.of()), "cn/transfer").orThrow();

    RunTotals totals = evaluation.features(program).orThrow();
    assertThat(totals.decided()).isEqualTo(1_500);
    assertThat(evaluation.differs()).as(out.toString(StandardCharsets.UTF_8)).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("1,500 rows", " 0 differences");

    evaluation.transfers(program).orThrow();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("| handbook | red | 1,500 |");
  }

  @Test
  void accountsOfRingsAreFoundAmongTheFirstAlerts(@TempDir Path folder) throws IOException {
    Path data = Files.createDirectory(folder.resolve("rings"));
    Files.writeString(data.resolve("nodes.csv"), "nodeid,isFraud\n1,1\n2,1\n3,0\n4,1\n");
    Files.writeString(
        data.resolve("transactions.csv"),
        "sourceNodeId,targetNodeId,value,time\n1,2,60000,1\n3,5,10,2\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    Path mapping = PackHome.of(Map.of()).resolve("../docs/examples/mappings/amlsim.yaml");
    var program = EventPacks.open(PackHome.of(Map.of()), "cn/transfer").orThrow();
    new HistoryEvaluation(new Terminal(to, to, Lang.EN), folder, Optional.of(mapping))
        .transfers(program)
        .orThrow();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("| rings | 2 | 3 | 1 | 2 | 66.7 % |");
  }
}
