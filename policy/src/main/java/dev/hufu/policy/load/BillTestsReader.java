package dev.hufu.policy.load;

import dev.hufu.kernel.bill.BillIds;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillSums;
import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.BillTest;
import dev.hufu.policy.yaml.Branch;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads stories of bills: an ordinary life that repeats day by day, and for each story what
 * happened besides.
 *
 * <pre>{@code
 * life: {from: 2026-01-01, days: 60, rows: [{at: "12:10", pay: 22 yuan, to: 楼下面馆}]}
 * tests:
 *   - name: 先试一元，再转两万
 *     rows:
 *       - {at: 2026-02-20 14:05, pay: 1 yuan, to: 王某, kind: transfer}
 *       - {at: 2026-02-20 14:09, pay: 20000 yuan, to: 王某, kind: transfer}
 *     expect: {fired: [probe-then-large]}
 * }</pre>
 */
final class BillTestsReader {

  private final Figures figures;
  private final ZoneId zone;
  private final Set<String> watches;
  private final Problems problems;

  BillTestsReader(String currency, ZoneId zone, Set<String> watches, Problems problems) {
    this.figures = new Figures(currency, problems);
    this.zone = zone;
    this.watches = watches;
    this.problems = problems;
  }

  List<BillTest> read(Branch file) {
    List<BillRow> life = file.find("life").map(this::life).orElse(List.of());
    return file.list("tests").stream().map(test -> test(test, life)).toList();
  }

  private List<BillRow> life(Branch branch) {
    List<BillRow> rows = new ArrayList<>();
    LocalDate from = figures.day(branch.get("from"));
    int days = Math.min(branch.get("days").count(), Limits.PACK_STORY_DAYS_MAX);
    for (int day = 0; day < days; day++) {
      for (Branch row : branch.list("rows")) {
        rows.add(row(row, from.plusDays(day).atTime(time(row.get("at")))));
      }
    }
    return rows;
  }

  private BillTest test(Branch branch, List<BillRow> life) {
    List<BillRow> rows = new ArrayList<>(life);
    branch.list("rows").forEach(row -> rows.add(row(row, moment(row.get("at")))));
    rows.sort(Comparator.comparing(BillRow::time));
    Branch expect = branch.get("expect");
    for (String list : List.of("fired", "notFired")) {
      expect.list(list).stream()
          .filter(watch -> !watches.contains(watch.text()))
          .forEach(watch -> problems.add(watch, "there is no watch " + watch.text()));
    }
    return new BillTest(
        branch.text("name"),
        branch.position(),
        placed(rows),
        expect.texts("fired"),
        expect.texts("notFired"),
        expect.find("quiet").map(Branch::yes).orElse(false));
  }

  /** Rows are told apart by their place, so each gets its own. */
  private static List<BillRow> placed(List<BillRow> rows) {
    List<BillRow> placed = new ArrayList<>();
    for (BillRow row : rows) {
      placed.add(
          new BillRow(
              new BillPlace("story", "", placed.size() + 1),
              row.platform(),
              row.account(),
              row.time(),
              row.amount(),
              row.direction(),
              row.kind(),
              row.status(),
              row.counterparty(),
              row.counterpartyAccount(),
              row.words(),
              row.ids(),
              row.sums()));
    }
    return placed;
  }

  private BillRow row(Branch branch, LocalDateTime at) {
    Direction direction =
        branch.find("pay").isPresent()
            ? Direction.OUT
            : branch.find("receive").isPresent() ? Direction.IN : Direction.NEUTRAL;
    String verb =
        switch (direction) {
          case OUT -> "pay";
          case IN -> "receive";
          case NEUTRAL -> "move";
        };
    Optional<Fen> balance = branch.find("balance").map(figures::sum);
    return new BillRow(
        new BillPlace("story", "", 1),
        branch.find("bank").map(Branch::yes).orElse(false) ? Platform.ICBC : Platform.WECHAT,
        "",
        BillTime.of(at, zone, BillTime.Exact.MINUTE),
        figures.sum(branch.get(verb)),
        direction,
        branch.find("kind").map(this::kind).orElse(RowKind.PURCHASE),
        RowStatus.DONE,
        word(branch, "to"),
        "",
        new BillWords(
            "", word(branch, "item"), word(branch, "method"), "", "", word(branch, "where")),
        BillIds.NONE,
        new BillSums(Optional.empty(), Optional.empty(), balance, "CNY"));
  }

  private static String word(Branch branch, String name) {
    return branch.find(name).map(Branch::text).orElse("");
  }

  private RowKind kind(Branch branch) {
    Optional<RowKind> kind =
        Arrays.stream(RowKind.values()).filter(one -> one.id().equals(branch.text())).findFirst();
    if (kind.isEmpty()) {
      problems.add(branch, "no such kind of row: " + branch.text());
    }
    return kind.orElse(RowKind.OTHER);
  }

  private LocalTime time(Branch branch) {
    try {
      return LocalTime.parse(branch.text());
    } catch (DateTimeException none) {
      problems.add(branch, "not a time of day: " + branch.text());
      return LocalTime.NOON;
    }
  }

  private LocalDateTime moment(Branch branch) {
    try {
      return LocalDateTime.parse(branch.text().replace(' ', 'T'));
    } catch (DateTimeException none) {
      problems.add(branch, "not a moment, such as 2026-02-20 14:05: " + branch.text());
      return LocalDate.EPOCH.atStartOfDay();
    }
  }
}
