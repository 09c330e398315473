package dev.hufu.app.bill;

import dev.hufu.app.web.Page;
import dev.hufu.app.web.Problem;
import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.bill.Strength;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.flow.FlowFeature;
import dev.hufu.policy.flow.FlowReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of bills: empty, or with bills in view.
 *
 * @param gone whether bills were just forgotten, or are no longer there
 * @param matter with which answers are kept; empty where they stay in memory
 */
public record BillsView(
    List<Problem> problems, Optional<Wording> gone, Optional<Seen> seen, String matter) {

  /** Rows of one finding and refused rows of one file on the page; the downloads have all. */
  public static final int ROWS_SHOWN = 8;

  public static final int DAY_ROWS_SHOWN = 200;

  /** What comes or goes monthly, the largest first. */
  public static final int REGULAR_SHOWN = 12;

  public BillsView {
    problems = List.copyOf(problems);
  }

  /**
   * Bills in view.
   *
   * @param findings after what the person said
   * @param answers what was said, by the key of the finding
   * @param flows what a lender would see; empty where there is no pack for it
   */
  public record Seen(
      String id,
      BillAnalysis read,
      List<BillFinding> findings,
      Map<String, Said> answers,
      BillZoom zoom,
      Optional<FlowReport> flows,
      Instant until) {

    public Seen {
      findings = List.copyOf(findings);
    }

    /** Money that came in and went back later, as a loan would look. */
    public List<LoanShape> loans() {
      return LoanShape.of(read.timeline());
    }

    public BillRow row(int index) {
      return read.timeline().rows().get(index);
    }

    public List<BillRow> rows(BillFinding finding) {
      return finding.rows().stream().limit(ROWS_SHOWN).map(this::row).toList();
    }

    public String key(BillFinding finding) {
      return HeldBills.Held.key(finding);
    }

    /** What was said of a finding that still stands. */
    public Optional<Mark> said(BillFinding finding) {
      return Optional.ofNullable(answers.get(key(finding))).map(Said::mark);
    }

    /** Answers whose finding is gone for them. */
    public List<Map.Entry<String, Said>> settled() {
      return answers.entrySet().stream()
          .filter(one -> findings.stream().noneMatch(f -> key(f).equals(one.getKey())))
          .toList();
    }

    /** The largest of the rows of a finding, which the plan begins with. */
    public BillRow largest(BillFinding finding) {
      return finding.rows().stream()
          .map(this::row)
          .filter(row -> row.direction() == Direction.OUT)
          .max((one, other) -> one.amount().compareTo(other.amount()))
          .orElseGet(() -> row(finding.rows().getFirst()));
    }

    /** The tallest bar of the picture. */
    private long most() {
      return zoom.steps().stream()
          .mapToLong(step -> Math.max(step.in().fen(), step.out().fen()))
          .max()
          .orElse(0);
    }

    /** How long a bar is in so much room; a sum that is there is seen. */
    public long bar(Fen sum, int room) {
      return most() == 0 || sum.fen() == 0 ? 0 : Math.max(2, sum.fen() * room / most());
    }
  }

  /** The monthly look of three steps at bills in view. */
  public static Optional<MonthCheck> month(Seen seen) {
    return MonthCheck.of(seen.read().timeline(), seen.read().findings());
  }

  /** The pictures of what is looked at. */
  public static BillPictures.Sheet pictures(Seen seen, Page page) {
    return BillPictures.Sheet.of(seen.read().timeline(), seen.zoom(), page.lang());
  }

  /** What was said of a finding, with what is needed to show it again. */
  public record Said(Wording title, Fen sum, int rows, Mark mark) {}

  public boolean wrong(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  /** The three answers. */
  public static List<Mark> marks() {
    return List.of(Mark.values());
  }

  /** Style of the mark before a finding. */
  public static String tally(Strength strength) {
    return switch (strength) {
      case STRONG -> "stop";
      case MEDIUM -> "warn";
      case WEAK -> "open";
    };
  }

  /**
   * Declared and found totals that differ, in words; empty where they agree or none is declared.
   */
  public static List<BillTotals.Part> differing(BillFile file) {
    return file.declared().differences(file.found());
  }

  /** One total as text: {@code 3 · 70.50}. */
  public static String total(Optional<BillTotals.Sum> sum) {
    return sum.map(one -> one.count() + " · " + one.amount()).orElse("—");
  }

  public static String when(BillRow row) {
    String local = row.time().local().toString().replace('T', ' ');
    return row.time().ofDay() ? local : local.substring(0, 10);
  }

  /** As a field of a minute holds it. */
  public static String minute(BillRow row) {
    return row.time().local().toString().substring(0, 16);
  }

  /** Whom a row is with. */
  public static String who(BillRow row) {
    String named = row.counterparty().isEmpty() ? row.counterpartyAccount() : row.counterparty();
    return named.isEmpty() ? row.item() : named;
  }

  /** A figure with its unit, or why there is none. */
  public static String value(Page page, FlowFeature feature) {
    return switch (feature.reading()) {
      case FlowFeature.Known(var value, var _rows) ->
          FlowPage.shown(value, feature.told().measure().unit())
              + " "
              + page.say(feature.told().measure().unit().title());
      case FlowFeature.Missing(var _why, var said) -> page.say(said);
    };
  }
}
