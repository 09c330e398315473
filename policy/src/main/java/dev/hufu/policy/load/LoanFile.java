package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.Attachment;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.Guarantee;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.loan.Party;
import dev.hufu.kernel.loan.RepaymentPlan;
import dev.hufu.policy.yaml.Branch;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A loan that somebody wrote down in a YAML file: what was agreed, and what happened. The form is
 * in {@code docs/concepts/loan.md}.
 *
 * @param at the day the file speaks of, if it says so
 */
public record LoanFile(LoanContract contract, LoanRecord record, Optional<LocalDate> at) {

  private static final ToldFile FORM =
      new ToldFile("loan-file", Code.LOAN_FILE_BROKEN, Limits.LOAN_FILE_BYTES_MAX);

  /**
   * Reads a file.
   *
   * @param name as it is called in refusals
   * @return the loan, or {@link Code#LOAN_FILE_BROKEN} with the place of the first mistake
   */
  public static Outcome<LoanFile> read(String name, String text) {
    return FORM.read(name, text, LoanFile::read);
  }

  /** Reads a branch that fits the schema; what is wrong beyond it is told in {@code problems}. */
  static LoanFile read(Branch top, Problems problems) {
    Reader reader = new Reader(new Figures("yuan", problems));
    return new LoanFile(
        reader.contract(top), reader.record(top), top.find("at").map(reader.figures()::day));
  }

  /** Reads the parts, telling days and sums that are none. */
  private record Reader(Figures figures) {

    LoanContract contract(Branch top) {
      return new LoanContract(
          party(top.get("lender")),
          party(top.get("borrower")),
          top.find("witness").map(this::party),
          top.find("guarantee").map(this::guarantee),
          figures.sum(top.get("sum")),
          text(top, "use"),
          figures.day(top.get("signedOn")),
          top.find("rate").map(this::rate),
          top.find("defaultRate").map(this::rate),
          top.find("plan").map(this::plan),
          top.find("days").flatMap(d -> DayCount.of(d.count())).orElse(DayCount.DAYS_365),
          text(top, "place"),
          text(top, "delivery"),
          text(top, "repayment"),
          top.list("attachments").stream()
              .map(a -> new Attachment(a.text("name"), new Digest(a.text("sha256"))))
              .toList());
    }

    LoanRecord record(Branch top) {
      Optional<Branch> court = top.find("court");
      return new LoanRecord(
          movements(top, "received"),
          movements(top, "payments"),
          movements(top, "costs"),
          top.find("confirmed").map(this::confirmed),
          top.list("restarts").stream().map(this::restart).toList(),
          new HashSet<>(top.texts("evidence")),
          new HashSet<>(top.texts("factors")),
          new LoanRecord.Court(
              court.flatMap(c -> text(c, "agreed")),
              court.flatMap(c -> c.find("provinceWage")).map(figures::sum)));
    }

    private Party party(Branch branch) {
      return new Party(
          text(branch, "name"), text(branch, "id"), text(branch, "phone"), text(branch, "address"));
    }

    private Guarantee guarantee(Branch branch) {
      return new Guarantee(
          party(branch),
          branch
              .find("kind")
              .map(kind -> Guarantee.Kind.valueOf(kind.text().toUpperCase(Locale.ROOT)))
              .orElse(Guarantee.Kind.UNSTATED),
          branch.find("until").map(figures::day));
    }

    private RepaymentPlan plan(Branch branch) {
      String kind = branch.names().findFirst().orElseThrow();
      Branch value = branch.get(kind);
      return switch (kind) {
        case "atEnd" -> new RepaymentPlan.AtEnd(figures.day(value));
        case "equalPrincipal" ->
            new RepaymentPlan.EqualPrincipal(
                value.get("count").count(), figures.day(value.get("first")));
        case "equalPayment" ->
            new RepaymentPlan.EqualPayment(
                value.get("count").count(), figures.day(value.get("first")));
        default -> new RepaymentPlan.FreeForm(parts(branch));
      };
    }

    private List<RepaymentPlan.Part> parts(Branch branch) {
      return branch.list("parts").stream()
          .map(
              part ->
                  new RepaymentPlan.Part(
                      figures.day(part.get("due")), figures.sum(part.get("sum"))))
          .toList();
    }

    private LoanRecord.Confirmed confirmed(Branch branch) {
      return new LoanRecord.Confirmed(
          figures.day(branch.get("day")),
          figures.sum(branch.get("sum")),
          text(branch, "how").orElse(""),
          parts(branch));
    }

    private LimitationClock.Restart restart(Branch branch) {
      return new LimitationClock.Restart(
          figures.day(branch.get("day")),
          LimitationClock.Cause.valueOf(branch.text("cause").toUpperCase(Locale.ROOT)));
    }

    private List<Movement> movements(Branch top, String name) {
      return top.list(name).stream()
          .map(
              m ->
                  new Movement(
                      figures.day(m.get("day")),
                      figures.sum(m.get("sum")),
                      text(m, "note").orElse("")))
          .toList();
    }

    private static Optional<String> text(Branch branch, String name) {
      return branch.find(name).map(Branch::text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private AnnualRate rate(Branch branch) {
      return AnnualRate.of(branch.text().replaceAll("[\\s%％]", ""));
    }
  }
}
